import type { z } from 'zod'
import { answerInformation } from './answer-information/act.server'
import { askApproval, recordApproval } from './await-approval/act.server'
import { bookAssessment } from './book-assessment/act.server'
import { declineReferral } from './decline/act.server'
import * as forms from './event-form'
import type { ScreenEvent } from './event-words'
import { REGISTERED_FORMS } from './registry.server'
import { type Send, sending, type UseCase } from './send.server'
import { extendOffer } from './extend-offer/act.server'
import { addToWaitingList, reconfirmWaiting, returnToReview } from './keep-waiting/act.server'
import { markArrived } from './arrive/act.server'
import { markNoShow } from './no-show/act.server'
import { offerBedspace } from './offer/act.server'
import type { GivenReasons, ReasonPurpose } from '../reasons'
import { reasonsForm } from './reasons-form'
import { reconfirmOffer } from './reconfirm/act.server'
import { acceptOffer, refuseOffer } from './answer-offer/act.server'
import { recordDeparture } from './depart/act.server'
import { reopenReferral } from './reopen/act.server'
import { requestInformation } from './request-information/act.server'
import { takeToAssess } from './take-to-assess/act.server'
import { withdrawReferral } from './withdraw/act.server'

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
