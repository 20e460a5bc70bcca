import type { Transaction } from 'kysely'
import type { KeyRing } from '@db/encryption/key-ring'
import type { DB } from '@db/schema'
import { caseKeyFor } from '../record/case-note.server'
import type { HistoryField } from './case-fields'
import { changePlace } from './note-case-changes.server'

/** One value of a case that was replaced. */
export interface CaseChange {
  id: string
  field: HistoryField
  /** What was kept before; null where nothing was, or the words are struck out. */
  was: unknown
  changedAt: Date
  changedBy: string
  struck: { at: Date; by: string } | null
}

/** Every value of a case that was corrected, the latest first, for its own team; for anybody else none. */
export async function caseHistory(
  trx: Transaction<DB>,
  keys: KeyRing,
  caseId: string,
): Promise<CaseChange[]> {
  const rows = await trx
    .selectFrom('caseChange as c')
    .innerJoin('person as changer', 'changer.id', 'c.changedBy')
    .leftJoin('person as striker', 'striker.id', 'c.struckBy')
    .select(['c.id', 'c.field', 'c.was', 'c.changedAt', 'c.struckAt'])
    .select(['changer.name as changedBy', 'striker.name as struckBy'])
    .where('c.caseId', '=', caseId)
    .orderBy('c.sequence', 'desc')
    .execute()
  if (rows.length === 0) return []
  const key = await caseKeyFor(trx, keys, caseId)
  return rows.map(({ id, field, was, changedAt, changedBy, struckAt, struckBy }) => ({
    id,
    // The writers take no other.
    field: field as HistoryField,
    was: was && key ? (JSON.parse(keys.decrypt(key, changePlace(id, caseId), was)) as unknown) : null,
    changedAt,
    changedBy,
    struck: struckAt && { at: struckAt, by: struckBy ?? '' },
  }))
}
