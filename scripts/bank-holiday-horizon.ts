import { BANK_HOLIDAYS } from '~/domain/time/bank-holidays'
import { addMonths, type Day, formatDayLong } from '~/domain/time/calendar'

const WARN_MONTHS = 18
const FAIL_MONTHS = 6

export interface Horizon {
  fails: boolean
  words: string
}

/**
 * Whether the bank holidays known reach far enough beyond a day: past their end every limit, release and turnaround would
 * fall on a day nobody works, and nothing would say so. Null where they do.
 */
export function bankHolidayHorizon(today: Day, known: Iterable<Day> = BANK_HOLIDAYS.keys()): Horizon | null {
  const lastYear = [...known].sort().at(-1)?.slice(0, 4) ?? '0001'
  const end = `${lastYear}-12-31`
  if (today < addMonths(end, -WARN_MONTHS)) return null
  return {
    fails: today >= addMonths(end, -FAIL_MONTHS),
    words:
      `The bank holidays known end on ${formatDayLong(end)}. Add the years GOV.UK has published since ` +
      '(https://www.gov.uk/bank-holidays) to app/domain/time/bank-holidays.ts.',
  }
}
