import type { DecidedAnswer } from './decision'
import { type Policy, UNREADABLE_POLICY } from './policy'
import type { ServiceFacts } from './service-facts'
import { DAY_MS } from '../time/calendar'

const VERIFIED_FOR_DAYS = 90

/** True while a policy counts as verified: 90 days from when somebody last did (product.md, "Eligibility"). */
export function isPolicyVerified(verifiedAt: Date | null, now: Date): boolean {
  return verifiedAt !== null && now.getTime() - verifiedAt.getTime() <= VERIFIED_FOR_DAYS * DAY_MS
}

const UNREADABLE = { reason: 'Their policy cannot be read: ask', policy: 'Policy: cannot be read' }
const NEVER = {
  reason: 'Nobody has verified this policy: ask before you rely on it',
  policy: 'Policy: never verified',
}
const LONG_AGO = {
  reason: 'Nobody has verified this policy for 90 days: ask before you rely on it',
  policy: 'Policy: not verified for 90 days',
}

/** One more answer, "discuss", where a policy cannot be read or nobody verified it for 90 days; none where somebody did. */
export function policyVerifiedAnswer(
  policy: Policy,
  { policyVerifiedAt }: ServiceFacts,
  now: Date,
): DecidedAnswer[] {
  const isUnreadable = policy === UNREADABLE_POLICY
  if (!isUnreadable && isPolicyVerified(policyVerifiedAt, now)) return []
  const words = isUnreadable ? UNREADABLE : policyVerifiedAt === null ? NEVER : LONG_AGO
  return [
    {
      ...{ criterion: 'policy_verified', title: 'Policy verified', outcome: 'discuss', tier: 1 },
      ...words,
      ...{ knownTier: 1, known: '', missing: [] },
    },
  ]
}
