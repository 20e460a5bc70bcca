import type { SignedInViewer } from '@db/viewer'
import type { EventDetails } from './event-details'
import type { ReferralEvent } from './registry'
import type { Transition } from '../lifecycle'
import type { AgreedElsewhere } from '../record/agreed-elsewhere.server'
import type { LockedReferral } from '../record/lock-referral.server'
import type { ReferralState } from '../states'
import type { Refusal } from '../refusal'

/**
 * Who acts. A viewer acts within her own sight of the referral; the clock, and the system where something must follow on
 * other referrals of the case, act in a transaction that is already held to that one case (asSystem).
 */
export type Acting =
  { by: 'side'; viewer: SignedInViewer } | { by: 'clock' | 'system'; viewer: SignedInViewer | null }

export interface Step {
  referralId: string
  event: ReferralEvent
  /** The version the person had in front of her; null for the clock and the system. */
  version: number | null
  /** What else the person had in front of her; absent for the clock and the system. */
  seen?: SeenBasis | null
  details: EventDetails
}

/** What a form was drawn from besides the referral itself: how often the release date had moved, how many changes were noted. */
export interface SeenBasis {
  releaseVersion: number
  changes: number
}

/** An event that the table allows, as it is applied: who does what, to which referral, by which row, and the state it then has. */
export interface Acted {
  acting: Acting
  step: Step
  referral: LockedReferral
  row: Transition
  state: ReferralState
}

/** What an event changes besides the state. */
interface Changes {
  assessorId?: string
  agreedTier?: number
  assessmentAt?: Date
  assessmentMethod?: string
  requestedItems?: string[]
}

/** Where an event that undoes another leads: known once its bed is had again, or is another's. */
export interface Becomes {
  state: ReferralState
  resumeState: ReferralState | null
  /** Since when it counts as being there: what is undone buys no time. */
  since: Date
}

/** What is done for an event before the state is written; it may refuse, and then must have changed nothing. */
export type Effect = (referral: LockedReferral, row: Transition) => Promise<Done | Refusal>

interface Done {
  ok: true
  changes?: Changes
  offerExpiresAt?: Date
  holdEndsAt?: Date
  becomes?: Becomes
  /** What was before, for the history: of a correction; or how it turned out. */
  was?: readonly string[]
  /** By which other referrals to the same provider less is agreed with it. */
  alsoNarrowed?: AgreedElsewhere[]
}

export type Applied = {
  ok: true
  referralId: string
  caseId: string
  from: ReferralState
  state: ReferralState
  version: number
  historyId: string
  alsoNarrowed?: AgreedElsewhere[]
  /** What the history keeps of it besides what was given: how it turned out. */
  was: string[]
}
