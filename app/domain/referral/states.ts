import type { Side } from './referral'

/** The states of a referral: what is so in each, a row a state. What follows from one is read here. Safe for the browser. */

/** How far it has come; the bed is a claim on a bedspace. */
type Stage =
  /** No bedspace is offered yet. */
  | 'before_offer'
  /** A bed is offered, and nobody has answered. */
  | 'offer'
  /** The person has said yes to the bed, and is to come. */
  | 'place'
  /** An offer or a place whose days are to be said again: the state it came from says which. */
  | 'moved'
  /** The person lives there. */
  | 'stay'
  /** Waits for what becomes of another referral of the case. */
  | 'parked'
  /** Nothing can happen any more; a new referral links back to it. */
  | 'ended'

/** The time a state may last (product.md, "Lifecycle", column "limit"). */
export type Limit =
  /** Working days after now; the same day, if anybody works then, when release is within five days and `quickNearRelease`. */
  | { kind: 'working_days'; days: number; quickNearRelease?: true }
  /** Days after now, or the working day after those. */
  | { kind: 'days'; days: number }
  /** Working days after the assessment. */
  | { kind: 'after_assessment'; days: number }
  /** As long as the offer stands. */
  | { kind: 'offer' }
  /** 20:00 on the day of release: then somebody calls. */
  | { kind: 'release_day' }

/** How long a state may last where the region set another number than its row says, by the state. */
export type LimitDays = Readonly<Partial<Record<string, number>>>

/** The groups of what is open in each side's list; their words stand in list/referral-groups.ts. */
export interface GroupKeys {
  provider: 'new' | 'decide' | 'expected' | 'referrer' | 'waiting' | 'parked'
  referrer: 'offers' | 'asked' | 'coming' | 'waiting' | 'parked'
}

interface StateFacts {
  label: string
  stage: Stage
  /** Left out where nothing is due. */
  limit?: Limit
  /** The side everybody waits for; left out where nobody must act: it ended, is parked, or waits for the day. */
  actsNext?: Side
  /** Somebody must still act before the release. */
  endsBeforeRelease?: true
  /** Left out where it stands in no list of what is open. */
  group?: Readonly<GroupKeys>
}

const STATES = {
  submitted: {
    label: 'Submitted',
    stage: 'before_offer',
    limit: { kind: 'working_days', days: 1 },
    actsNext: 'provider',
    endsBeforeRelease: true,
    group: { provider: 'new', referrer: 'waiting' },
  },
  information_requested: {
    label: 'Information requested',
    stage: 'before_offer',
    limit: { kind: 'working_days', days: 3 },
    actsNext: 'referrer',
    endsBeforeRelease: true,
    group: { provider: 'referrer', referrer: 'asked' },
  },
  under_review: {
    label: 'Under review',
    stage: 'before_offer',
    limit: { kind: 'working_days', days: 3, quickNearRelease: true },
    actsNext: 'provider',
    endsBeforeRelease: true,
    group: { provider: 'decide', referrer: 'waiting' },
  },
  assessment_booked: {
    label: 'Assessment booked',
    stage: 'before_offer',
    limit: { kind: 'after_assessment', days: 2 },
    actsNext: 'provider',
    endsBeforeRelease: true,
    group: { provider: 'decide', referrer: 'waiting' },
  },
  waiting_list: {
    label: 'Waiting list',
    stage: 'before_offer',
    limit: { kind: 'days', days: 14 },
    actsNext: 'provider',
    endsBeforeRelease: true,
    group: { provider: 'waiting', referrer: 'waiting' },
  },
  offered: {
    label: 'Offered',
    stage: 'offer',
    limit: { kind: 'offer' },
    actsNext: 'referrer',
    endsBeforeRelease: true,
    group: { provider: 'referrer', referrer: 'offers' },
  },
  accepted: {
    label: 'Accepted',
    stage: 'place',
    limit: { kind: 'release_day' },
    actsNext: 'provider',
    group: { provider: 'expected', referrer: 'coming' },
  },
  awaiting_approval: {
    label: 'Awaiting approval',
    stage: 'place',
    limit: { kind: 'working_days', days: 5 },
    actsNext: 'referrer',
    endsBeforeRelease: true,
    group: { provider: 'expected', referrer: 'asked' },
  },
  to_reconfirm: {
    label: 'To reconfirm',
    stage: 'moved',
    limit: { kind: 'working_days', days: 1, quickNearRelease: true },
    actsNext: 'provider',
    endsBeforeRelease: true,
    group: { provider: 'decide', referrer: 'coming' },
  },
  arrived: {
    label: 'Arrived',
    stage: 'stay',
    limit: { kind: 'days', days: 91 },
    actsNext: 'provider',
  },
  parked: { label: 'Parked', stage: 'parked', group: { provider: 'parked', referrer: 'parked' } },
  declined: { label: 'Declined', stage: 'ended' },
  refused: { label: 'Refused', stage: 'ended' },
  withdrawn: { label: 'Withdrawn', stage: 'ended' },
  expired: { label: 'Expired', stage: 'ended' },
  no_show: { label: 'No-show', stage: 'ended' },
  departed: { label: 'Departed', stage: 'ended' },
  placed_elsewhere: { label: 'Placed elsewhere', stage: 'ended' },
} as const satisfies Record<string, StateFacts>

export type ReferralState = keyof typeof STATES

export const REFERRAL_STATES = Object.keys(STATES) as readonly ReferralState[]

/** What is so in a state. */
export function factsOf(state: ReferralState): StateFacts {
  return STATES[state]
}

/** How a state is called. */
export function stateLabel(state: ReferralState): string {
  return factsOf(state).label
}

/** The states of some stages, in the table's order. */
export function statesAt(...stages: readonly Stage[]): ReferralState[] {
  return REFERRAL_STATES.filter(state => isAt(state, ...stages))
}

/** True when a state is of one of some stages. */
export function isAt(state: ReferralState, ...stages: readonly Stage[]): boolean {
  return stages.includes(factsOf(state).stage)
}

/** A referral's state, and the one it comes back to once it is reopened or its days are said again. */
export interface Stood {
  state: ReferralState
  resumeState: ReferralState | null
}

/** The state it is in; of what is to be reconfirmed, the one it came from. */
export function stoodAt({ state, resumeState }: Stood): ReferralState {
  return isAt(state, 'moved') ? (resumeState ?? state) : state
}

/** True when the text is a state. */
export function isReferralState(text: string): text is ReferralState {
  return Object.hasOwn(STATES, text)
}

/** The state a stored text names. @throws Error for any other text: the database's own check keeps those out */
export function referralState(text: string): ReferralState {
  if (!isReferralState(text)) throw new Error('Not a state of a referral')
  return text
}

/** True while something may still happen to the referral. */
export function isOpen(state: ReferralState): boolean {
  return !isAt(state, 'ended')
}

/** True in the states in which, and in no other, a referral has a claim on a bedspace. */
export function holdsBed(state: ReferralState): boolean {
  return isAt(state, 'offer', 'place', 'moved', 'stay')
}

/** The side everybody waits for, or null when nobody must act. */
export function actsNext(state: ReferralState): Side | null {
  return factsOf(state).actsNext ?? null
}
