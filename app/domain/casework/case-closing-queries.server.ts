import type { Transaction } from 'kysely'
import type { KeyRing } from '@db/encryption/key-ring'
import type { DB } from '@db/schema'
import { caseKeyFor, openNote } from '../case/record/case-note.server'
import type { ClosingReason } from '../case/closing/case-closing'
import { closingPlace } from './close-case.server'

/** Why, when and by whom a case was closed. */
export interface ClosingShown {
  id: string
  reason: ClosingReason
  note: string | null
  closedAt: Date
  closedBy: string
}

/** The closing that stands, or null: the case is open, or the viewer is not of the prison's team. */
export async function closingOf(
  trx: Transaction<DB>,
  keys: KeyRing,
  caseId: string,
): Promise<ClosingShown | null> {
  const row = await trx
    .selectFrom('caseClosing')
    .innerJoin('person', 'person.id', 'caseClosing.closedBy')
    .select(['caseClosing.id', 'reason', 'note', 'closedAt', 'person.name as closedBy'])
    .where('caseId', '=', caseId)
    .where('reopenedAt', 'is', null)
    .executeTakeFirst()
  if (!row) return null
  const { id, reason, closedAt, closedBy } = row
  const key = row.note && (await caseKeyFor(trx, keys, caseId))
  const note = openNote(keys, key, caseId, closingPlace(id), row.note)
  // The column's own check admits these reasons only.
  return { id, reason: reason as ClosingReason, note, closedAt, closedBy }
}
