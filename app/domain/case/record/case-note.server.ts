import type { Transaction } from 'kysely'
import type { CaseKey, KeyRing } from '@db/encryption/key-ring'
import type { DB } from '@db/schema'
import { placeInCase } from './case-identity.server'

/** The columns that hold free text about a case, each sealed with its key. */
type NotePlace =
  | { table: 'case_closing'; row: string; column: 'note' }
  | { table: 'case_shortlist_note'; row: string; column: 'note' }
  | { table: 'nobody_fits_answer'; row: string; column: 'note' }
  | { table: 'referral_note'; row: string; column: 'note' }
  | { table: 'offer'; row: string; column: 'extension_reason' }

/** The key of a case as far as the viewer may read it, else null. */
export async function caseKeyFor(
  trx: Transaction<DB>,
  keys: KeyRing,
  caseId: string,
): Promise<CaseKey | null> {
  const row = await trx
    .selectFrom('caseKey')
    .select('wrappedKey')
    .where('caseId', '=', caseId)
    .executeTakeFirst()
  return row ? keys.unwrap(row.wrappedKey, caseId) : null
}

/** Seals free text for one place; null stays null. @throws Error when the viewer may not read the case: no note is lost */
export async function sealNote(
  trx: Transaction<DB>,
  keys: KeyRing,
  caseId: string,
  place: NotePlace,
  text: string | null,
): Promise<Buffer | null> {
  if (text === null || text.trim() === '') return null
  const key = await caseKeyFor(trx, keys, caseId)
  if (!key) throw new Error('A note cannot be kept: the key of the case is out of reach')
  return keys.encrypt(key, placeInCase(place.table, place.row, place.column, caseId), text.trim())
}

/** Opens what `sealNote` made; null without a note or without a key. */
export function openNote(
  keys: KeyRing,
  key: CaseKey | null,
  caseId: string,
  place: NotePlace,
  sealed: Buffer | null,
): string | null {
  if (!sealed || !key) return null
  return keys.decrypt(key, placeInCase(place.table, place.row, place.column, caseId), sealed)
}
