import type { Policy } from '../eligibility/policy'
import type { YesCaseNo } from '../service/service'

/** What one service states and has, as far as supply asks. It names no person and no place but the authorities covered. */
export interface SupplyService {
  id: string
  kind: string
  authorities: readonly string[]
  sex: Policy['sex']
  peopleFromPrison: YesCaseNo | null
  children: Policy['children']
  couple: YesCaseNo | null
  complexNeeds: YesCaseNo | null
  policyVerifiedAt: Date | null
  /** Somebody verified the policy in the last 90 days. */
  isPolicyVerified: boolean
  beds: number
  freeToday: number
  /** The vacancies are confirmed, not "check first" and not unknown. */
  isVacancyConfirmed: boolean
  vacancyConfirmedAt: Date | null
}
