import { z } from 'zod'
import { dayField } from '../../../time/day-field'
import type { EventDays, EventSpec } from '../event-spec'
import { type Message, SIGN_IN_TO_READ } from '../message'
import { NOTE_LIMIT, noteField } from '../note-field'
import { wasIsNow } from '../was-is'

const TOLD = {
  name: 'arrival_corrected',
  subject: 'Referral {R}: the day of arrival is put right',
  happened: 'The provider has put right on which day the person of referral {R} arrived.',
  toDo: SIGN_IN_TO_READ,
} as const satisfies Message

const TOLD_HERE = {
  name: 'arrival_corrected_here',
  subject: TOLD.subject,
  happened: 'A colleague has put right on which day the person of referral {R} arrived.',
  toDo: SIGN_IN_TO_READ,
} as const satisfies Message

/** The provider puts right on which day the person came. Safe for the browser. */
export const correctArrival = {
  happened: 'Day of arrival put right',
  inHistory: wasIsNow,
  tells: [
    { to: 'referrer', message: TOLD },
    { to: 'provider', message: TOLD_HERE },
  ],
  screen: {
    words: {
      title: 'Correct the day of arrival',
      lede: 'The room counts as the person’s from that day. What you said before stays in the history, and the referrer is told.',
      button: 'Save the day of arrival',
      done: 'The day of arrival is put right, and the referrer has been told',
    },
    form: correctArrivalForm,
    start: ({ arrivedOn }) => ({ arrivedOn }),
    isNeverFirst: true,
    refusedAt: {
      date_in_future: 'arrivedOn',
      ends_before: 'arrivedOn',
      bedspace_taken: 'arrivedOn',
      before_release: 'releasedEarly',
    },
    whenTaken:
      'Choose a later day, or change first what claims the room, on your vacancies or among the service’s stays and voids that are over; a hold is changed on its own referral',
  },
} as const satisfies EventSpec

function correctArrivalForm(days: EventDays) {
  return z.object({
    arrivedOn: dayField('arrival', { ...days, since: days.referredOn ?? days.since }),
    releasedEarly: z
      .literal('yes', { error: 'Tick the box, or leave it empty' })
      .optional()
      .transform(answer => answer === 'yes'),
    note: noteField(NOTE_LIMIT),
  })
}
