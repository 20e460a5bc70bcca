import type { FactField } from '../eligibility/facts'
import { type Answer, discuss, eligible, notApplicable, notEligible } from '../eligibility/rule'
import { daysBetween, type Day, type DayWindow, formatDayLong } from '../time/calendar'

/** One run of a programme, as far as a decision reads it. */
export interface Run {
  endsOn: Day
  /** Places that are not taken. */
  left: number
  /** It still takes referrals. */
  isOpen: boolean
}

interface TimeNeeded {
  /** The runs that have not ended; null where the programme runs without them. */
  runs: readonly Run[] | null
  minimumStayWeeks: number | null
}

const DATE_MISSING: readonly FactField[] = ['release']

/**
 * Whether somebody inside has the time: a run that still takes referrals has to end by the day of release, and the stay asked
 * for has to fit before it. Both are answered for the first day release may fall on, and for the last.
 */
export function timeToFinish(
  { runs, minimumStayWeeks: weeks }: TimeNeeded,
  release: DayWindow | null,
  today: Day,
): Answer {
  if (runs === null && weeks === null) return notApplicable()
  if (release === null)
    return discuss(`${needWords(weeks)} before release: the date is not known`, DATE_MISSING)
  if (weeks !== null && daysBetween(today, release.to) < weeks * 7)
    return notEligible(`It needs ${weeks} weeks before release`)
  return runs === null ? stayAnswer(weeks ?? 0, release, today) : runAnswer(runs, weeks ?? 0, release, today)
}

function stayAnswer(weeks: number, release: DayWindow, today: Day): Answer {
  return daysBetween(today, release.from) < weeks * 7
    ? discuss(`It needs ${weeks} weeks before release, and the date may be too soon`)
    : eligible(`There are ${weeks} weeks or more before release`)
}

function runAnswer(runs: readonly Run[], weeks: number, release: DayWindow, today: Day): Answer {
  const inTime = runs.filter(run => run.isOpen && run.endsOn <= release.to)
  const [first] = inTime.toSorted((a, b) => (a.endsOn < b.endsOn ? -1 : 1))
  if (!first) return notEligible(tooLate(runs))
  if (inTime.every(run => run.left <= 0)) return discuss('The run that ends before release is full: ask')
  const isSure = inTime.some(run => run.left > 0 && run.endsOn <= release.from)
  return isSure && daysBetween(today, release.from) >= weeks * 7
    ? eligible(`A run ends on ${formatDayLong(first.endsOn)}, before release`)
    : discuss(`A run ends on ${formatDayLong(first.endsOn)}, and release may come before it`)
}

function tooLate(runs: readonly Run[]): string {
  const [next] = runs
    .filter(run => run.isOpen)
    .map(run => run.endsOn)
    .sort()
  return next === undefined
    ? 'No run takes referrals before release'
    : `The next run ends on ${formatDayLong(next)}, after release`
}

function needWords(weeks: number | null): string {
  return weeks === null ? 'It has to be finished' : `It needs ${weeks} weeks`
}
