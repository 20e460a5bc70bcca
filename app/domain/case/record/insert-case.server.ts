import { type Insertable, sql, type Transaction } from 'kysely'
import type { KeyRing } from '@db/encryption/key-ring'
import { newId } from '@db/id'
import type { CaseCustody, DB, PersonCase } from '@db/schema'
import type { PersonFacts } from '../../eligibility/facts'
import type { CaseIdentity } from './case-identity.server'
import { factRows } from '../answers/write-facts.server'
import { insertIdentity } from './write-identity.server'

type OpenColumn = 'organisationId' | 'prisonCode' | 'sex' | 'releaseOn' | 'releaseConfidence' | 'createdBy'
type CustodyColumn = 'custodyStatus' | 'releaseType' | 'homeAuthority'

/** A case to write, whoever opens it. */
export interface CaseToInsert {
  id: string
  identity: CaseIdentity
  columns: Pick<Insertable<PersonCase>, OpenColumn> & Pick<Insertable<CaseCustody>, CustodyColumn>
  facts: PersonFacts
}

/** Writes a case, open to its prison's team: identity sealed, and everything in the table of its tier. Gives its reference. */
export async function insertCase(
  trx: Transaction<DB>,
  keys: KeyRing,
  made: CaseToInsert,
  now: Date,
): Promise<string> {
  const { id: caseId, facts } = made
  const { custodyStatus, releaseType, homeAuthority, ...columns } = made.columns
  const { organisationId } = columns
  // Before the case itself, so that its own policy already finds it.
  await trx.insertInto('caseReader').values({ id: newId(), caseId, organisationId, tier: 3 }).execute()
  const { reference } = await trx
    .insertInto('personCase')
    .values({ id: caseId, reference: nextReference, ...columns, createdAt: now, updatedAt: now })
    .returning('reference')
    .executeTakeFirstOrThrow()
  await trx.insertInto('caseCustody').values({ caseId, custodyStatus, releaseType, homeAuthority }).execute()
  await insertIdentity(trx, keys, { caseId, organisationId }, made.identity)
  for (const [table, part] of factRows(facts))
    await trx
      .insertInto(table)
      .values({ caseId, ...part })
      .execute()
  return reference
}

const nextReference = sql<string>`'C-' || nextval('case_reference')`
