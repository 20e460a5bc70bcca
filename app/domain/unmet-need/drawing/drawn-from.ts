import type { ClosingReason } from '../../case/closing/case-closing'
import type { CheckAnswers, CheckKind } from '../../outcome/checks'
import type { ReferralEvent } from '../../referral/events/registry'
import type { Departure } from '../../referral/reasons'
import type { ReferralState } from '../../referral/states'
import type { Day } from '../../time/calendar'
import type { Mark } from '../own-match/marks'
import type { BarrierFacts } from './barriers-of'

/** What the statistician reads of one case: codes, days and states. */
export interface DrawnFrom {
  caseId: string
  woman: string
  prisonCode: string
  custodyStatus: 'sentenced' | 'remand' | 'recall'
  homeAuthority: string
  releaseOn: Day | null
  openedOn: Day
  ageBand: string | null
  preferredAuthorities: readonly string[]
  barrierFacts: BarrierFacts
  /** The earliest first. */
  dateChanges: readonly { from: Day | null; to: Day | null; on: Day }[]
  /** The one that stands: a case that was reopened has none. */
  closing: { reason: ClosingReason; closedOn: Day } | null
  checks: readonly RecordedCheck[]
  /** The earliest first. */
  matches: readonly DrawnMatch[]
  referrals: readonly DrawnReferral[]
}

/** What the system itself found for her, so many days before a release. */
export interface DrawnMatch {
  daysBefore: Mark
  releaseOn: Day
  found: 'some' | 'none'
  wouldPlace: readonly string[]
  turnedAway: readonly string[]
}

/** One recording of a check; `replacedBecause` is null for the one that stands. */
export interface RecordedCheck<Kind extends CheckKind = CheckKind> {
  kind: Kind
  answers: CheckAnswers<Kind>
  recordedAt: Date
  replacedBecause: 'changed' | 'wrong' | null
}

export interface DrawnReferral {
  id: string
  state: ReferralState
  submittedAt: Date
  assessmentAt: Date | null
  reasons: readonly string[]
  isWomenOnly: boolean
  /** The earliest first. */
  history: readonly HistoryLine[]
  placement: { arrivedOn: Day; departedOn: Day | null; departure: Departure | null } | null
}

export interface HistoryLine {
  event: ReferralEvent
  at: Date
  toState: ReferralState
  byRole: string
}
