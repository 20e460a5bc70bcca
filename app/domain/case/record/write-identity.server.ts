import type { Transaction } from 'kysely'
import type { KeyRing } from '@db/encryption/key-ring'
import type { DB } from '@db/schema'
import { type CaseIdentity, sealIdentity } from './case-identity.server'
import { marksOf } from './name-marks'

/** The one place that writes who a case is of: sealed, with the hash of the number and the marks by which a colleague finds it. */

/** Whose case it is. */
export interface CaseOfTeam {
  caseId: string
  organisationId: string
}

/** Keeps the identity of a case that is new, under a key that is made for it. */
export async function insertIdentity(
  trx: Transaction<DB>,
  keys: KeyRing,
  of: CaseOfTeam,
  identity: CaseIdentity,
): Promise<void> {
  const { key, wrapped } = keys.newCaseKey(of.caseId)
  await trx.insertInto('caseKey').values({ caseId: of.caseId, wrappedKey: wrapped }).execute()
  await trx
    .insertInto('caseIdentity')
    .values({
      ...of,
      prisonNumberHash: keys.lookupHash(identity.prisonNumber),
      ...sealIdentity(keys, key, of.caseId, identity),
    })
    .execute()
  await markIdentity(trx, keys, of, identity)
}

/** Writes it over, corrected. @throws the database's error where the team has another open case of the number */
export async function rewriteIdentity(
  trx: Transaction<DB>,
  keys: KeyRing,
  of: CaseOfTeam,
  identity: CaseIdentity,
): Promise<void> {
  const { caseId } = of
  const { wrappedKey } = await trx
    .selectFrom('caseKey')
    .select('wrappedKey')
    .where('caseId', '=', caseId)
    .executeTakeFirstOrThrow()
  await trx
    .updateTable('caseIdentity')
    .set(where => ({
      prisonNumberHash: keys.lookupHash(identity.prisonNumber),
      ...sealIdentity(keys, keys.unwrap(wrappedKey, caseId), caseId, identity),
      version: where('version', '+', 1),
    }))
    .where('caseId', '=', caseId)
    .execute()
  await trx.deleteFrom('caseNameMark').where('caseId', '=', caseId).execute()
  await markIdentity(trx, keys, of, identity)
}

/** Keeps the marks by which the team finds a case. */
export async function markIdentity(
  trx: Transaction<DB>,
  keys: KeyRing,
  of: CaseOfTeam,
  identity: Pick<CaseIdentity, 'name' | 'crn'>,
): Promise<void> {
  const marks = marksOf(keys, of.organisationId, identity)
  if (marks.length === 0) return
  await trx
    .insertInto('caseNameMark')
    .values(marks.map(mark => ({ ...of, mark })))
    .onConflict(row => row.doNothing())
    .execute()
}
