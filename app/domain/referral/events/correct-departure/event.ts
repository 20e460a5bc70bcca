import { z } from 'zod'
import { dayField } from '../../../time/day-field'
import { labelOf } from '../../../words/codes'
import { DEPARTURE_LABELS, DEPARTURES } from '../../reasons'
import { MOVE_TAKEN_OUT, TAKEN_OUT, takenOutWords } from '../../stay/move-taken-out'
import type { EventDays, EventSpec } from '../event-spec'
import { type Message, SIGN_IN_TO_READ } from '../message'
import { NOTE_LIMIT, noteField } from '../note-field'
import { dayWords } from '../was-is'
import { inSentence } from '../../../words/english'

const TOLD = {
  name: 'departure_corrected',
  subject: 'Referral {R}: the departure is put right',
  happened: 'The provider has put right when or how the stay of referral {R} ended.',
  toDo: SIGN_IN_TO_READ,
} as const satisfies Message

const TOLD_HERE = {
  name: 'departure_corrected_here',
  subject: TOLD.subject,
  happened: 'A colleague has put right when or how the stay of referral {R} ended.',
  toDo: SIGN_IN_TO_READ,
} as const satisfies Message

/** The provider puts right when a stay ended, or how (product.md, "Lifecycle"). Safe for the browser. */
export const correctDeparture = {
  happened: 'Departure put right',
  inHistory: wasLeft,
  tells: [
    { to: 'referrer', message: TOLD },
    { to: 'provider', message: TOLD_HERE },
  ],
  screen: {
    words: {
      title: 'Correct the departure',
      lede: 'The room is in turnaround from the day you enter, then free; where the service has closed since, it is made ready for nobody. What you said before stays in the history, and the referrer is told.',
      button: 'Save the departure',
      done: 'The departure is put right, and the referrer has been told',
    },
    wordsOf: {
      [MOVE_TAKEN_OUT]: {
        done: `The departure is put right, and the referrer has been told. ${TAKEN_OUT}`,
      },
    },
    form: correctDepartureForm,
    start: ({ departedOn, departure }) => ({ departedOn, kind: departure }),
    isNeverFirst: true,
    refusedAt: {
      date_in_future: 'departedOn',
      dates_invalid: 'departedOn',
      bedspace_taken: 'departedOn',
    },
    whenTaken: 'Choose an earlier day',
  },
} as const satisfies EventSpec

function correctDepartureForm(days: EventDays) {
  return z.object({
    departedOn: dayField('departure', days),
    kind: z.enum(DEPARTURES, { error: 'Choose how the stay ended' }),
    note: noteField(NOTE_LIMIT),
  })
}

function wasLeft(codes: readonly string[]): string[] {
  const [day, kind] = codes
  const [newDay, newKind] = codes.slice(-2)
  if (!day || !kind || !newDay || !newKind) return []
  const words = (on: string, how: string) => `${dayWords(on)}, ${inSentence(labelOf(DEPARTURE_LABELS, how))}`
  return [`Was ${words(day, kind)}; is now ${words(newDay, newKind)}`, ...takenOutWords(codes)]
}
