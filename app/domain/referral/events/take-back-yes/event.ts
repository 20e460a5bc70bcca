import { z } from 'zod'
import type { EventSpec } from '../event-spec'
import type { Message } from '../message'
import { whyField } from '../reason-why'

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

/** A yes that was recorded by mistake: the offer waits again, for as long as it had (product.md, "whatever can be typed can be corrected"). Safe for the browser. */
export const takeBackYes = {
  happened: 'The yes taken back',
  tells: [
    { to: 'provider', message: TOLD },
    { to: 'referrer', message: TOLD_HERE },
  ],
  screen: {
    words: {
      title: 'Take the yes back',
      lede: 'For a yes that was recorded by mistake. The offer waits for its answer again until it expires, and the bedspace stays held for as long as it was with the offer. Referrals that were parked by the yes stay so until you reopen them, and the beds held for them were given up. The provider is told why.',
      button: 'Take the yes back',
      done: 'The yes is taken back: the offer waits for its answer again, and the provider has been told why',
    },
    form: () => z.object({ note: whyField }),
    isNeverFirst: true,
  },
} as const satisfies EventSpec
