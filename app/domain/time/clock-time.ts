import { londonInstant, londonTime, type Day } from './calendar'

/** A time of day as people type it, on London's clocks. Safe for the browser. */

const EARLIEST = '07:00'
const LATEST = '20:00'
const TWENTY_FOUR = /^([01]?\d|2[0-3])[:.]?([0-5]\d)$/
const TWELVE = /^(0?[1-9]|1[0-2])(?:[:.]?([0-5]\d))?$/

/** '9:30', '0930', '9.30', '9am' and '9.30 am' as '09:30' or '09:00'; null for anything that is no time. */
export function readClock(text: string): string | null {
  const [, typed = '', half] = /^(.*?)\s*(?:([ap])\.?m\.?)?$/i.exec(text.trim()) ?? []
  const [, hours, minutes = '00'] = (half ? TWELVE : TWENTY_FOUR).exec(typed) ?? []
  if (hours === undefined) return null
  const noon = half?.toLowerCase() === 'p' ? 12 : 0
  const hour = half ? (Number(hours) % 12) + noon : Number(hours)
  return `${String(hour).padStart(2, '0')}:${minutes}`
}

/** False in the hour that the clocks skip in March. */
export function isOnTheClock(day: Day, time: string): boolean {
  return londonTime(londonInstant(day, time)) === time
}

/** Before seven in the morning or after eight in the evening. */
export function isOutOfHours(time: string): boolean {
  return time < EARLIEST || time > LATEST
}
