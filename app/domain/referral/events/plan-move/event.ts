import { z } from 'zod'
import { dayField } from '../../../time/day-field'
import type { EventDays, EventSpec } from '../event-spec'
import { type Message, SIGN_IN_TO_READ } from '../message'
import { conflictField, roomField, whyField } from '../reason-why'
import { dayWords } from '../was-is'

const TOLD = {
  name: 'move_planned',
  subject: 'Referral {R}: to move to another room',
  happened: 'The person of referral {R} is to move to another room of the same service.',
  toDo: 'Sign in to read which, on which day, and why.',
} as const satisfies Message

const TOLD_HERE = {
  name: 'move_planned_here',
  subject: TOLD.subject,
  happened: 'A colleague has planned that the person of referral {R} moves to another room.',
  toDo: SIGN_IN_TO_READ,
} as const satisfies Message

/** Somebody who lives there is to move to another room of the service on a day to come (product.md, "Vacancies"). Safe for the browser. */
export const planMove = {
  happened: 'A move to another room planned',
  inHistory: ([was, is, on]) => (was && is && on ? [`From ${was} to ${is}, ${dayWords(on)}`] : []),
  tells: [
    { to: 'referrer', message: TOLD },
    { to: 'provider', message: TOLD_HERE },
  ],
  screen: {
    words: {
      title: 'Plan a move to another room',
      lede: 'The other room is the person’s from that day on. Until you record the move, the person stays in the room so far, which can be offered from then on. The referrer is told.',
      button: 'Plan the move',
      done: 'The move is planned, and the referrer has been told. Record it once the person has moved',
    },
    wordsPlanned: {
      title: 'Change the planned move',
      lede: 'The room and the day that you choose here take the place of those that are planned. Until you record the move, the person stays in the room so far. The referrer is told.',
      button: 'Change the planned move',
    },
    form: planForm,
    shows: 'rooms',
    start: ({ movesOn, movesTo }) => ({ movesOn, bedspaceId: movesTo }),
    isNeverFirst: true,
    refusedAt: {
      bedspace_not_found: 'bedspaceId',
      bedspace_taken: 'bedspaceId',
      same_bedspace: 'bedspaceId',
      conflict_check_needed: 'conflictCheck',
      dates_invalid: 'movesOn',
      room_promised: 'movesOn',
      after_leaving: 'movesOn',
    },
    whenTaken: 'Choose another room',
  },
} as const satisfies EventSpec

function planForm(days: EventDays) {
  return z
    .object({
      bedspaceId: roomField,
      movesOn: dayField('plannedMove', days),
      conflictCheck: conflictField,
      note: whyField,
    })
    .transform(({ conflictCheck, ...given }) => ({ ...given, conflictCheckDone: conflictCheck }))
}
