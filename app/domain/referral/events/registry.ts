import type { z } from 'zod'
import { isReferralState, type ReferralState } from '../states'
import type { EventScreen, EventSpec, EventWords } from './event-spec'
import { accept } from './accept/event'
import { addToWaitingList } from './add-to-waiting-list/event'
import { answerInformation } from './answer-information/event'
import { answeredByPhone } from './answered-by-phone/event'
import { approve } from './approve/event'
import { arrive } from './arrive/event'
import { askApproval } from './ask-approval/event'
import { bookAssessment } from './book-assessment/event'
import { changeAgreement } from './change-agreement/event'
import { changed } from './changed/event'
import { handedOver } from './handed-over/event'
import { changeStayEnd } from './change-stay-end/event'
import { closeElsewhere } from './close-elsewhere/event'
import { correctArrival } from './correct-arrival/event'
import { correctDeparture } from './correct-departure/event'
import { dateMoved } from './date-moved/event'
import { decline } from './decline/event'
import { depart } from './depart/event'
import { expire } from './expire/event'
import { extendOffer } from './extend-offer/event'
import { keepHolding } from './keep-holding/event'
import { moveStay } from './move-stay/event'
import { noShow } from './no-show/event'
import { callOffMove } from './call-off-move/event'
import { planMove } from './plan-move/event'
import { offerEvent } from './offer/event'
import { otherRoom } from './other-room/event'
import { park } from './park/event'
import { parkAgainEvent } from './park-again/event'
import { reconfirm } from './reconfirm/event'
import { reconfirmWaiting } from './reconfirm-waiting/event'
import { refuse } from './refuse/event'
import { refuseAddress } from './refuse-address/event'
import { reopen } from './reopen/event'
import { requestInformation } from './request-information/event'
import { returnToReview } from './return-to-review/event'
import { stayGoesOn } from './stay-goes-on/event'
import { submit } from './submit/event'
import { takeBackOffer } from './take-back-offer/event'
import { takeBackQuestion } from './take-back-question/event'
import { takeBackPlace } from './take-back-place/event'
import { takeBackYes } from './take-back-yes/event'
import { takeToAssess } from './take-to-assess/event'
import { undoArrival } from './undo-arrival/event'
import { undoEnd } from './undo-end/event'
import { withdraw } from './withdraw/event'

/**
 * Every event of a referral, by the name that is stored; those with a screen in the order of their buttons. A new one is a
 * folder, a line here, one in registry.server.ts for what it does, and its rows in the table of the lifecycle.
 */
export const EVENTS = {
  accept,
  refuse,
  answer_information: answerInformation,
  answered_by_phone: answeredByPhone,
  reconfirm,
  offer: offerEvent,
  arrive,
  approve,
  book_assessment: bookAssessment,
  reconfirm_waiting: reconfirmWaiting,
  request_information: requestInformation,
  take_back_question: takeBackQuestion,
  add_to_waiting_list: addToWaitingList,
  return_to_review: returnToReview,
  extend_offer: extendOffer,
  ask_approval: askApproval,
  refuse_address: refuseAddress,
  no_show: noShow,
  depart,
  reopen,
  take_to_assess: takeToAssess,
  decline,
  change_agreement: changeAgreement,
  withdraw,
  take_back_yes: takeBackYes,
  take_back_offer: takeBackOffer,
  take_back_place: takeBackPlace,
  keep_holding: keepHolding,
  other_room: otherRoom,
  change_stay_end: changeStayEnd,
  move_stay: moveStay,
  plan_move: planMove,
  call_off_move: callOffMove,
  correct_arrival: correctArrival,
  undo_arrival: undoArrival,
  correct_departure: correctDeparture,
  undo_end: undoEnd,
  submit,
  expire,
  date_moved: dateMoved,
  stay_goes_on: stayGoesOn,
  changed,
  handed_over: handedOver,
  park,
  park_again: parkAgainEvent,
  close_elsewhere: closeElsewhere,
} as const satisfies Record<string, EventSpec>

export type ReferralEvent = keyof typeof EVENTS

/** The events a person makes happen from a referral's page. */
export type ScreenEvent = {
  [Event in ReferralEvent]: (typeof EVENTS)[Event] extends { screen: EventScreen } ? Event : never
}[ReferralEvent]

/** What the form of an event gives. */
export type GivenIn<Event extends ScreenEvent> = z.output<
  ReturnType<(typeof EVENTS)[Event]['screen']['form']>
>

export const EVENT_NAMES = Object.keys(EVENTS) as readonly ReferralEvent[]
export const SCREEN_EVENTS = EVENT_NAMES.filter(isScreenEvent)

/** An event, whole. */
export function specOf(event: ReferralEvent): EventSpec {
  return EVENTS[event]
}

/** What somebody sees who makes it happen. */
export function screenOf(event: ScreenEvent): EventScreen {
  return EVENTS[event].screen
}

/** Its words where it leads to a state, and from which, and by how it turned out; where that is not known, those of every case. */
export function eventWords(
  event: ScreenEvent,
  to?: string,
  from?: ReferralState,
  codes: readonly string[] = [],
): EventWords {
  const { words, wordsFrom, wordsTo, wordsOf } = screenOf(event)
  return {
    ...words,
    ...(from && wordsFrom?.[from]),
    ...(to !== undefined && isReferralState(to) ? wordsTo?.[to] : undefined),
    ...codes.map(code => wordsOf?.[code]).find(Boolean),
  }
}

/** True for the events that have a page of their own. */
export function isScreenEvent(event: ReferralEvent): event is ScreenEvent {
  return 'screen' in EVENTS[event]
}

/** The event a stored text names, or null. */
export function eventNamed(text: string): ReferralEvent | null {
  return Object.hasOwn(EVENTS, text) ? (text as ReferralEvent) : null
}

/** The event a part of an address names ('take-to-assess'), or null. */
export function eventOfPath(part: string | undefined): ScreenEvent | null {
  return SCREEN_EVENTS.find(event => pathOfEvent(event) === part) ?? null
}

/** How an event stands in an address, and its folder is called. */
export function pathOfEvent(event: ReferralEvent): string {
  return event.replaceAll('_', '-')
}
