import { londonInstant, londonTime, type Day } from '../region/calendar'

/** A time of day as people type it, on London's clocks. Safe for the browser. */

const EARLIEST = '07:00'
const LATEST = '20:00'

/** '9:30', '0930' and '9.30' as '09:30'; null for anything that is no time. */
export function readClock(text: string): string | null {
  if (!/^([01]?\d|2[0-3])[:.]?[0-5]\d$/.test(text)) return null
  const digits = text.replace(/[:.]/, '').padStart(4, '0')
  return `${digits.slice(0, 2)}:${digits.slice(2)}`
}

/** False in the hour that the clocks skip in March. */
export function isOnTheClock(day: Day, time: string): boolean {
  return londonTime(londonInstant(day, time)) === time
}

/** Before seven in the morning or after eight in the evening. */
export function isOutOfHours(time: string): boolean {
  return time < EARLIEST || time > LATEST
}
