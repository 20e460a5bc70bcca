import type { Day } from './calendar'

/** A day as its three boxes hold it. Safe for the browser. */
export interface Boxes {
  day: string
  month: string
  year: string
}

/** The boxes of a day, as people type it: '4 12 2026'. */
export function boxesOf(day: Day): Boxes {
  const [year = '', month = '', date = ''] = day.split('-')
  return { day: String(Number(date)), month: String(Number(month)), year }
}
