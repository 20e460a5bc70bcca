import { type Answer, discuss, notApplicable } from '../../eligibility/rule'
import type { Day, DayWindow } from '../../time/calendar'
import { type ProgrammeFacts, runsInsideOnly } from '../programme-facts'
import type { ProgrammeRule } from '../rule'
import { timeToFinish } from '../time-to-finish'

export const timeRule: ProgrammeRule = {
  criterion: 'programme_time',
  title: 'Time to finish',
  tier: 1,
  decide({ facts, programme, today }) {
    return timeAnswer(programme, facts.release, today)
  },
}

/** Outside prison it goes on after release: only what runs inside alone has to be finished before. */
export function timeAnswer(programme: ProgrammeFacts, release: DayWindow | null, today: Day): Answer {
  if (programme.hasOpenCohort === false)
    return discuss('No cohort takes referrals now: ask when the next one starts')
  if (!runsInsideOnly(programme)) return notApplicable()
  const runs = programme.hasOpenCohort === null ? null : programme.cohorts
  return timeToFinish({ ...programme, runs }, release, today)
}
