import { daysBetween, formatDay, type Day } from '~/domain/time/calendar'
import { dayOrYear, shortDay } from '~/domain/time/near-time'
import type { Leaving as Expected } from '~/domain/vacancy/vacancy'
import type { OwnBedspace, VacancyBoard } from '~/domain/vacancy/own/own-bedspaces.server'
import { countOn, type DayState, daysOf, OCCUPANCY_DAYS, tableDays } from './days'

/** Eight weeks of a service's rooms in words and codes. Safe for the browser. */

export interface ServiceOccupancy {
  serviceId: string
  name: string
  rooms: { id: string; name: string; days: DayState[] }[]
  /** How many rooms are in each state, day by day. */
  counts: Record<DayState, number>[]
  /** What the picture shows: 'Of 6 rooms 2 are free today; fewest, 1, on Tue 1 December'. */
  sentence: string
  leaving: Leaving[]
}

interface Leaving {
  claimId: string
  room: string
  /** 'Fri 4 December, sure', 'about Sat 9 January', 'was to leave Tue 24 November: not recorded yet'. */
  when: string
}

export function occupancyPage(boards: readonly VacancyBoard[], today: Day) {
  const days = tableDays(today)
  return {
    days: days.map(day => ({ day, short: day.slice(8), long: formatDay(day) })),
    weeks: days.filter((_, index) => index % 7 === 0).map(day => shortDay(day, today)),
    services: boards.filter(board => board.bedspaces.length > 0).map(board => occupancyOf(board, days)),
  }
}

function occupancyOf({ service, bedspaces }: VacancyBoard, days: readonly Day[]): ServiceOccupancy {
  const [today = ''] = days
  const rooms = bedspaces.map(({ id, name, claims, turnaround }) => ({
    id,
    name,
    days: daysOf(claims, turnaround, today),
  }))
  const counts = Array.from({ length: OCCUPANCY_DAYS }, (_, day) =>
    countOn(
      rooms.map(room => room.days),
      day,
    ),
  )
  return {
    serviceId: service.id,
    name: service.name,
    rooms,
    counts,
    sentence: sentenceOf(counts, rooms.length, days),
    leaving: bedspaces
      .flatMap(bedspace => leavingOf(bedspace, today))
      .sort(byDay)
      .map(({ on: _, ...each }) => each),
  }
}

function sentenceOf(
  counts: readonly Record<DayState, number>[],
  rooms: number,
  days: readonly Day[],
): string {
  const free = counts.map(count => count.free)
  const [now = 0] = free
  const fewest = Math.min(...free)
  const first = days[free.indexOf(fewest)] ?? ''
  const of = `Of ${rooms} ${rooms === 1 ? 'room' : 'rooms'} ${now} ${now === 1 ? 'is' : 'are'} free today`
  if (free.every(each => each === now)) return `${of}, and as many on every day of these eight weeks.`
  return fewest === now
    ? `${of}, and never fewer in these eight weeks; most, ${Math.max(...free)}, on ${dayAt(free, days)}.`
    : `${of}; fewest, ${fewest}, on ${dayOrYear(first, days[0] ?? first)}.`
}

function dayAt(free: readonly number[], days: readonly Day[]): string {
  const [today = ''] = days
  return dayOrYear(days[free.indexOf(Math.max(...free))] ?? today, today)
}

function leavingOf({ name, claims }: OwnBedspace, today: Day): (Leaving & { on: Day })[] {
  return claims.flatMap(({ id, kind, leaves }) => {
    if (kind !== 'occupied' || leaves === null || daysBetween(today, leaves.on) >= OCCUPANCY_DAYS) return []
    return [{ claimId: id, room: name, on: leaves.on, when: whenWords(leaves, today) }]
  })
}

function whenWords({ on, isSure, mustEnd, isMove }: Expected, today: Day): string {
  const day = dayOrYear(on, today)
  if (isMove)
    return on < today ? `was to move to another room ${day}: not recorded yet` : `${day}, to another room`
  if (on < today) return `was to leave ${day}: not recorded yet`
  if (mustEnd) return `must end by ${day}`
  return isSure ? `${day}, sure` : `about ${day}`
}

function byDay(a: { on: Day }, b: { on: Day }): number {
  return a.on < b.on ? -1 : 1
}
