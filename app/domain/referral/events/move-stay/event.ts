import { z } from 'zod'
import { dayField } from '../../../time/day-field'
import type { EventDays, EventSpec } from '../event-spec'
import { type Message, SIGN_IN_TO_READ } from '../message'
import { conflictField, roomField, whyField } from '../reason-why'

const TOLD = {
  name: 'stay_moved',
  subject: 'Referral {R}: moved to another room',
  happened: 'The stay of referral {R} goes on in another room of the same service.',
  toDo: SIGN_IN_TO_READ,
} as const satisfies Message

const TOLD_HERE = {
  name: 'stay_moved_here',
  subject: TOLD.subject,
  happened: 'A colleague has recorded that the stay of referral {R} goes on in another room.',
  toDo: SIGN_IN_TO_READ,
} as const satisfies Message

/** Somebody who lives there moves to another room of the service (product.md, "Vacancies"). Safe for the browser. */
export const moveStay = {
  happened: 'Moved to another room',
  inHistory: ([was, now]) => (was && now ? [`From ${was} to ${now}`] : []),
  tells: [
    { to: 'referrer', message: TOLD },
    { to: 'provider', message: TOLD_HERE },
  ],
  screen: {
    words: {
      title: 'Move to another room',
      lede: 'The stay goes on in another room of this service. The room so far is in turnaround from the day of the move, then free. The referrer is told.',
      button: 'Record the move',
      done: 'The move is recorded, and the referrer has been told',
    },
    wordsPlanned: { title: 'Record the move' },
    form: moveForm,
    shows: 'rooms',
    start: ({ today, movesOn, movesTo }) => ({
      movedOn: movesOn !== null && movesOn < today ? movesOn : today,
      bedspaceId: movesTo,
    }),
    isNeverFirst: true,
    refusedAt: {
      bedspace_not_found: 'bedspaceId',
      bedspace_taken: 'bedspaceId',
      same_bedspace: 'bedspaceId',
      conflict_check_needed: 'conflictCheck',
      dates_invalid: 'movedOn',
      date_in_future: 'movedOn',
    },
    whenTaken: 'Choose another room',
  },
} as const satisfies EventSpec

function moveForm(days: EventDays) {
  return z
    .object({
      bedspaceId: roomField,
      movedOn: dayField('move', days),
      conflictCheck: conflictField,
      note: whyField,
    })
    .transform(({ conflictCheck, ...given }) => ({ ...given, conflictCheckDone: conflictCheck }))
}
