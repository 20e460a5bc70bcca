import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import type { Criterion, Decision } from '../../eligibility/decision'
import { PersonFacts } from '../../eligibility/facts'
import { decideServices } from '../../match/decide-services.server'
import type { LoadedCase } from '../../case/record/case-row.server'

/**
 * The decision as it is now, for an open referral of the viewer's own team; null once it has closed, or the service is listed no
 * more. A service that is avoided now is decided all the same.
 */
export async function liveDecision(
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  referral: { serviceId: string; closedAt: Date | null },
  person: LoadedCase,
  now: Date,
): Promise<Decision | null> {
  if (referral.closedAt !== null) return null
  const found = { prisonCode: person.prisonCode, facts: { ...person.facts, avoid: null } }
  const [decided] = await decideServices(trx, viewer, found, [referral.serviceId], now)
  return decided?.decision ?? null
}

/** What the service states now, rule by rule, in words that are the same whoever is asked about; null once the referral has closed. */
export async function rulesNow(
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  referral: { serviceId: string; closedAt: Date | null },
  now: Date,
): Promise<ReadonlyMap<Criterion, string> | null> {
  if (referral.closedAt !== null) return null
  const nobody = { prisonCode: '', facts: PersonFacts.parse({}) }
  const [decided] = await decideServices(trx, viewer, nobody, [referral.serviceId], now)
  return decided
    ? new Map(decided.decision.answers.map(({ criterion, policy }) => [criterion, policy]))
    : null
}
