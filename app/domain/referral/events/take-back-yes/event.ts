import { z } from 'zod'
import type { EventSpec } from '../event-spec'
import type { Message } from '../message'
import { whyField } from '../reason-why'

/** In the history: the service holds no bedspace for an offer any longer. */
export const NOT_HELD = 'not_held'

const FREE = 'and its bedspace is free for others: the service holds none for an offer any longer'

const TOLD = {
  name: 'yes_taken_back',
  subject: 'Referral {R}: the yes is taken back',
  happened:
    'The referrer had recorded a yes to the bedspace you offered for referral {R} by mistake. The offer waits for its answer again.',
  toDo: 'Sign in to read why, and until when the offer stands.',
} as const satisfies Message

const TOLD_HERE = {
  name: 'yes_taken_back_here',
  subject: TOLD.subject,
  happened:
    'A colleague has taken back the yes for referral {R}, which was recorded by mistake. The offer waits for its answer again.',
  toDo: 'Sign in to record the answer. Referrals that were parked for this place can be reopened.',
} as const satisfies Message

const TOLD_FREE = {
  ...TOLD,
  name: 'yes_taken_back_free',
  happened: `The referrer had recorded a yes to the bedspace you offered for referral {R} by mistake. The offer waits for its answer again, ${FREE}.`,
} as const satisfies Message

const TOLD_FREE_HERE = {
  ...TOLD_HERE,
  name: 'yes_taken_back_free_here',
  happened: `A colleague has taken back the yes for referral {R}, which was recorded by mistake. The offer waits for its answer again, ${FREE}.`,
  toDo: 'Sign in to record the answer: a yes takes the bedspace if it is still free. Referrals that were parked for this place can be reopened.',
} as const satisfies Message

/** A yes that was recorded by mistake: the offer waits again, for as long as it had (product.md, "whatever can be typed can be corrected"). Safe for the browser. */
export const takeBackYes = {
  happened: 'The yes taken back',
  inHistory: codes =>
    isFree(codes) ? ['The bedspace was free at once: the service held none for an offer any longer'] : [],
  tells: [
    { to: 'provider', message: TOLD, when: (_from, _to, codes) => !isFree(codes) },
    { to: 'provider', message: TOLD_FREE, when: (_from, _to, codes) => isFree(codes) },
    { to: 'referrer', message: TOLD_HERE, when: (_from, _to, codes) => !isFree(codes) },
    { to: 'referrer', message: TOLD_FREE_HERE, when: (_from, _to, codes) => isFree(codes) },
  ],
  screen: {
    words: {
      title: 'Take the yes back',
      lede: 'For a yes that was recorded by mistake. The offer waits for its answer again until it expires. Referrals that were parked by the yes stay so until you reopen them, and the beds held for them were given up. The provider is told why.',
      button: 'Take the yes back',
      done: 'The yes is taken back: the offer waits for its answer again, and the provider has been told why',
    },
    wordsOf: {
      [NOT_HELD]: {
        lede: 'For a yes that was recorded by mistake. The offer waits for its answer again until it expires, but this service holds no bedspace for an offer any longer: it is free for others at once, and a new yes takes it only if it is still free. Referrals that were parked by the yes stay so until you reopen them, and the beds held for them were given up. The provider is told why.',
        done: 'The yes is taken back: the offer waits for its answer again. Its bedspace is not held any longer and is free for others. The provider has been told why',
      },
    },
    form: () => z.object({ note: whyField }),
    isNeverFirst: true,
  },
} as const satisfies EventSpec

function isFree(codes: readonly string[]): boolean {
  return codes.includes(NOT_HELD)
}
