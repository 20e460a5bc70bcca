import { clockWords, weekWords } from '../time/week-words'
import type { StaffedHours } from '../vacancy/freshness/staffed-time'

/** 'Staffed at all hours', or 'Monday to Friday, 9am to 5pm; Saturday, 10am to 1:30pm'. */
export function staffedHoursWords(staffed: StaffedHours): string {
  if (staffed === null) return 'Staffed at all hours'
  return staffed
    .map(({ days, from, to }) => `${weekWords(days)}, ${clockWords(from)} to ${clockWords(to)}`)
    .join('; ')
}
