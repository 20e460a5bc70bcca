import { DEPARTURE_LABELS } from '~/domain/referral/reasons'
import { AGREED_TIER_LABELS, ASSESSMENT_METHOD_LABELS, REQUEST_ITEM_LABELS } from '~/domain/referral/referral'
import { reasonLabel } from '~/domain/referral/events/reason-lists'
import { type ScreenEvent, specOf } from '~/domain/referral/events/registry'
import type { FieldName } from './field-name'

/** What every field of every event is called, on its page and where its form was kept. Safe for the browser. */

/** A field in words; of one that is chosen, what each choice says. */
export interface FieldWords {
  label: string
  choices?: Readonly<Record<string, string>>
}

/** Of every event that asks for reasons. */
export const REASON_FIELDS = {
  primary: 'What is the main reason?',
  others: 'Other reasons',
  note: 'In a few words',
}
export const ANYTHING_TO_ADD = 'Anything to add (optional)'

const NOTE = { note: { label: ANYTHING_TO_ADD } }
const NOTHING = {}
const WHY = { label: 'Why?' }
const ROOM = {
  bedspaceId: { label: 'Which room?' },
  conflictCheck: {
    label: 'Before you give this room',
    choices: { done: 'The conflict check is done for this room' },
  },
}

export const FIELDS_OF = {
  accept: {
    saidYes: {
      label: 'The person’s own answer',
      choices: { yes: saidYes('the person') },
    },
    freesOther: {
      label: 'The place accepted before',
      choices: { yes: 'Free that place: the person wants this one instead' },
    },
    note: { label: 'What the person said, in their own words (optional)' },
  },
  refuse: reasonsOf('refuse'),
  answer_information: { note: { label: 'What have you added or learned?' } },
  answered_by_phone: { note: { label: 'What were you told?' } },
  reconfirm: NOTE,
  offer: {
    bedspaceId: { label: 'Which bedspace?' },
    fromOn: { label: 'First night' },
    whyThen: { label: 'Why does the stay begin then, and not at the release?' },
    untilOn: { label: 'Last day' },
    conflictCheck: { label: 'Before you offer', choices: { done: 'The conflict check is done' } },
    ...NOTE,
  },
  arrive: {
    arrivedOn: { label: 'Which day did the person arrive?' },
    releasedEarly: {
      label: 'Before the release that is due',
      choices: { yes: 'The person was released early and is here' },
    },
    expectedDepartureOn: { label: 'Until when do you expect the person to stay?' },
    ...NOTE,
  },
  approve: NOTE,
  book_assessment: {
    day: { label: 'Which day?' },
    time: { label: 'At what time?' },
    timeSure: { label: 'An unusual time that is right' },
    method: { label: 'How?', choices: ASSESSMENT_METHOD_LABELS },
    ...NOTE,
  },
  reconfirm_waiting: NOTHING,
  request_information: {
    items: { label: 'What do you need to decide?', choices: REQUEST_ITEM_LABELS },
    note: { label: 'What exactly do you need to know?' },
  },
  take_back_question: NOTE,
  add_to_waiting_list: reasonsOf('add_to_waiting_list'),
  return_to_review: NOTE,
  extend_offer: { reason: { label: 'Why is more time needed?' } },
  ask_approval: NOTE,
  refuse_address: NOTE,
  no_show: reasonsOf('no_show'),
  depart: {
    departedOn: { label: 'Which day did the person leave?' },
    kind: { label: 'How did the stay end?', choices: DEPARTURE_LABELS },
    ...NOTE,
  },
  reopen: NOTHING,
  take_to_assess: NOTHING,
  decline: reasonsOf('decline'),
  change_agreement: {
    agreedTier: { label: 'How much may this provider see?', choices: AGREED_TIER_LABELS },
    ...NOTE,
  },
  withdraw: reasonsOf('withdraw'),
  take_back_offer: reasonsOf('take_back_offer'),
  take_back_place: reasonsOf('take_back_place'),
  keep_holding: NOTHING,
  other_room: { ...ROOM, note: WHY },
  change_stay_end: {
    leavesOn: { label: 'Until when do you expect the person to stay? (leave empty where nobody knows)' },
    isSure: { label: 'How sure is it?', choices: { yes: 'The person is leaving on that day, sure' } },
    ...NOTE,
  },
  move_stay: { ...ROOM, movedOn: { label: 'Which day did the person move?' }, note: WHY },
  plan_move: { ...ROOM, movesOn: { label: 'On which day is the person to move?' }, note: WHY },
  call_off_move: { note: WHY },
  correct_arrival: {
    arrivedOn: { label: 'Which day did the person arrive?' },
    releasedEarly: {
      label: 'Before the release that is due',
      choices: { yes: 'The person was released early and came on that day' },
    },
    ...NOTE,
  },
  undo_arrival: { note: WHY },
  take_back_yes: { note: WHY },
  correct_departure: {
    departedOn: { label: 'Which day did the person leave?' },
    kind: { label: 'How did the stay end?', choices: DEPARTURE_LABELS },
    ...NOTE,
  },
  undo_end: {
    note: WHY,
    agreedAgain: {
      label: 'The person’s own agreement, asked anew',
      choices: { yes: 'I asked again, and the person agrees to share what was agreed before' },
    },
  },
} as const satisfies { [Event in ScreenEvent]: Readonly<Record<FieldName<Event>, FieldWords>> }

/** What any of them may ask besides: the tick under what changed meanwhile. */
export const CHANGES_READ: FieldWords = {
  label: 'Before you send this',
  choices: { yes: 'I have read what changed, or rung the referrer' },
}

export function saidYes(who: string): string {
  return `I asked, and ${who} said yes to this place on these days`
}

function reasonsOf(event: ScreenEvent) {
  const choices = Object.fromEntries(
    (specOf(event).reasons ?? []).map(({ code }) => [code, reasonLabel(code)]),
  )
  return {
    primary: { label: REASON_FIELDS.primary, choices },
    others: { label: REASON_FIELDS.others, choices },
    note: { label: REASON_FIELDS.note },
  }
}
