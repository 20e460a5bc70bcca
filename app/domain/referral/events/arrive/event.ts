import { z } from 'zod'
import { dayField } from '../../../time/day-field'
import type { EventDays, EventSpec } from '../event-spec'
import { type Message, SIGN_IN_TO_READ } from '../message'
import { NOTE_LIMIT, noteField } from '../note-field'

const TOLD = {
  name: 'arrived',
  subject: 'Referral {R}: arrived',
  happened: 'The provider has recorded an arrival for referral {R}.',
  toDo: SIGN_IN_TO_READ,
} as const satisfies Message

/** The provider records that the person is here. Safe for the browser. */
export const arrive = {
  happened: 'Arrived',
  tells: [{ to: 'referrer', message: TOLD }],
  screen: {
    words: {
      title: 'Mark as arrived',
      lede: 'The bedspace is occupied until you record that the person has left. The day you expect is shown as a forecast.',
      button: 'Mark as arrived',
      done: 'Marked as arrived. The referrer has been told',
    },
    form: arriveForm,
    start: ({ today, lastNight }) => ({ arrivedOn: today, expectedDepartureOn: lastNight }),
    isEarly: ({ today, expectedOn }) => expectedOn !== null && today < expectedOn,
    refusedAt: {
      date_in_future: 'arrivedOn',
      dates_invalid: 'expectedDepartureOn',
      before_release: 'releasedEarly',
    },
    whenTaken:
      'Change first what claims it, on your vacancies or among the service’s stays and voids that are over; a hold is changed on its own referral. Then mark as arrived',
  },
} as const satisfies EventSpec

function arriveForm(days: EventDays) {
  return z.object({
    arrivedOn: dayField('arrival', days),
    releasedEarly: z
      .literal('yes', { error: 'Tick the box, or leave it empty' })
      .optional()
      .transform(answer => answer === 'yes'),
    expectedDepartureOn: dayField('expectedDeparture', days),
    note: noteField(NOTE_LIMIT),
  })
}
