import { z } from 'zod'
import type { EventSpec } from '../event-spec'
import { type Message, SIGN_IN_TO_READ } from '../message'
import { whyField } from '../reason-why'
import { dayWords } from '../was-is'

const TOLD = {
  name: 'move_called_off',
  subject: 'Referral {R}: stays in the same room',
  happened: 'The person of referral {R} is not to move to another room after all.',
  toDo: SIGN_IN_TO_READ,
} as const satisfies Message

const TOLD_HERE = {
  name: 'move_called_off_here',
  subject: TOLD.subject,
  happened: 'A colleague has called off that the person of referral {R} moves to another room.',
  toDo: SIGN_IN_TO_READ,
} as const satisfies Message

/** A move that was planned is none (product.md, "Lifecycle": stay moved). Safe for the browser. */
export const callOffMove = {
  happened: 'The planned move called off',
  inHistory: ([on]) => (on ? [`Was planned for ${dayWords(on)}`] : []),
  tells: [
    { to: 'referrer', message: TOLD },
    { to: 'provider', message: TOLD_HERE },
  ],
  screen: {
    words: {
      title: 'Call the move off',
      lede: 'The person stays in the room so far, and the other room is free again. The referrer is told why.',
      button: 'Call the move off',
      done: 'The move is called off, and the referrer has been told why',
    },
    form: () => z.object({ note: whyField }),
    isNeverFirst: true,
  },
} as const satisfies EventSpec
