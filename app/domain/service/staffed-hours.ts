import { listed } from '../words/english'
import { weekdayName } from '../time/calendar'
import type { StaffedHours } from '../vacancy/freshness/staffed-time'

/** 'Staffed at all hours', or 'Monday to Friday, 9am to 5pm; Saturday, 10am to 1:30pm'. */
export function staffedHoursWords(staffed: StaffedHours): string {
  if (staffed === null) return 'Staffed at all hours'
  return staffed.map(({ days, from, to }) => `${dayWords(days)}, ${clock(from)} to ${clock(to)}`).join('; ')
}

function dayWords(days: readonly number[]): string {
  const sorted = [...new Set(days)].sort((a, b) => a - b)
  const [first = 1] = sorted
  const last = sorted.at(-1) ?? first
  if (sorted.length === 7) return 'Every day'
  if (sorted.length > 2 && last - first === sorted.length - 1)
    return `${weekdayName(first)} to ${weekdayName(last)}`
  return listed(sorted.map(weekdayName))
}

/** '09:00' as '9am', '13:30' as '1:30pm', '00:00' and '24:00' as 'midnight', '12:00' as 'midday'. */
function clock(time: string): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  if (minutes === 0 && hours % 24 === 0) return 'midnight'
  if (minutes === 0 && hours === 12) return 'midday'
  const shown = minutes === 0 ? '' : `:${String(minutes).padStart(2, '0')}`
  return `${hours % 12 || 12}${shown}${hours < 12 ? 'am' : 'pm'}`
}
