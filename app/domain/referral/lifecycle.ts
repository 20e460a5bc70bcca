import type { ReferralEvent } from './events/registry'
import type { Requirement } from './requirement'
import { type Actor, type Side } from './referral'
import { holdsBed, type ReferralState, statesAt } from './states'

/**
 * The lifecycle of a referral, whole: states, events, who, what is required and the words on the button (product.md,
 * "Lifecycle"). Buttons, role checks, the database's check, the diagram in docs/referral-lifecycle.md and the tests come from it.
 */

/** `where_it_was` is the state kept in resume_state when the referral was parked or its date moved. */
export type Target = ReferralState | 'where_it_was'

export interface Transition {
  from: ReferralState
  event: ReferralEvent
  to: Target
  by: Actor
  requires: readonly Requirement[]
  /** The words on the button; for the clock and the system, what the history says. */
  wording: string
  /**
   * `kept`: it runs on, for handing a referral to a colleague buys no time. `from_entry`: worked out again from when the
   * state was entered. `look_again`: as for what must be reconfirmed. Left out, it begins with the new state.
   */
  limit?: 'kept' | 'from_entry' | 'look_again'
}

const BEFORE_OFFER = statesAt('before_offer')
const WITH_BED = statesAt('offer', 'place', 'moved')
const TAKEN: readonly ReferralState[] = ['under_review', 'assessment_booked', 'waiting_list', ...WITH_BED]

/** How a referral begins: there is none before it is sent. */
export const SUBMISSION = {
  event: 'submit',
  to: 'submitted',
  by: 'referrer',
  requires: ['agreement'],
  wording: 'Submit referral',
} as const satisfies Omit<Transition, 'from'>

export const LIFECYCLE: readonly Transition[] = [
  ...row(['submitted'], 'take_to_assess', 'under_review', 'provider', [], 'Take to assess'),
  ...TAKEN.map(state => handOver(state)),
  ...row(
    ['submitted', 'under_review', 'waiting_list'],
    'request_information',
    'information_requested',
    'provider',
    ['items'],
    'Ask for information',
  ),
  ...row(
    ['information_requested'],
    'answer_information',
    'under_review',
    'referrer',
    ['note'],
    'Send the information',
  ),
  ...row(
    ['under_review'],
    'book_assessment',
    'assessment_booked',
    'provider',
    ['assessment'],
    'Book an assessment',
  ),
  ...row(['assessment_booked'], 'return_to_review', 'under_review', 'provider', [], 'Return to review'),
  ...row(
    ['under_review', 'assessment_booked'],
    'add_to_waiting_list',
    'waiting_list',
    'provider',
    [],
    'Add to the waiting list',
  ),
  ...row(['waiting_list'], 'reconfirm_waiting', 'waiting_list', 'provider', [], 'Still on the waiting list'),

  ...row(
    ['under_review', 'assessment_booked', 'waiting_list'],
    'offer',
    'offered',
    'provider',
    ['bedspace', 'changes_read'],
    'Offer a bedspace',
  ),
  ...row(['offered'], 'extend_offer', 'offered', 'provider', ['note'], 'Extend the offer'),
  ...row(['offered'], 'take_back_offer', 'under_review', 'provider', ['reason'], 'Take back the offer'),
  ...row(
    ['offered'],
    'accept',
    'accepted',
    'referrer',
    ['agreement_answer', 'changes_read'],
    'The person says yes',
  ),
  ...row(['offered'], 'refuse', 'refused', 'referrer', ['agreement_answer', 'reason'], 'The person says no'),
  ...row(['offered'], 'expire', 'expired', 'clock', [], 'Offer expired'),

  ...row(
    ['accepted'],
    'ask_approval',
    'awaiting_approval',
    'referrer',
    [],
    'Wait for approval of the address',
  ),
  ...row(['awaiting_approval'], 'approve', 'accepted', 'referrer', [], 'Address approved'),
  ...row(['accepted'], 'arrive', 'arrived', 'provider', ['stay'], 'Mark as arrived'),
  ...row(['accepted'], 'no_show', 'no_show', 'provider', ['reason'], 'Mark as no-show'),
  ...row(['arrived'], 'depart', 'departed', 'provider', ['departure'], 'Record the departure'),

  ...row(WITH_BED, 'date_moved', 'to_reconfirm', 'system', [], 'Release date moved'),
  ...row(
    ['offered', 'accepted', 'awaiting_approval'],
    'stay_goes_on',
    'to_reconfirm',
    'system',
    [],
    'Somebody still stays there',
  ),
  ...BEFORE_OFFER.map(state => dateMovedIn(state, state === 'waiting_list' ? 'look_again' : 'from_entry')),
  dateMovedIn('parked', 'kept'),
  ...row(['accepted'], 'keep_holding', 'accepted', 'provider', [], 'Keep holding the bedspace'),
  ...row(['to_reconfirm'], 'keep_holding', 'to_reconfirm', 'provider', [], 'Keep holding the bedspace'),
  ...row(['to_reconfirm'], 'reconfirm', 'where_it_was', 'provider', [], 'Reconfirm'),

  ...[...BEFORE_OFFER, ...WITH_BED, 'parked' as const].map(state => noted(state)),

  ...row([...BEFORE_OFFER, ...WITH_BED], 'park', 'parked', 'system', [], 'Parked'),
  ...row(['parked'], 'reopen', 'where_it_was', 'referrer', [], 'Reopen'),
  ...row(['parked'], 'close_elsewhere', 'placed_elsewhere', 'system', [], 'Placed elsewhere'),

  ...row(
    ['submitted', 'under_review', 'assessment_booked', 'waiting_list', 'to_reconfirm'],
    'decline',
    'declined',
    'provider',
    ['reason'],
    'Decline',
  ),
  ...row(
    [...BEFORE_OFFER, ...WITH_BED, 'parked'],
    'withdraw',
    'withdrawn',
    'referrer',
    ['reason'],
    'Withdraw',
  ),
]

