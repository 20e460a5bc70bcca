import type { Transaction } from 'kysely'
import { z } from 'zod'
import type { DB } from '@db/schema'
import { type Tried, triedCategory } from './nobody-fits'

const COUNTS = z.record(z.string(), z.number())

/** What has been tried for a case so far: its referrals, and the searches that count as evidence. */
export async function whatWasTried(trx: Transaction<DB>, caseId: string): Promise<Tried> {
  const referrals = await trx
    .selectFrom('referral')
    .innerJoin('service', 'service.id', 'referral.serviceId')
    .select(['serviceId', 'state', 'primaryReason', 'kind', 'confidential'])
    .where('caseId', '=', caseId)
    .orderBy('stateChangedAt', 'desc')
    .orderBy('referral.id')
    .execute()
  const searches = await trx
    .selectFrom('caseSearch')
    .select(['searchedOn', 'counts', 'criteria'])
    .where('caseId', '=', caseId)
    .orderBy('searchedOn', 'desc')
    .execute()
  const evidence = searches.filter(({ criteria }) => isEvidence(criteria))
  return {
    referrals: referrals.map(({ serviceId, state, primaryReason, ...service }) => {
      const hidden = hiddenAs(service)
      return hidden
        ? { hidden, serviceId: null, state, category: null }
        : { hidden, serviceId, state, category: triedCategory(primaryReason) }
    }),
    searches: evidence.length,
    lastSearchedOn: evidence[0]?.searchedOn ?? null,
    lastCounts: evidence[0] ? COUNTS.parse(evidence[0].counts) : null,
  }
}

function hiddenAs({ kind, confidential }: { kind: string; confidential: boolean }) {
  if (kind === 'refuge') return 'refuge'
  return confidential ? 'confidential' : null
}

function isEvidence(criteria: unknown): boolean {
  return z.object({ isEvidence: z.literal(true) }).safeParse(criteria).success
}
