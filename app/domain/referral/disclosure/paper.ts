import { mergeFacts, splitFacts } from '../../eligibility/facts-by-tier'
import { redactDecision } from '../../eligibility/redact'
import { standingFor } from '../changes/standing-changes'
import type { ReferralState } from '../referral'
import type { ReferralPageFacts } from '../referral-page.server'
import type { ReferralView } from '../referral-queries.server'
import { type ReferralScreen, referralScreen } from '../referral-screen'

/** Paper lies about, and goes home in bags: until a place is accepted a provider's print says what triage may know. */

/** From the person's yes on, the house that expects her may carry on paper what its page says. */
const ACCEPTED: ReadonlySet<ReferralState> = new Set([
  'accepted',
  'awaiting_approval',
  'to_reconfirm',
  'arrived',
])

/** The page as it is printed where that says less than the screen does; null where both say the same. */
export function paperScreen(facts: ReferralPageFacts, viewerId: string, now: Date): ReferralScreen | null {
  const { side, tier, state } = facts.referral
  if (side === 'referrer' || tier === 1 || ACCEPTED.has(state)) return null
  return referralScreen({ ...facts, referral: atTriage(facts.referral) }, viewerId, now)
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
