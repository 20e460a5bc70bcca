import type { Transaction } from 'kysely'
import type { CaseKey, KeyRing } from '@db/encryption/key-ring'
import type { DB } from '@db/schema'
import type { Tier } from '../eligibility/facts'
import { placeInCase } from '../person-case/case-identity.server'
import type { ReferralEvent } from './lifecycle'
import { isAskedAtTriage, isOpen, type ReferralState, type Side } from './referral'

/** The columns that hold free text about a case, each sealed with its key. */
type NotePlace =
  | { table: 'case_closing'; row: string; column: 'note' }
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

/** Whose words a note holds: the id is that of the line of history it goes with, or of the referral it justifies. */
interface NoteOf {
  id: string
  referralId: string
  caseId: string
  tier: Tier
}

/**
 * Who reads what a side writes in its own words. An officer's can say more than triage may know, so that they wait for
 * tier 2; where the person agreed to triage alone nobody would ever read them, and the form says that triage does.
 */
export function tierOfWords(side: Side, { agreedTier }: { agreedTier: number }): Tier {
  return side === 'provider' || agreedTier === 1 ? 1 : 2
}

/**
 * The same of the words that go with an event. An answer goes to whoever asked: a question asked at triage is answered
 * there. What an officer writes with an ending is for her own team: the provider's reading ends with it. The row policy of
 * referral_note says the same.
 */
export function tierOfEventWords(
  side: Side,
  { event, to }: { event: ReferralEvent; to: ReferralState },
  referral: { agreedTier: number; assessorId: string | null },
): Tier {
  if (side === 'referrer' && !isOpen(to)) return 2
  return event === 'answer_information' && isAskedAtTriage(referral) ? 1 : tierOfWords(side, referral)
}

/** Keeps the words of one side, sealed; none are not kept. */
export async function keepNote(
  trx: Transaction<DB>,
  keys: KeyRing,
  { id, referralId, caseId, tier }: NoteOf,
  text: string | null,
): Promise<void> {
  const note = await sealNote(trx, keys, caseId, notePlace(id), text)
  if (note === null) return
  const row = { id, referralId, caseId, tier, note }
  await trx.insertInto('referralNote').values(row).execute()
}

/** The place of a note that `keepNote` kept. */
export function notePlace(id: string) {
  return { table: 'referral_note', row: id, column: 'note' } as const
}
