import { mergeFacts, splitFacts } from '~/domain/eligibility/facts-by-tier'
import { redactDecision } from '~/domain/eligibility/redact'
import { standingFor } from '~/domain/referral/changes/standing-changes'
import { isAt, type Stood, stoodAt } from '~/domain/referral/states'
import type { ReferralPageFacts } from './facts.server'
import type { ReferralView } from '~/domain/referral/record/referral-queries.server'
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

/** A referral as the provider's triage reads it, whoever has it open. */
function atTriage(referral: ReferralView): ReferralView {
  const { person, decision, side, noted, history, justification, justificationTier } = referral
  return {
    ...referral,
    tier: 1,
    person: person && {
      ...person,
      identity: null,
      custody: null,
      facts: mergeFacts({ triage: splitFacts(person.facts).triage }),
    },
    decision: redactDecision(decision, 1),
    standing: standingFor(side, 1, noted),
    justification: justificationTier === 1 ? justification : null,
    history: history.map(line => (line.noteTier === 1 ? line : { ...line, note: null })),
  }
}
