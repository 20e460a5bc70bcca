import type { z } from 'zod'
import { answerInformation } from './answer-information.server'
import { askApproval, recordApproval } from './await-approval.server'
import { bookAssessment } from './book-assessment.server'
import { declineReferral } from './decline-referral.server'
import * as forms from './event-form'
import type { ScreenEvent } from './event-words'
import { REGISTERED_FORMS } from './events/registry.server'
import { type Send, sending, type UseCase } from './events/send.server'
import { extendOffer } from './extend-offer.server'
import { addToWaitingList, reconfirmWaiting, returnToReview } from './keep-waiting.server'
import { markArrived } from './mark-arrived.server'
import { markNoShow } from './mark-no-show.server'
import { offerBedspace } from './offer-bedspace.server'
import type { GivenReasons, ReasonPurpose } from './reasons'
import { reasonsForm } from './reasons-form'
import { reconfirmOffer } from './reconfirm-offer.server'
import { acceptOffer, refuseOffer } from './record-answer.server'
import { recordDeparture } from './record-departure.server'
import { reopenReferral } from './reopen-referral.server'
import { requestInformation } from './request-information.server'
import { takeToAssess } from './take-to-assess.server'
import { withdrawReferral } from './withdraw-referral.server'

/** The form of every event, for the days it may mean. What it reads is the act itself, to be sent for one referral. */
export const EVENT_FORMS: Readonly<Record<ScreenEvent, (days: forms.EventDays) => z.ZodType<Send>>> = {
  take_to_assess: () => forms.optionalNote.transform(() => sending(takeToAssess, {})),
  request_information: () => forms.requestForm.transform(given => sending(requestInformation, given)),
  answer_information: () => forms.answerForm.transform(given => sending(answerInformation, given)),
  book_assessment: days => forms.assessmentForm(days).transform(given => sending(bookAssessment, given)),
  return_to_review: () => forms.optionalNote.transform(given => sending(returnToReview, given)),
  add_to_waiting_list: () => forms.optionalNote.transform(given => sending(addToWaitingList, given)),
  reconfirm_waiting: () => forms.optionalNote.transform(() => sending(reconfirmWaiting, {})),
  offer: days =>
    forms.offerForm(days).transform(({ conflictCheck, note, whyThen, ...stay }) => {
      const words = [whyThen, note].filter(each => each !== null).join('\n')
      return sending(offerBedspace, {
        ...stay,
        conflictCheckDone: conflictCheck,
        ...(words && { note: words }),
      })
    }),
  extend_offer: () => forms.extendForm.transform(given => sending(extendOffer, given)),
  accept: () =>
    forms.acceptForm.transform(({ note, freesOther }) => sending(acceptOffer, { note, freesOther })),
  refuse: () => withReasons('refuse', refuseOffer),
  ask_approval: () => forms.optionalNote.transform(given => sending(askApproval, given)),
  approve: () => forms.optionalNote.transform(given => sending(recordApproval, given)),
  reconfirm: () => forms.optionalNote.transform(given => sending(reconfirmOffer, given)),
  arrive: days => forms.arriveForm(days).transform(given => sending(markArrived, given)),
  no_show: () => withReasons('no_show', markNoShow),
  depart: days => forms.departForm(days).transform(given => sending(recordDeparture, given)),
  reopen: () => forms.optionalNote.transform(() => sending(reopenReferral, {})),
  decline: () => withReasons('decline', declineReferral),
  withdraw: () => withReasons('withdraw', withdrawReferral),
  ...REGISTERED_FORMS,
}

function withReasons(purpose: ReasonPurpose, useCase: UseCase<{ reasons: GivenReasons }>): z.ZodType<Send> {
  return reasonsForm(purpose).transform(reasons => sending(useCase, { reasons }))
}
