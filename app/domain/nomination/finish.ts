import { runsInsideOnly } from '../programme/programme-facts'
import type { Day, DayWindow } from '../time/calendar'

/** Whether somebody who is named for a run can finish it, in words. Safe for the browser. */
export const FINISH = {
  in_time: 'the run can still be finished',
  ask: 'whether the run can be finished before release is not sure',
  no_time: 'this run cannot be finished before release now',
} as const
export type Finish = keyof typeof FINISH

/** The same for a run that ends on a day (null: none is set), and a release in `release` (null: not known). Outside prison it goes on after release. */
export function finishOf(
  run: { deliveredIn: readonly string[]; endsOn: Day | null },
  release: DayWindow | null,
): Finish {
  const { endsOn } = run
  if (!runsInsideOnly(run)) return 'in_time'
  if (release === null || endsOn === null) return 'ask'
  if (endsOn > release.to) return 'no_time'
  return endsOn <= release.from ? 'in_time' : 'ask'
}
