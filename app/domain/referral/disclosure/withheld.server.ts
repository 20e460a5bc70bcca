import { sql, type Transaction } from 'kysely'
import type { DB } from '@db/schema'
import { type FactField, PersonFacts, type Tier, tierOf } from '../../eligibility/facts'

/**
 * The facts of a case that the database leaves out of what the viewer's organisation reads, as far as a tier may know of them: of
 * all its referrals of the case together, for the facts it reads are one and the same. None for the referring team.
 */
export async function withheldFacts(trx: Transaction<DB>, caseId: string, tier: Tier): Promise<FactField[]> {
  const { facts } = await trx
    .selectNoFrom(sql<string[]>`withheld_facts(${caseId})`.as('facts'))
    .executeTakeFirstOrThrow()
  return facts.filter(isFactField).filter(field => tierOf(field) <= tier)
}

function isFactField(code: string): code is FactField {
  return code in PersonFacts.shape
}
