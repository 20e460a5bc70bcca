import type { EventSpec } from '../event-spec'
import type { Message } from '../message'

const TOLD = {
  name: 'referral_submitted',
  subject: 'New referral {R}',
  happened: 'A prison’s resettlement team has sent you referral {R}.',
  toDo: 'Please take it to assess, ask for what is missing, or decline it, by the time its page says.',
} as const satisfies Message

/** The referrer sends a referral; its form is the page “Refer” (submit/refer-form.ts). Safe for the browser. */
export const submit = {
  happened: 'Referred',
  tells: [{ to: 'provider', message: TOLD }],
} as const satisfies EventSpec
