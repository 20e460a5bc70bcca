import type { EventSpec } from '../event-spec'
import type { Message } from '../message'

const TOLD = {
  name: 'handed_over',
  subject: 'Referral {R}: another prison’s team has it now',
  happened:
    'The person of referral {R} has moved to another prison. Its resettlement team has the referral now, and the referral goes on.',
  toDo: 'Sign in to read which team that is, and its phone number.',
} as const satisfies Message

/** The person moved to another prison, whose team has the case and its referrals from now on. Safe for the browser. */
export const handedOver = {
  happened: 'Handed over to another prison’s team',
  inHistory: ([was, now]) => (was && now ? [`From ${was} to ${now}`] : []),
  tells: [{ to: 'provider', message: TOLD }],
} as const satisfies EventSpec
