import type { Standing } from '~/domain/entry/standing'
import { CANCEL_REASONS } from '~/domain/programme/cancelled-run'
import { runTimeWords } from '~/domain/programme/run-time'
import type { Run } from '~/domain/run/runs.server'
import { type Day, formatDayLong } from '~/domain/time/calendar'
import { inSentence } from '~/domain/words/english'

/** How a run stands for those who keep it. */
type RunStanding = 'open' | 'held' | 'shut' | 'over' | 'cancelled'

export interface RunLine {
  id: string
  dates: string
  facts: string[]
  standing: RunStanding
  standingWords: string
}

const STANDING_WORDS: Readonly<Record<Exclude<RunStanding, 'cancelled'>, string>> = {
  open: 'Takes nominations',
  held: 'Takes no nominations',
  shut: 'Takes no more nominations',
  over: 'Over',
}

/** One run in words, of a programme that stands so. */
export function runLine(run: Run, programme: Standing, today: Day): RunLine {
  const standing = standingOf(run, programme, today)
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
        : `Cancelled: ${inSentence(CANCEL_REASONS[run.cancelledReason])}`,
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

/** Nobody is nominated for a run, whatever its days, while the programme takes nobody. */
function standingOf(run: Run, programme: Standing, today: Day): RunStanding {
  if (run.cancelledAt !== null) return 'cancelled'
  if (isOver(run, today)) return 'over'
  if (run.lastReferralOn < today) return 'shut'
  return programme === 'open' ? 'open' : 'held'
}
