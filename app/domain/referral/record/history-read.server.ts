import type { Transaction } from 'kysely'
import type { CaseKey, KeyRing } from '@db/encryption/key-ring'
import type { DB } from '@db/schema'
import { openNote } from '../../case/record/case-note.server'
import { notePlace } from './referral-note.server'
import { type ReferralState, referralState } from '../states'

/** One thing that happened. */
export interface HistoryLine {
  id: string
  at: Date
  event: string
  from: ReferralState | null
  to: ReferralState
  /** A role, 'clock' or 'system'. */
  byRole: string
  byPerson: string | null
  byOrganisation: string | null
  /** Codes of reasons, or of the items asked for; of a date that moved, the days or weeks and why. */
  codes: string[]
  note: string | null
  /** From which tier on the note is read. */
  noteTier: number | null
}

/** The history of a referral, the latest first, with its notes opened as far as the viewer's tier reaches. */
export async function historyOf(
  trx: Transaction<DB>,
  keys: KeyRing,
  key: CaseKey | null,
  referral: { id: string; caseId: string },
): Promise<HistoryLine[]> {
  const rows = await trx
    .selectFrom('referralHistory as h')
    .leftJoin('readableCodes as c', join =>
      join.onRef('c.historyId', '=', 'h.id').on('c.referralId', '=', referral.id),
    )
    .leftJoin('referralNote as n', 'n.id', 'h.id')
    .leftJoin('person', 'person.id', 'h.byPerson')
    .leftJoin('organisation', 'organisation.id', 'h.byOrganisation')
    .select(['h.id', 'h.happenedAt', 'h.event', 'h.fromState', 'h.toState', 'h.byRole', 'c.codes'])
    .select([
      'person.name as byPerson',
      'organisation.name as byOrganisation',
      'n.note',
      'n.tier as noteTier',
    ])
    .where('h.referralId', '=', referral.id)
    .orderBy('h.sequence', 'desc')
    .execute()
  return rows.map(row => ({
    id: row.id,
    at: row.happenedAt,
    event: row.event,
    from: row.fromState === null ? null : referralState(row.fromState),
    to: referralState(row.toState),
    byRole: row.byRole,
    byPerson: row.byPerson,
    byOrganisation: row.byOrganisation,
    codes: row.codes ?? [],
    note: openNote(keys, key, referral.caseId, notePlace(row.id), row.note),
    noteTier: row.noteTier,
  }))
}
