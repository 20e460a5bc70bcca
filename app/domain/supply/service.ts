import type { Policy } from '../eligibility/policy'
import type { YesCaseNo } from '../service/service'
import type { SupplyCriterion } from './criteria'

/** What one service states and has, as far as supply asks. It names no person and no place but the authorities covered. */
export interface SupplyService {
  id: string
  kind: string
  /** Where it is is hidden: it is told of by the authorities it covers, and its beds and their confirmation, all null, by none. */
  isConfidential: boolean
  authorities: readonly string[]
  sex: Policy['sex']
  /** null, or absent where the criterion is younger than the reading: not stated, never "no". */
  answers: Readonly<Partial<Record<SupplyCriterion, YesCaseNo | null>>>
  policyVerifiedAt: Date | null
  /** Somebody verified the policy in the last 90 days. */
  isPolicyVerified: boolean
  /** Bedspaces a woman may have: those for men only are none. */
  beds: number | null
  /** Of them, free on the day that is asked for; of those added since they were confirmed nobody has said that they are. */
  free: number | null
  /** The vacancies are confirmed, not "check first" and not unknown. */
  isVacancyConfirmed: boolean | null
  vacancyConfirmedAt: Date | null
  /** Of `beds`, those added after that: of them nothing was confirmed. Absent for none, and in older readings. */
  addedSince?: number
  /** It takes nobody new for a while: what stands empty there is offered to nobody. Absent in readings that are older than this. */
  isPaused?: boolean
}
