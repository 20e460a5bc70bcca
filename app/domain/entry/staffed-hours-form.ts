import { z } from 'zod'
import { readClock } from '../time/clock-time'
import type { StaffedHours } from '../vacancy/freshness/staffed-time'

/** When somebody is there, as it is asked and typed: every hour, or days with times, a row each. Safe for the browser. */

export const HOURS_ANSWERS = { hours: 'At set hours', all: 'At every hour of every day' } as const
export const WEEKDAYS = { 1: 'Mon', 2: 'Tue', 3: 'Wed', 4: 'Thu', 5: 'Fri', 6: 'Sat', 7: 'Sun' } as const
export const MOST_HOURS_ROWS = 7

const row = z.object({
  days: z.array(z.enum(['1', '2', '3', '4', '5', '6', '7'])).default([]),
  from: z.string().max(20).optional(),
  to: z.string().max(20).optional(),
})
type Row = z.output<typeof row>

/** Reads them: null is every hour. */
export const hoursField = z
  .object(
    {
      answer: z.enum(['all', 'hours'], { error: 'Choose when somebody is there' }),
      rows: z.array(row).max(MOST_HOURS_ROWS).default([]),
    },
    { error: 'Choose when somebody is there' },
  )
  .transform(({ answer, rows }, context): StaffedHours => {
    const refuse = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message })
    const filled = rows.flatMap((each, at) => (isEmpty(each) ? [] : [{ ...each, at }]))
    if (answer === 'all') {
      if (filled.length > 0)
        refuse(['answer'], 'Clear the days and times, or choose that it is staffed at set hours')
      return null
    }
    if (filled.length === 0)
      refuse(['answer'], 'Tick the days and enter the times at which somebody is there')
    return filled.map(({ days, from = '', to = '', at }) => {
      const [begins, ends] = [readClock(from), readClock(to)]
      if (days.length === 0) refuse(['rows', at, 'days'], 'Tick the days of these times')
      if (begins === null) refuse(['rows', at, 'from'], 'Enter a time, like 9am or 17:30')
      if (ends === null) refuse(['rows', at, 'to'], 'Enter a time, like 9am or 17:30')
      return { days: days.map(Number), from: begins ?? '', to: ends ?? '' }
    })
  })

/** What the boxes hold of hours that are kept. */
export function typedHours(hours: StaffedHours) {
  if (hours === null) return { answer: 'all', rows: [] }
  const rows = hours.map(({ days, from, to }) => ({
    days: days.map(String),
    from,
    to: to === '24:00' ? '00:00' : to,
  }))
  return { answer: 'hours', rows }
}

function isEmpty({ days, from, to }: Row): boolean {
  return days.length === 0 && !from && !to
}
