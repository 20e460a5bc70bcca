import { type DeliveredIn, INSIDE_PRISON } from './programme'
import type { Run } from './time-to-finish'

/** What a decision reads of a programme. Null is "not stated". */
export interface ProgrammeFacts {
  deliveredIn: readonly string[]
  prisonCodes: readonly string[]
  audiences: readonly string[]
  takesRemand: boolean | null
  minimumStayWeeks: number | null
  childContactClearance: boolean | null
  rotl: string | null
  /** Whether any cohort still takes referrals; null where the programme runs without cohorts. */
  hasOpenCohort: boolean | null
  cohorts: readonly Run[]
}

/** Whether nobody outside prison can be there. */
export function runsInsideOnly({ deliveredIn }: Pick<ProgrammeFacts, 'deliveredIn'>): boolean {
  return deliveredIn.every(where => INSIDE_PRISON.includes(where as DeliveredIn))
}
