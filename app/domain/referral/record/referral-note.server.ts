import type { Transaction } from 'kysely'
import type { KeyRing } from '@db/encryption/key-ring'
import type { DB } from '@db/schema'
import type { Tier } from '../../eligibility/facts'
import { sealNote } from '../../case/record/case-note.server'
import type { ReferralEvent } from '../events/registry'
import { isAskedAtTriage, type Side } from '../referral'
import { isOpen, type ReferralState } from '../states'

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
  /** What the person agrees to share from this event on, where the event says so. */
  agreedTier = referral.agreedTier,
): Tier {
  if (side === 'referrer' && !isOpen(to)) return 2
  return event === 'answer_information' && isAskedAtTriage(referral) ? 1 : tierOfWords(side, { agreedTier })
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
