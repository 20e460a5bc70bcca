import type { ProgrammeShown } from '../programme/programme-queries.server'
import { timeAnswer } from '../programme/rules/time'
import type { Day, DayWindow } from '../time/calendar'

/** 'run': there is no such run of the programme. */
export type RunRefusal = 'run' | 'run_closed' | 'no_time'

/**
 * Whether somebody released on a day of `release` (null: not known) may be named for a run, null where the programme has none: its last day to refer
 * is not over, and where it runs inside alone it ends before the last day release may fall on. A full run has a waiting list.
 */
export function runAnswer(
  programme: Pick<ProgrammeShown, 'cohorts' | 'deliveredIn' | 'hasOpenCohort' | 'minimumStayWeeks'> &
    Parameters<typeof timeAnswer>[0],
  cohortId: string | null,
  release: DayWindow | null,
  today: Day,
): { ok: true } | { ok: false; reason: RunRefusal } {
  const run = programme.cohorts.find(({ id }) => id === cohortId)
  if (!run && (cohortId !== null || programme.hasOpenCohort !== null)) return { ok: false, reason: 'run' }
  if (run && !run.isOpen) return { ok: false, reason: 'run_closed' }
  const alone = { ...programme, cohorts: run ? [run] : [] }
  const { outcome } = timeAnswer(alone, release, today)
  return outcome === 'not_eligible' ? { ok: false, reason: 'no_time' } : { ok: true }
}
