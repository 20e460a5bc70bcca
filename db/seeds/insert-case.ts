import { type Insertable, type Kysely, sql, type Transaction } from 'kysely'
import type { KeyRing } from '@db/encryption/key-ring'
import type { DB, PersonCase } from '@db/schema'
import type { PersonFacts } from '~/domain/eligibility/facts'
import { splitFacts } from '~/domain/eligibility/facts-by-tier'
import { type CaseIdentity, sealIdentity } from '~/domain/person-case/case-identity.server'
import { seedId } from './seed-id'

type CaseColumns = Pick<
  Insertable<PersonCase>,
  | 'organisationId'
  | 'prisonCode'
  | 'sex'
  | 'custodyStatus'
  | 'releaseOn'
  | 'releaseConfidence'
  | 'releaseType'
  | 'homeAuthority'
  | 'createdBy'
>

export interface SeededCase {
  id: string
  identity: CaseIdentity
  columns: CaseColumns
  facts: PersonFacts
}

/** Opens a case to its prison's team, whole: identity sealed, answers apart by tier. */
export async function insertCase(
  owner: Kysely<DB>,
  keys: KeyRing,
  seeded: SeededCase,
  now: Date,
): Promise<void> {
  const { id: caseId, columns } = seeded
  const { organisationId } = columns
  await owner.transaction().execute(async trx => {
    await trx
      .insertInto('caseReader')
      .values({ id: seedId(`reader:${caseId}`), caseId, organisationId, tier: 3 })
      .execute()
    const reference = sql<string>`'C-' || nextval('case_reference')`
    await trx
      .insertInto('personCase')
      .values({ id: caseId, reference, ...columns, createdAt: now, updatedAt: now })
      .execute()
    await insertIdentity(trx, keys, seeded)
    await insertAnswers(trx, seeded)
  })
}

async function insertIdentity(trx: Transaction<DB>, keys: KeyRing, seeded: SeededCase): Promise<void> {
  const { id: caseId, identity } = seeded
  const { key, wrapped } = keys.newCaseKey(caseId)
  await trx.insertInto('caseKey').values({ caseId, wrappedKey: wrapped }).execute()
  await trx
    .insertInto('caseIdentity')
    .values({
      caseId,
      organisationId: seeded.columns.organisationId,
      prisonNumberHash: keys.lookupHash(identity.prisonNumber),
      ...sealIdentity(keys, key, caseId, identity),
    })
    .execute()
}

async function insertAnswers(trx: Transaction<DB>, { id: caseId, facts }: SeededCase): Promise<void> {
  const { triage, need, safety } = splitFacts(facts)
  await trx
    .insertInto('caseTriage')
    .values({ caseId, facts: JSON.stringify(triage) })
    .execute()
  await trx
    .insertInto('caseNeeds')
    .values({ caseId, facts: JSON.stringify(need) })
    .execute()
  await trx
    .insertInto('caseSafety')
    .values({ caseId, facts: JSON.stringify(safety) })
    .execute()
}
