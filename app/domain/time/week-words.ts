import { listed } from '../words/english'
import { weekdayName } from './calendar'

/** Days of the week and times of day in words. Safe for the browser. */

/** The days of the week by their numbers, to be chosen from. */
export const WEEKDAYS: Readonly<Record<string, string>> = Object.fromEntries(
  [1, 2, 3, 4, 5, 6, 7].map(day => [String(day), weekdayName(day)]),
)

/** 'Monday to Friday', 'Tuesday and Thursday', 'Every day'. */
export function weekWords(days: readonly number[]): string {
  const sorted = [...new Set(days)].sort((a, b) => a - b)
  const [first = 1] = sorted
  const last = sorted.at(-1) ?? first
  if (sorted.length === 7) return 'Every day'
  if (sorted.length > 2 && last - first === sorted.length - 1)
    return `${weekdayName(first)} to ${weekdayName(last)}`
  return listed(sorted.map(weekdayName))
}

/** '09:00' as '9am', '13:30' as '1:30pm', '00:00' and '24:00' as 'midnight', '12:00' as 'midday'. */
export function clockWords(time: string): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  if (minutes === 0 && hours % 24 === 0) return 'midnight'
  if (minutes === 0 && hours === 12) return 'midday'
  const shown = minutes === 0 ? '' : `:${String(minutes).padStart(2, '0')}`
  return `${hours % 12 || 12}${shown}${hours < 12 ? 'am' : 'pm'}`
}
