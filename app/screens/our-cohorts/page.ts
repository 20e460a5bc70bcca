import { CANCEL_REASONS } from '~/domain/programme/cancelled-run'
import { runTimeWords } from '~/domain/programme/run-time'
import type { Run } from '~/domain/run/runs.server'
import { type Day, formatDayLong } from '~/domain/time/calendar'

/** How a run stands for those who keep it. */
type RunStanding = 'open' | 'shut' | 'over' | 'cancelled'

export interface RunLine {
  id: string
  dates: string
  facts: string[]
  standing: RunStanding
  standingWords: string
}

const STANDING_WORDS: Readonly<Record<Exclude<RunStanding, 'cancelled'>, string>> = {
  open: 'Takes nominations',
  shut: 'Takes no more nominations',
  over: 'Over',
}

/** One run of a programme in words. */
export function runLine(run: Run, today: Day): RunLine {
  const standing = standingOf(run, today)
  return {
    id: run.id,
    dates: runDates(run),
    facts: [
      ...[runTimeWords(run), run.place].filter(said => said !== null),
      `${run.taken} of ${run.capacity} places taken`,
      ...(run.waiting > 0 ? [`${run.waiting} waiting`] : []),
      ...(run.here.named > 0 ? [`${run.here.named} nominated here, not begun`] : []),
      `Last day to nominate: ${formatDayLong(run.lastReferralOn)}`,
      ...(run.reachChildren === null ? [] : [`Reaches ${run.reachChildren} children`]),
    ],
    standing,
    standingWords:
      run.cancelledReason === null || standing !== 'cancelled'
        ? STANDING_WORDS[standing === 'cancelled' ? 'over' : standing]
        : `Cancelled: ${CANCEL_REASONS[run.cancelledReason].toLowerCase()}`,
  }
}

/** '8 February 2027 to 5 March 2027' */
export function runDates({ startsOn, endsOn }: Pick<Run, 'startsOn' | 'endsOn'>): string {
  return `${formatDayLong(startsOn)} to ${formatDayLong(endsOn)}`
}

/** True for a run that is behind, cancelled ones too. */
export function isOver({ endsOn }: Pick<Run, 'endsOn'>, today: Day): boolean {
  return endsOn < today
}

function standingOf(run: Run, today: Day): RunStanding {
  if (run.cancelledAt !== null) return 'cancelled'
  if (isOver(run, today)) return 'over'
  return run.lastReferralOn >= today ? 'open' : 'shut'
}
