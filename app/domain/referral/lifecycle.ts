import type { ReferralEvent } from './events/registry'
import type { Requirement } from './requirement'
import { workingDaysAfter } from './due'
import type { Actor, Side } from './referral'
import { holdsBed, isAt, REFERRAL_STATES, type ReferralState, statesAt, type Stood, stoodAt } from './states'

/**
 * The lifecycle of a referral, whole: states, events, who, what is required and the words on the button (product.md,
 * "Lifecycle"). Buttons, role checks, the database's check, the diagram in docs/referral-lifecycle.md and the tests come from it.
 */

/** `where_it_was` is the state kept in resume_state when the referral was parked or its date moved. */
export type Target = ReferralState | 'where_it_was' | typeof AS_BEFORE

/** The state it was in before what is undone; under review where that had a bed which is another's now, parked where another place stands. */
export const AS_BEFORE = 'as_before'

/** So many working days what was recorded can be undone, and no longer. */
const UNDO_WORKING_DAYS = 2

/** Until when what brought a referral to its state can be undone: close of business. */
export function undoableUntil(stateChangedAt: Date): Date {
  return workingDaysAfter(stateChangedAt, UNDO_WORKING_DAYS)
}

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
  /** What must be so besides the state. */
  where?: Condition
}

/** Where a referral stands, as far as the table asks. */
export interface Situation extends Stood {
  /** See record/other-address.server.ts. */
  hasOtherAddress: boolean
  /** An offer to the person has expired without an answer before. */
  hasLapsed: boolean
  isServiceClosed: boolean
  /** Of the latest offer, whatever became of it; null where none was made. */
  offerExpiresAt: Date | null
  /** The stay is to go on in another room on a day to come, and nobody has recorded that it does. */
  isMovePlanned: boolean
  /** Null until somebody takes it to assess. */
  assessorId: string | null
  /** The side that brought it to its state; null where the clock or the system did. */
  endedBy: Side | null
  stateChangedAt: Date
  now: Date
}

/** What a row may ask besides the state, in words for the drawing. */
export const CONDITIONS = {
  place: {
    words: 'of a place',
    holds: situation => isAt(stoodAt(situation), 'place'),
  },
  other_address: {
    words: 'the service has another address',
    holds: ({ hasOtherAddress }) => hasOtherAddress,
  },
  no_other_address: {
    words: 'the service has no other address',
    holds: ({ hasOtherAddress }) => !hasOtherAddress,
  },
  service_closed: {
    words: 'the service has closed',
    holds: ({ isServiceClosed }) => isServiceClosed,
  },
  move_planned: {
    words: 'while a move is planned',
    holds: ({ isMovePlanned }) => isMovePlanned,
  },
  no_move_planned: {
    words: 'while no move is planned',
    holds: ({ isMovePlanned }) => !isMovePlanned,
  },
  offer_runs: {
    words: 'until the offer expires',
    holds: ({ offerExpiresAt, now }) => offerExpiresAt !== null && now < offerExpiresAt,
  },
  taken: {
    words: 'taken to assess before',
    holds: ({ assessorId }) => assessorId !== null,
  },
  first_lapse: {
    words: 'the first time',
    holds: ({ hasLapsed }) => !hasLapsed,
  },
  second_lapse: {
    words: 'the second time',
    holds: ({ hasLapsed }) => hasLapsed,
  },
  lately: {
    words: `within ${UNDO_WORKING_DAYS} working days`,
    holds: isFresh,
  },
  lately_by_provider: {
    words: `within ${UNDO_WORKING_DAYS} working days, where the provider ended it`,
    holds: situation => situation.endedBy === 'provider' && isFresh(situation),
  },
  lately_by_referrer: {
    words: `within ${UNDO_WORKING_DAYS} working days, where the referrer ended it`,
    holds: situation => situation.endedBy === 'referrer' && isFresh(situation),
  },
} as const satisfies Record<string, { words: string; holds: (situation: Situation) => boolean }>

/** Close enough to its last change that this can be undone. */
function isFresh({ stateChangedAt, now }: Situation): boolean {
  return now <= undoableUntil(stateChangedAt)
}

type Condition = keyof typeof CONDITIONS

const IN_REVIEW: readonly ReferralState[] = ['under_review', 'assessment_booked', 'waiting_list']
const BEFORE_OFFER = statesAt('before_offer')
const NOT_WAITING = BEFORE_OFFER.filter(state => state !== 'waiting_list')
const WITH_BED = statesAt('offer', 'place', 'moved')
const CLOSED_WITH_ITS_SERVICE = statesAt('offer', 'place', 'parked')
const BEFORE_ARRIVAL: readonly ReferralState[] = [...BEFORE_OFFER, ...WITH_BED]

