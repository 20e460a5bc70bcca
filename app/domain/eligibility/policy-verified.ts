import type { DecidedAnswer } from './decision'
import type { ServiceFacts } from './service-facts'
import { DAY_MS } from '../time/calendar'

const VERIFIED_FOR_DAYS = 90

/** True while a policy counts as verified: 90 days from when somebody last did (product.md, "Eligibility"). */
export function isPolicyVerified(verifiedAt: Date | null, now: Date): boolean {
  return verifiedAt !== null && now.getTime() - verifiedAt.getTime() <= VERIFIED_FOR_DAYS * DAY_MS
}

/** One more answer, "discuss", where nobody verified the policy for 90 days; none where somebody did. */
export function policyVerifiedAnswer(service: ServiceFacts, now: Date): DecidedAnswer[] {
  const { policyVerifiedAt } = service
  if (isPolicyVerified(policyVerifiedAt, now)) return []
  const never = policyVerifiedAt === null
  return [
    {
      criterion: 'policy_verified',
      title: 'Policy verified',
      outcome: 'discuss',
      tier: 1,
      reason: never
        ? 'Nobody has verified this policy: ask before you rely on it'
        : 'Nobody has verified this policy for 90 days: ask before you rely on it',
      knownTier: 1,
      known: '',
      policy: never ? 'Policy: never verified' : 'Policy: not verified for 90 days',
      missing: [],
    },
  ]
}
