import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { Decision, Outcome } from '../../eligibility/decision'
import type { Tier } from '../../eligibility/facts'
import { redactDecision } from '../../eligibility/redact'
import { readDecision } from './stored-decision'

const TIERS: readonly Tier[] = [1, 2, 3]

/**
 * Keeps the decision as each tier may read it, so that the database gives a reader no more than the tier allows, and as the officer
 * read it, for her team alone.
 */
export async function storeDecision(
  trx: Transaction<DB>,
  { id, caseId }: { id: string; caseId: string },
  decision: Decision,
): Promise<void> {
  const rows = TIERS.map(tier => ({
    referralId: id,
    caseId,
    tier,
    decision: JSON.stringify(redactDecision(decision, tier)),
  }))
  await trx.insertInto('referralDecision').values(rows).execute()
  const own = { referralId: id, caseId, decision: JSON.stringify(readDecision(decision)) }
  await trx.insertInto('referrerDecision').values(own).execute()
}

/**
 * The decision as the viewer may read it: the referring team as it was, a provider as far as the tier reaches; once nothing of the
 * case may be read, its outcome alone.
 */
export async function decisionShown(
  trx: Transaction<DB>,
  { id, eligibilityOutcome }: { id: string; eligibilityOutcome: string },
  tier: Tier,
): Promise<Decision> {
  const own = await trx
    .selectFrom('referrerDecision')
    .select('decision')
    .where('referralId', '=', id)
    .executeTakeFirst()
  if (own) return readDecision(own.decision)
  const stored = await trx
    .selectFrom('referralDecision')
    .select('decision')
    .where('referralId', '=', id)
    .where('tier', '<=', tier)
    .orderBy('tier', 'desc')
    .executeTakeFirst()
  if (stored) return readDecision(stored.decision)
  // The column's own check admits these three outcomes only.
  return { outcome: eligibilityOutcome as Exclude<Outcome, 'not_applicable'>, answers: [], missing: [] }
}
