import { addDays, type Day } from '~/domain/time/calendar'
import { dayOrYear } from '~/domain/time/near-time'
import { nextClaimAfter, stateOn } from '~/domain/vacancy/free/bedspace-state'
import { freeUntil, openings, sureEnd } from '~/domain/vacancy/free/free-days'
import { throughThenWords } from '~/domain/vacancy/free/last-day'
import type { OwnBedspace } from '~/domain/vacancy/own/own-bedspaces.server'
import { BEDSPACE_TYPE_LABELS, type Claim } from '~/domain/vacancy/vacancy'
import { labelOf } from '~/domain/words/codes'
import { stateWords } from './state-in-words'
import { inSentence } from '~/domain/words/english'

/** Which room somebody may be given for all of some days, and why not the others, in words. Safe for the browser. */

export interface RoomChoice {
  id: string
  name: string
  hint: string
}

export interface RoomChoices {
  /** Free for all of those days. */
  free: RoomChoice[]
  /** The others, each with what stands in the way. */
  taken: RoomChoice[]
}

interface Days {
  today: Day
  fromOn: Day
  /** The last day, after which the turnaround follows; null until further notice. */
  untilOn: Day | null
  /** The first day is asked for beside the room: one that comes free later may be chosen for then. */
  mayBeginLater: boolean
}

type Room = Pick<OwnBedspace, 'id' | 'name' | 'named' | 'type' | 'claims' | 'turnaround'>

/** Rooms in the order of their list; of unnamed ones that are alike one stands for all. */
export function roomChoices(rooms: readonly Room[], days: Days): RoomChoices {
  const alike = [...new Set(rooms.filter(({ named }) => !named).map(({ type }) => type))]
  const named = rooms.filter(room => room.named).map(room => ({ name: nameOf(room), rooms: [room] }))
  const counted = alike.map(type => ({
    name: `Any bedspace, ${typeWords(type)}`,
    rooms: rooms.filter(room => !room.named && room.type === type),
  }))
  const all = [...named, ...counted].map(({ name, rooms: same }) => choiceOf(name, same, days))
  return {
    free: all.filter(({ from }) => from !== null).map(({ choice }) => choice),
    taken: all.filter(({ from }) => from === null).map(({ choice }) => choice),
  }
}

function choiceOf(
  name: string,
  rooms: readonly Room[],
  days: Days,
): { choice: RoomChoice; from: Day | null } {
  const found = rooms
    .flatMap(room => {
      const from = freeFrom(room, days)
      return from === null ? [] : [{ room, from }]
    })
    .sort((a, b) => (a.from < b.from ? -1 : 1))[0]
  const { id = '' } = found?.room ?? rooms[0] ?? {}
  if (!found)
    return { choice: { id, name, hint: rooms.length === 1 ? whyNot(rooms, days) : ALL }, from: null }
  return { choice: { id, name, hint: freeWords(found.from, days) }, from: found.from }
}

const ALL = 'All of them are claimed on some of these days'

/** From which day on it is free for all of the days; null where it is not. */
function freeFrom({ claims, turnaround }: Room, { today, fromOn, untilOn, mayBeginLater }: Days): Day | null {
  const sure = claims.map((claim): Claim => ({
    ...claim,
    until: sureEnd(claim, turnaround, today)?.until ?? claim.until,
  }))
  const found = openings(sure, turnaround, fromOn).find(({ from, until }) => {
    const isLong = until === null || (untilOn !== null && untilOn <= lastDayOf(until))
    return isLong && (mayBeginLater || from <= fromOn)
  })
  return found?.from ?? null
}

/** The last day of a stay in an opening, whose end is the first day on which nobody may come any more. */
function lastDayOf(until: Day): Day {
  return addDays(until, 1)
}

function freeWords(from: Day, { today, fromOn }: Days): string {
  if (from > fromOn) return `Free from ${dayOrYear(from, today)}`
  return fromOn > today ? 'Free for all of these days' : 'Free'
}

/** 'Occupied, and nobody knows until when'; 'Free until and including Fri 5 March, then turnaround; promised from Mon 8 March'. */
function whyNot([room]: readonly Room[], { today, fromOn }: Days): string {
  if (!room) return ''
  const { claims, turnaround } = room
  const state = stateOn(claims, fromOn)
  const next = nextClaimAfter(claims, fromOn)
  const end = state.kind === 'free' ? freeUntil(claims, turnaround, fromOn) : null
  const words = end ? `free ${throughThenWords(end, today)}` : stateWords(state, today)
  const then = end === null && next ? `; ${stateWords(next, today)}, from ${dayOrYear(next.from, today)}` : ''
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}${then}`
}

function nameOf({ name, type }: Room): string {
  return `${name}, ${typeWords(type)}`
}

function typeWords(type: string): string {
  return inSentence(labelOf(BEDSPACE_TYPE_LABELS, type))
}
