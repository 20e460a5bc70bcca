import type { Decision } from '../../eligibility/decision'
import type { AgreedTier } from '../referral'

/** One referral of one case to one service. */
export interface NewReferral {
  caseId: string
  serviceId: string
  /** The person's yes to this referral, and up to which tier of what is known. */
  agreed: boolean
  agreedTier: AgreedTier
  /** The decision as it was shown to the officer. */
  decision: Decision
  /** The mark of the decision on the page she sent: it must be the decision of the moment. Absent where no page was drawn. */
  shown?: string
  /** Why she refers all the same; required unless the outcome is eligible. */
  justification: string | null
}

export type Submitted = { ok: true; referralId: string; reference: string }
