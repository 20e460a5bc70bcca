import { z } from 'zod'
import { dayField } from '../../../time/day-field'
import { DEPARTURES } from '../../reasons'
import { MOVE_TAKEN_OUT, TAKEN_OUT, takenOutWords } from '../../stay/move-taken-out'
import type { EventDays, EventSpec } from '../event-spec'
import { type Message, SIGN_IN_TO_READ } from '../message'
import { NOTE_LIMIT, noteField } from '../note-field'

const TOLD = {
  name: 'departed',
  subject: 'Referral {R}: departed',
  happened: 'The provider has recorded a departure for referral {R}.',
  toDo: SIGN_IN_TO_READ,
} as const satisfies Message

/** The provider records that the stay ended, and how. Safe for the browser. */
export const depart = {
  happened: 'The stay ended',
  inHistory: takenOutWords,
  tells: [{ to: 'referrer', message: TOLD }],
  screen: {
    words: {
      title: 'Record the departure',
      lede: 'The bedspace is in turnaround from the day of departure, then free.',
      button: 'Record the departure',
      done: 'The departure is recorded. The bedspace is in turnaround, then free',
    },
    wordsOf: {
      [MOVE_TAKEN_OUT]: {
        done: `The departure is recorded. ${TAKEN_OUT}`,
      },
    },
    form: departForm,
    start: ({ today }) => ({ departedOn: today }),
    refusedAt: { date_in_future: 'departedOn', dates_invalid: 'departedOn' },
  },
} as const satisfies EventSpec

function departForm(days: EventDays) {
  return z.object({
    departedOn: dayField('departure', days),
    kind: z.enum(DEPARTURES, { error: 'Choose how the stay ended' }),
    note: noteField(NOTE_LIMIT),
  })
}