/** How a referral begins: there is none before it is sent. */
export const SUBMISSION = {
  event: 'submit',
  to: 'submitted',
  by: 'referrer',
  requires: ['agreement'],
  wording: 'Submit referral',
} as const satisfies Omit<Transition, 'from'>

/** As it is written: for several states at once. `same` is the state it is in. */
interface Row extends Pick<Transition, 'event' | 'by' | 'wording' | 'limit' | 'where'> {
  from: readonly ReferralState[]
  to: Target | 'same'
  requires?: readonly Requirement[]
}

/** The table; its columns stand in line. */
// prettier-ignore
const ROWS: readonly Row[] = [
  { event: 'take_to_assess',      by: 'provider', from: ['submitted'],                                 to: 'under_review',          wording: 'Take to assess' },
  // A colleague takes it over: cover for leave, or a second opinion.
  { event: 'take_to_assess',      by: 'provider', from: [...IN_REVIEW, ...WITH_BED],                   to: 'same',                  wording: 'Take over', limit: 'kept' },
  { event: 'request_information', by: 'provider', from: ['submitted', 'under_review', 'waiting_list'], to: 'information_requested', wording: 'Ask for information', requires: ['items'] },
  { event: 'answer_information',  by: 'referrer', from: ['information_requested'],                     to: 'under_review',          wording: 'Send the information', requires: ['note'] },
  { event: 'answered_by_phone',   by: 'provider', from: ['information_requested'],                     to: 'under_review',          wording: 'Answered by phone', requires: ['note'] },
  { event: 'take_back_question',  by: 'provider', from: ['information_requested'],                     to: 'under_review',          wording: 'Take the question back' },
  { event: 'book_assessment',     by: 'provider', from: ['under_review', 'information_requested', 'waiting_list'], to: 'assessment_booked',     wording: 'Book an assessment', requires: ['assessment'] },
  { event: 'return_to_review',    by: 'provider', from: ['assessment_booked'],                         to: 'under_review',          wording: 'Return to review' },
  { event: 'add_to_waiting_list', by: 'provider', from: ['under_review', 'assessment_booked'],         to: 'waiting_list',          wording: 'Add to the waiting list', requires: ['reason'] },
  { event: 'reconfirm_waiting',   by: 'provider', from: ['waiting_list'],                              to: 'same',                  wording: 'Still on the waiting list' },

  { event: 'offer',               by: 'provider', from: IN_REVIEW,                                     to: 'offered',               wording: 'Offer a bedspace', requires: ['bedspace', 'changes_read'] },
  { event: 'offer',               by: 'provider', from: ['information_requested'],                     to: 'offered',               wording: 'Offer a bedspace', requires: ['bedspace', 'changes_read'], where: 'taken' },
  { event: 'extend_offer',        by: 'provider', from: ['offered'],                                   to: 'same',                  wording: 'Extend the offer', requires: ['note'] },
  { event: 'take_back_offer',     by: 'provider', from: ['offered'],                                   to: 'under_review',          wording: 'Take back the offer', requires: ['reason'] },
  { event: 'accept',              by: 'referrer', from: ['offered'],                                   to: 'accepted',              wording: 'The person says yes', requires: ['agreement_answer', 'changes_read'] },
  { event: 'take_back_yes',       by: 'referrer', from: ['accepted', 'awaiting_approval'],             to: 'offered',               wording: 'Take the yes back', requires: ['note'], where: 'offer_runs' },
  { event: 'refuse',              by: 'referrer', from: ['offered'],                                   to: 'refused',               wording: 'The person says no', requires: ['agreement_answer', 'reason'] },
  { event: 'expire',              by: 'clock',    from: ['offered'],                                   to: 'under_review',          wording: 'Offer expired', where: 'first_lapse' },
  { event: 'expire',              by: 'clock',    from: ['offered'],                                   to: 'expired',               wording: 'Offer expired', where: 'second_lapse' },

  { event: 'ask_approval',        by: 'referrer', from: ['accepted'],                                  to: 'awaiting_approval',     wording: 'Wait for approval of the address' },
  { event: 'approve',             by: 'referrer', from: ['awaiting_approval'],                         to: 'accepted',              wording: 'Address approved' },
  { event: 'refuse_address',      by: 'referrer', from: ['awaiting_approval'],                         to: 'under_review',          wording: 'Address refused by probation', requires: ['reason'], where: 'other_address' },
  { event: 'refuse_address',      by: 'referrer', from: ['awaiting_approval'],                         to: 'declined',              wording: 'Address refused by probation', requires: ['reason'], where: 'no_other_address' },
  { event: 'arrive',              by: 'provider', from: ['accepted'],                                  to: 'arrived',               wording: 'Mark as arrived', requires: ['stay'] },
  { event: 'no_show',             by: 'provider', from: ['accepted'],                                  to: 'no_show',               wording: 'Mark as no-show', requires: ['reason'] },
  { event: 'take_back_place',     by: 'provider', from: ['accepted', 'awaiting_approval'],             to: 'under_review',          wording: 'Take the place back', requires: ['reason'] },
  { event: 'take_back_place',     by: 'provider', from: ['to_reconfirm'],                              to: 'under_review',          wording: 'Take the place back', requires: ['reason'], where: 'place' },
  { event: 'other_room',          by: 'provider', from: ['accepted', 'awaiting_approval'],             to: 'same',                  wording: 'Give another room', requires: ['bedspace', 'note'], limit: 'from_entry' },
  { event: 'other_room',          by: 'provider', from: ['to_reconfirm'],                              to: 'where_it_was',          wording: 'Give another room', requires: ['bedspace', 'note'], where: 'place' },
  { event: 'undo_arrival',        by: 'provider', from: ['arrived'],                                   to: 'accepted',              wording: 'Undo the arrival', requires: ['note'], where: 'lately' },
  { event: 'correct_arrival',     by: 'provider', from: ['arrived'],                                   to: 'same',                  wording: 'Correct the day of arrival', requires: ['days'], limit: 'kept' },
  { event: 'move_stay',           by: 'provider', from: ['arrived'],                                   to: 'same',                  wording: 'Move to another room', requires: ['bedspace', 'note'], limit: 'kept', where: 'no_move_planned' },
  { event: 'move_stay',           by: 'provider', from: ['arrived'],                                   to: 'same',                  wording: 'Record the move', requires: ['bedspace', 'note'], limit: 'kept', where: 'move_planned' },
  { event: 'plan_move',           by: 'provider', from: ['arrived'],                                   to: 'same',                  wording: 'Plan a move to another room', requires: ['bedspace', 'note'], limit: 'kept', where: 'no_move_planned' },
  { event: 'plan_move',           by: 'provider', from: ['arrived'],                                   to: 'same',                  wording: 'Change the planned move', requires: ['bedspace', 'note'], limit: 'kept', where: 'move_planned' },
  { event: 'call_off_move',       by: 'provider', from: ['arrived'],                                   to: 'same',                  wording: 'Call the move off', requires: ['note'], limit: 'kept', where: 'move_planned' },
  // Of whoever is to move it is the move that is sure; the end is asked again once that is recorded.
  { event: 'change_stay_end',     by: 'provider', from: ['arrived'],                                   to: 'same',                  wording: 'Change until when the person stays', limit: 'kept', where: 'no_move_planned' },
  { event: 'depart',              by: 'provider', from: ['arrived'],                                   to: 'departed',              wording: 'Record the departure', requires: ['departure'] },

  { event: 'date_moved',          by: 'system',   from: WITH_BED,                                      to: 'to_reconfirm',          wording: 'Release date moved' },
  { event: 'stay_goes_on',        by: 'system',   from: ['offered', 'accepted', 'awaiting_approval'],  to: 'to_reconfirm',          wording: 'Somebody still stays there' },
  // Where no bedspace is held, the state stays: the limit changes, and whoever works on it is told to look again.
  { event: 'date_moved',          by: 'system',   from: NOT_WAITING,                                   to: 'same',                  wording: 'Release date moved', limit: 'from_entry' },
  { event: 'date_moved',          by: 'system',   from: ['waiting_list'],                              to: 'same',                  wording: 'Release date moved', limit: 'look_again' },
  { event: 'date_moved',          by: 'system',   from: ['parked'],                                    to: 'same',                  wording: 'Release date moved', limit: 'kept' },
  { event: 'keep_holding',        by: 'provider', from: ['accepted', 'to_reconfirm'],                  to: 'same',                  wording: 'Keep holding the bedspace' },
  { event: 'reconfirm',           by: 'provider', from: ['to_reconfirm'],                              to: 'where_it_was',          wording: 'Reconfirm' },

  // An answer is another than when the person was referred.
  { event: 'changed',             by: 'system',   from: [...BEFORE_ARRIVAL, 'parked'],                 to: 'same',                  wording: 'Changed since it was referred', limit: 'kept' },

  // Another prison's team has the case from now on.
  { event: 'handed_over',         by: 'system',   from: [...BEFORE_ARRIVAL, 'parked'],                 to: 'same',                  wording: 'Handed over to another team', limit: 'kept' },

  // An agreement is with a provider: what has ended there may be opened again, and then no more is read than the person agrees to.
  { event: 'change_agreement',    by: 'system',   from: REFERRAL_STATES,                               to: 'same',                  wording: 'Less is agreed', requires: ['agreement_extent'], limit: 'kept' },
  { event: 'park',                by: 'system',   from: BEFORE_ARRIVAL,                                to: 'parked',                wording: 'Parked' },
  { event: 'reopen',              by: 'referrer', from: ['parked'],                                    to: 'where_it_was',          wording: 'Reopen' },
  { event: 'close_elsewhere',     by: 'system',   from: ['parked'],                                    to: 'placed_elsewhere',      wording: 'Placed elsewhere' },

  { event: 'decline',             by: 'provider', from: [...BEFORE_OFFER, 'to_reconfirm'],             to: 'declined',              wording: 'Decline', requires: ['reason'] },
  // A service that closes lets nobody wait for it: what it offered, promised or would have taken up again ends too.
  { event: 'decline',             by: 'provider', from: CLOSED_WITH_ITS_SERVICE,                       to: 'declined',              wording: 'Decline', requires: ['reason'], where: 'service_closed' },
  { event: 'correct_departure',   by: 'provider', from: ['departed'],                                  to: 'same',                  wording: 'Correct the departure', requires: ['departure'], where: 'lately' },
  { event: 'undo_end',            by: 'provider', from: ['departed'],                                  to: AS_BEFORE,               wording: 'Undo the departure', requires: ['note'], where: 'lately' },
  { event: 'undo_end',            by: 'provider', from: ['no_show'],                                   to: AS_BEFORE,               wording: 'Undo the no-show', requires: ['note'], where: 'lately' },
  { event: 'undo_end',            by: 'provider', from: ['declined'],                                  to: AS_BEFORE,               wording: 'Undo the decline', requires: ['note'], where: 'lately_by_provider' },
  { event: 'undo_end',            by: 'referrer', from: ['declined'],                                  to: AS_BEFORE,               wording: 'Undo the refusal of the address', requires: ['note'], where: 'lately_by_referrer' },
  { event: 'undo_end',            by: 'referrer', from: ['refused'],                                   to: AS_BEFORE,               wording: 'Undo the person’s no', requires: ['note'], where: 'lately' },
  { event: 'undo_end',            by: 'referrer', from: ['withdrawn'],                                 to: AS_BEFORE,               wording: 'Undo the withdrawal', requires: ['note'], where: 'lately' },
  { event: 'park_again',          by: 'system',   from: ['placed_elsewhere'],                          to: 'parked',                wording: 'Parked again' },

  { event: 'change_agreement',    by: 'referrer', from: [...BEFORE_ARRIVAL, 'parked', 'arrived'],      to: 'same',                  wording: 'Change what is agreed', requires: ['agreement_extent'], limit: 'kept' },
  { event: 'withdraw',            by: 'referrer', from: [...BEFORE_ARRIVAL, 'parked'],                 to: 'withdrawn',             wording: 'Withdraw', requires: ['reason'] },
]

export const LIFECYCLE: readonly Transition[] = ROWS.flatMap(({ from, to, requires = [], ...row }) =>
  from.map(state => ({ ...row, from: state, to: to === 'same' ? state : to, requires })),
)

/** The one row for an event of an actor on a referral as it stands, or null: then the state does not allow it. */
export function transition(situation: Situation, event: ReferralEvent, by: Actor): Transition | null {
  return eventsFor(situation, by).find(row => row.event === event) ?? null
}

/** What an actor may do to a referral as it stands, in the table's order: of a side, its buttons. */
export function eventsFor(situation: Situation, by: Actor): Transition[] {
  const holds = (where?: Condition) => where === undefined || CONDITIONS[where].holds(situation)
  return LIFECYCLE.filter(row => row.from === situation.state && row.by === by && holds(row.where))
}

/** Where a parked referral goes back to. Its bed was freed, so one that held a bed starts from review again. */
export function resumeStateWhenParked(state: ReferralState): ReferralState {
  return holdsBed(state) ? 'under_review' : state
}
