import { atTriage } from '~/domain/referral/record/read-less'
import { isAt, type Stood, stoodAt } from '~/domain/referral/states'
import type { ReferralPageFacts } from './facts.server'
import { type ReferralScreen, referralScreen } from './page'

/** Paper lies about, and goes home in bags: until a place is accepted a provider's print says what triage may know. */

/** The page as it is printed where that says less than the screen does; null where both say the same. */
export function paperScreen(facts: ReferralPageFacts, viewerId: string, now: Date): ReferralScreen | null {
  const { side, tier } = facts.referral
  if (side === 'referrer' || tier === 1 || isAccepted(facts.referral)) return null
  return referralScreen({ ...facts, referral: atTriage(facts.referral) }, viewerId, now)
}

/**
 * From the person's yes on, the house that expects her may carry on paper what its page says. What is to be reconfirmed was a
 * place, or an offer nobody had answered.
 */
function isAccepted(referral: Stood): boolean {
  return isAt(stoodAt(referral), 'place', 'stay')
}
