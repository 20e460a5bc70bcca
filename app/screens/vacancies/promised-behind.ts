import type { PromisedBehind } from '~/domain/referral/offer/promised-behind.server'
import type { Day } from '~/domain/time/calendar'
import { dayOrYear } from '~/domain/time/near-time'

/** What follows for the next person where somebody stays on, said before it is saved. Safe for the browser. */

/** 'Room 1 is promised to R-20931 from Mon 8 March. Unless …' */
export function promisedBehindWords(promised: PromisedBehind, today: Day): string {
  const { bedspaceName, reference, fromOn, isToReconfirm, isPlace } = promised
  const held = `${bedspaceName} is promised to ${reference} from ${dayOrYear(fromOn, today)}`
  const what = isPlace ? 'place' : 'offer'
  const unless = unlessWords(promised, today)
  return isToReconfirm
    ? `${held}, and that ${what} is to be reconfirmed. ${unless}, it still cannot be.`
    : `${held}. ${unless}, that ${what} goes to “to reconfirm”, and its referrer is told that somebody still stays here. Nothing is cancelled.`
}

function unlessWords({ lastOn }: PromisedBehind, today: Day): string {
  return lastOn < today
    ? 'Unless the person has left'
    : `Unless the person has left, or leaves on a day that is sure, ${dayOrYear(lastOn, today)} at the latest`
}

/** Of what was just saved: where it sent what is promised to be reconfirmed, on to that. */
export function sentToReconfirm(promised: PromisedBehind | null): { text: string; href: string }[] {
  if (!promised?.isToReconfirm) return []
  return [
    {
      text: `${promised.reference} is to be reconfirmed: open it`,
      href: `/referrals/${promised.referralId}`,
    },
  ]
}
