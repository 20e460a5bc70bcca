import { z } from 'zod'
import type { EventSpec } from '../event-spec'
import { type Message, SIGN_IN_TO_READ } from '../message'
import { conflictField, roomField, whyField } from '../reason-why'

const TOLD = {
  name: 'other_room',
  subject: 'Referral {R}: another room',
  happened:
    'The provider has given the person of referral {R} another room at the same service. The days that were promised stand.',
  toDo: 'Sign in to read which, and why.',
} as const satisfies Message

const TOLD_HERE = {
  name: 'other_room_here',
  subject: TOLD.subject,
  happened:
    'A colleague has given the person of referral {R} another room. The days that were promised stand.',
  toDo: SIGN_IN_TO_READ,
} as const satisfies Message

const otherRoomForm = z
  .object({ bedspaceId: roomField, conflictCheck: conflictField, note: whyField })
  .transform(({ conflictCheck, ...given }) => ({ ...given, conflictCheckDone: conflictCheck }))

/** The provider gives a place another room of the service, for the days it promised (product.md, "Lifecycle"). Safe for the browser. */
export const otherRoom = {
  happened: 'Given another room',
  inHistory: ([was, now]) => (was && now ? [`From ${was} to ${now}`] : []),
  tells: [
    { to: 'referrer', message: TOLD, wholeTeam: true },
    { to: 'provider', message: TOLD_HERE },
  ],
  screen: {
    words: {
      title: 'Give another room',
      lede: 'The person keeps the days you promised, in another room of this service. The room promised so far is free again. The referrer is told.',
      button: 'Give this room',
      done: 'The other room is held for the days you promised, and the referrer has been told',
    },
    form: () => otherRoomForm,
    shows: 'rooms',
    isNeverFirst: true,
    refusedAt: {
      bedspace_not_found: 'bedspaceId',
      bedspace_taken: 'bedspaceId',
      same_bedspace: 'bedspaceId',
      conflict_check_needed: 'conflictCheck',
    },
    whenTaken: 'Choose another room, or take the place back',
    whenOver: 'Say whether the person came, or take the place back',
  },
} as const satisfies EventSpec
