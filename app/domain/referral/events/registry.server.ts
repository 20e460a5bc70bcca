import type { FormRequest } from '@db/idempotency'
import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '../../context'
import type { ActResult, ReferralTarget } from './act-on-referral.server'
import type { EventLink } from './event-spec'
import type { GivenIn, ScreenEvent } from './registry'
import { acceptOffer } from './accept/act.server'
import { addToWaitingList } from './add-to-waiting-list/act.server'
import { answerInformation } from './answer-information/act.server'
import { recordPhoneAnswer } from './answered-by-phone/act.server'
import { recordApproval } from './approve/act.server'
import { markArrived } from './arrive/act.server'
import { askApproval } from './ask-approval/act.server'
import { bookAssessment } from './book-assessment/act.server'
import { callOffPlannedMove } from './call-off-move/act.server'
import { changeWhatIsAgreed } from './change-agreement/act.server'
import { changeEnd } from './change-stay-end/act.server'
import { correctArrivalDay } from './correct-arrival/act.server'
import { correctHowItEnded } from './correct-departure/act.server'
import { declineReferral } from './decline/act.server'
import { recordDeparture } from './depart/act.server'
import { extendOffer } from './extend-offer/act.server'
import { keepHoldingBed } from './keep-holding/act.server'
import { recordMove } from './move-stay/act.server'
import { markNoShow } from './no-show/act.server'
import { offerBedspace } from './offer/act.server'
import { giveOtherRoom } from './other-room/act.server'
import { planTheMove } from './plan-move/act.server'
import { reconfirmOffer } from './reconfirm/act.server'
import { reconfirmWaiting } from './reconfirm-waiting/act.server'
import { refuseOffer } from './refuse/act.server'
import { recordAddressRefused } from './refuse-address/act.server'
import { reopenReferral } from './reopen/act.server'
import { requestInformation } from './request-information/act.server'
import { returnToReview } from './return-to-review/act.server'
import { takeOfferBack } from './take-back-offer/act.server'
import { takePlaceBack } from './take-back-place/act.server'
import { takeYesBack } from './take-back-yes/act.server'
import { takeQuestionBack } from './take-back-question/act.server'
import { takeToAssess } from './take-to-assess/act.server'
import { undoArrivalOf } from './undo-arrival/act.server'
import { undoHowItEnded } from './undo-end/act.server'
import { maySayUnusable, toVoid } from './unusable-bedspace.server'
import { withdrawReferral } from './withdraw/act.server'

/** What an event does, given what its form gives. */
type Act<Given> = (
  app: DomainContext,
  viewer: SignedInViewer,
  input: ReferralTarget & Given,
  request: FormRequest,
) => Promise<ActResult>

/** What each event of a screen does. */
const ACTS: { [Event in ScreenEvent]: Act<GivenIn<Event>> } = {
  accept: acceptOffer,
  refuse: refuseOffer,
  answer_information: answerInformation,
  answered_by_phone: recordPhoneAnswer,
  reconfirm: reconfirmOffer,
  offer: offerBedspace,
  arrive: markArrived,
  approve: recordApproval,
  book_assessment: bookAssessment,
  reconfirm_waiting: reconfirmWaiting,
  request_information: requestInformation,
  take_back_question: takeQuestionBack,
  add_to_waiting_list: addToWaitingList,
  return_to_review: returnToReview,
  extend_offer: extendOffer,
  ask_approval: askApproval,
  refuse_address: recordAddressRefused,
  no_show: markNoShow,
  depart: recordDeparture,
  reopen: reopenReferral,
  take_to_assess: takeToAssess,
  decline: declineReferral,
  change_agreement: changeWhatIsAgreed,
  withdraw: withdrawReferral,
  take_back_yes: takeYesBack,
  take_back_offer: takeOfferBack,
  take_back_place: takePlaceBack,
  keep_holding: keepHoldingBed,
  other_room: giveOtherRoom,
  change_stay_end: changeEnd,
  move_stay: recordMove,
  plan_move: planTheMove,
  call_off_move: callOffPlannedMove,
  correct_arrival: correctArrivalDay,
  undo_arrival: undoArrivalOf,
  correct_departure: correctHowItEnded,
  undo_end: undoHowItEnded,
}

/**
 * What an event does, to be given what its own form gave: `ACTS` ties the two, event by event, and one type for all of them
 * cannot.
 */
export function actOf(event: ScreenEvent): Act<object> {
  return ACTS[event] as Act<object>
}

/** Where the banner of an event that was just done leads on, to what is left to do elsewhere; nowhere for most. */
export async function leadsOn(event: ScreenEvent, ...about: Parameters<typeof toVoid>): Promise<EventLink[]> {
  return maySayUnusable(event) ? toVoid(...about) : []
}