/** The one row for an event of an actor in a state, or null: then the state does not allow it. */
export function transition(from: ReferralState, event: ReferralEvent, by: Actor): Transition | null {
  return LIFECYCLE.find(row => row.from === from && row.event === event && row.by === by) ?? null
}

/** What a side may do to a referral in a state, in the table's order: its buttons. */
export function eventsFor(state: ReferralState, side: Side): Transition[] {
  return LIFECYCLE.filter(row => row.from === state && row.by === side)
}

/** Where a parked referral goes back to. Its bed was freed, so one that held a bed starts from review again. */
export function resumeStateWhenParked(state: ReferralState): ReferralState {
  return holdsBed(state) ? 'under_review' : state
}

function row(
  from: readonly ReferralState[],
  event: ReferralEvent,
  to: Target,
  by: Actor,
  requires: readonly Requirement[],
  wording: string,
): Transition[] {
  return from.map(state => ({ from: state, event, to, by, requires, wording }))
}

/** A colleague takes it over: cover for leave, or a second opinion. The state stays. */
function handOver(state: ReferralState): Transition {
  return {
    from: state,
    event: 'take_to_assess',
    to: state,
    by: 'provider',
    requires: [],
    wording: 'Take over',
    limit: 'kept',
  }
}

/** Where no bedspace is held, the state stays: the limit changes, and whoever works on it is told to look again. */
function dateMovedIn(state: ReferralState, limit: Transition['limit']): Transition {
  return {
    from: state,
    event: 'date_moved',
    to: state,
    by: 'system',
    requires: [],
    wording: 'Release date moved',
    limit,
  }
}

/** An answer is another than when the person was referred. The state and its limit stay. */
function noted(state: ReferralState): Transition {
  return {
    from: state,
    event: 'changed',
    to: state,
    by: 'system',
    requires: [],
    wording: 'Changed since it was referred',
    limit: 'kept',
  }
}
