import { isoWeekday, type Day } from './calendar'
import { bankHolidayOn } from './working-days'

/** Kept on their own day even where the bank holiday is given on another. */
const FEASTS: Readonly<Record<string, string>> = {
  '12-25': 'Christmas Day',
  '12-26': 'Boxing Day',
  '01-01': 'New Year’s Day',
}
const WEEKEND = new Map([
  [6, 'a Saturday'],
  [7, 'a Sunday'],
])

/** Why offices, courts and gates are shut on a day: 'Christmas Day', 'a Saturday'; null on a working day. */
export function closedBecause(day: Day): string | null {
  const holiday = bankHolidayOn(day)
  return (
    FEASTS[day.slice(5)] ?? (holiday && `a bank holiday, ${holiday}`) ?? WEEKEND.get(isoWeekday(day)) ?? null
  )
}
