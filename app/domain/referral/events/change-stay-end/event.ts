import { z } from 'zod'
import { optionalDayField } from '../../../time/day-field'
import type { EventDays, EventSpec } from '../event-spec'
import { type Message, SIGN_IN_TO_READ } from '../message'
import { NOTE_LIMIT, noteField } from '../note-field'
import { wasIsNow } from '../was-is'

const TOLD = {
  name: 'stay_end_changed',
  subject: 'Referral {R}: until when the person stays has changed',
  happened: 'The provider has changed until when the person of referral {R} is expected to stay.',
  toDo: SIGN_IN_TO_READ,
} as const satisfies Message

const TOLD_HERE = {
  name: 'stay_end_changed_here',
  subject: TOLD.subject,
  happened: 'A colleague has changed until when the person of referral {R} is expected to stay.',
  toDo: SIGN_IN_TO_READ,
} as const satisfies Message

/** The provider says anew until when somebody stays (product.md, "Vacancies"). Safe for the browser. */
export const changeStayEnd = {
  happened: 'The day of leaving changed',
  inHistory: wasIsNow,
  tells: [
    { to: 'referrer', message: TOLD },
    { to: 'provider', message: TOLD_HERE },
  ],
  screen: {
    words: {
      title: 'Change until when the person stays',
      lede: 'A day that is not sure is a forecast: the room stays theirs until you record that they have left. With a sure day the room can be offered from then on.',
      button: 'Save the day',
      done: 'Saved, and the referrer has been told',
    },
    form: changeEndForm,
    start: ({ leavesOn, isSure }) => ({ leavesOn, isSure: isSure ? 'yes' : null }),
    isNeverFirst: true,
    refusedAt: { bedspace_taken: 'leavesOn', dates_invalid: 'leavesOn' },
    whenTaken: 'Choose an earlier day, or change what claims the room first, on your vacancies',
  },
} as const satisfies EventSpec

function changeEndForm(days: EventDays) {
  return z
    .object({
      leavesOn: optionalDayField('leaving', days),
      isSure: z
        .literal('yes', { error: 'Tick the box, or leave it empty' })
        .optional()
        .transform(answer => answer === 'yes'),
      note: noteField(NOTE_LIMIT),
    })
    .superRefine(({ leavesOn, isSure }, context) => {
      if (leavesOn === null && isSure)
        context.addIssue({
          code: 'custom',
          path: ['leavesOn'],
          message: 'Enter the day that is sure, or take the tick away',
        })
    })
}
