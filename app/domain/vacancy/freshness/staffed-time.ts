import { z } from 'zod'
import { HOUR_MS, addDays, isoWeekday, londonDay, londonInstant, type Day } from '../../time/calendar'
import { bankHolidayOn } from '../../time/working-days'

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/

/** One stretch of staffed hours, London clock time. Monday is 1. `to` not after `from` runs past midnight. */
const StaffedSpell = z.object({
  days: z.array(z.int().min(1).max(7)).min(1),
  from: z.string().regex(CLOCK),
  to: z.string().regex(CLOCK),
})

/** When somebody is there to know. null is every hour of every day. */
export const StaffedHours = z.array(StaffedSpell).min(1).nullable()
export type StaffedHours = z.infer<typeof StaffedHours>
type StaffedSpell = z.infer<typeof StaffedSpell>

interface Stretch {
  start: number
  end: number
}

/**
 * The instant at which a service has been staffed for so many hours since `start`. London's clocks decide, so that the hour
 * that is put forward is not lived and the one put back is lived twice. A bank holiday is unstaffed unless the spell is the
 * whole day.
 */
export function addStaffedHours(start: Date, hours: number, staffed: StaffedHours): Date {
  if (staffed === null) return new Date(start.getTime() + hours * HOUR_MS)
  let left = hours * HOUR_MS
  let counted = start.getTime()
  // A spell that began the evening before may still be running.
  for (let day = addDays(londonDay(start), -1); ; day = addDays(day, 1)) {
    for (const stretch of stretchesOf(day, staffed)) {
      const from = Math.max(stretch.start, counted)
      const lived = stretch.end - from
      if (lived <= 0) continue
      if (lived >= left) return new Date(from + left)
      left -= lived
      counted = stretch.end
    }
  }
}

function stretchesOf(day: Day, spells: readonly StaffedSpell[]): Stretch[] {
  const holiday = bankHolidayOn(day) !== null
  return spells
    .filter(spell => spell.days.includes(isoWeekday(day)) && (!holiday || isWholeDay(spell)))
    .map(spell => ({ start: londonInstant(day, spell.from).getTime(), end: endOf(day, spell) }))
    .sort((a, b) => a.start - b.start)
}

function endOf(day: Day, spell: StaffedSpell): number {
  const endDay = spell.to > spell.from ? day : addDays(day, 1)
  return londonInstant(endDay, spell.to).getTime()
}

function isWholeDay(spell: StaffedSpell): boolean {
  return spell.from === '00:00' && (spell.to === '24:00' || spell.to === '00:00')
}
