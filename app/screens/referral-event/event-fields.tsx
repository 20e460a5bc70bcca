import type { ReactNode } from 'react'

import { type ScreenEvent, specOf } from '~/domain/referral/events/registry'
import { type FieldsProps, Note } from './field'
import { AcceptFields } from './fields/accept'
import { AnswerFields } from './fields/answer-information'
import { ArriveFields } from './fields/arrive'
import { AssessmentFields } from './fields/book-assessment'
import { AgreementFields } from './fields/change-agreement'
import { ChangeEndFields } from './fields/change-stay-end'
import { CorrectArrivalFields } from './fields/correct-arrival'
import { DepartFields } from './fields/depart'
import { ExtendFields } from './fields/extend-offer'
import { OfferFields } from './fields/offer'
import { RequestFields } from './fields/request-information'
import { RoomFields } from './fields/room'
import { WhyFields } from './fields/why'
import { ReasonFields } from './reason-fields'

/** How the form of an event is drawn, where it asks for more than reasons or a note. */
const DRAWN: Partial<Record<ScreenEvent, (props: FieldsProps) => ReactNode>> = {
  request_information: RequestFields,
  answer_information: AnswerFields,
  answered_by_phone: AnswerFields,
  book_assessment: AssessmentFields,
  offer: OfferFields,
  extend_offer: ExtendFields,
  accept: AcceptFields,
  arrive: ArriveFields,
  depart: DepartFields,
  correct_departure: DepartFields,
  correct_arrival: CorrectArrivalFields,
  change_agreement: AgreementFields,
  change_stay_end: ChangeEndFields,
  other_room: RoomFields,
  move_stay: RoomFields,
  plan_move: RoomFields,
  call_off_move: WhyFields,
  undo_arrival: WhyFields,
  take_back_yes: WhyFields,
  undo_end: WhyFields,
}

/** The fields of an event's form: as its own file draws them, its list of reasons, a note, or nothing. */
export function EventFields({ page, form }: FieldsProps) {
  const Drawn = DRAWN[page.event]
  if (Drawn) return <Drawn page={page} form={form} />
  const { reasons } = specOf(page.event)
  if (reasons) return <ReasonFields reasons={reasons} readBy={page.readBy} form={form} />
  return page.fields.includes('note') ? <Note page={page} form={form} /> : null
}
