import type { Transaction } from 'kysely'
import type { KeyRing } from '@db/encryption/key-ring'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { caseKeyFor, openNote } from '../case/record/case-note.server'
import { STRUCK } from './strike-words.server'

/** Words that the team of a case wrote with a referral. */
export interface OwnWords {
  id: string
  reference: string
  words: string
  by: string
  at: Date
  isStruck: boolean
}

/** What the viewer's team wrote with the referrals of its case, the latest first: what it may strike out. */
export async function ownWords(
  trx: Transaction<DB>,
  keys: KeyRing,
  { organisationId }: Pick<SignedInViewer, 'organisationId'>,
  caseId: string,
): Promise<OwnWords[]> {
  const rows = await trx
    .selectFrom('referralNote as n')
    .innerJoin('referral as r', 'r.id', 'n.referralId')
    .innerJoin('person as sender', 'sender.id', 'r.createdBy')
    .leftJoin('referralHistory as h', 'h.id', 'n.id')
    .leftJoin('person as writer', 'writer.id', 'h.byPerson')
    .select(['n.id', 'n.note', 'r.reference', 'r.createdAt', 'h.happenedAt'])
    .select(['sender.name as sender', 'writer.name as writer'])
    .where('n.caseId', '=', caseId)
    .where(either => either.or([either('h.byOrganisation', '=', organisationId), either('h.id', 'is', null)]))
    .execute()
  if (rows.length === 0) return []
  const key = await caseKeyFor(trx, keys, caseId)
  return rows
    .map(({ id, note, reference, createdAt, happenedAt, sender, writer }) => {
      const place = { table: 'referral_note', row: id, column: 'note' } as const
      const words = openNote(keys, key, caseId, place, note) ?? ''
      const at = happenedAt ?? createdAt
      return { id, reference, words, by: writer ?? sender, at, isStruck: words === STRUCK }
    })
    .sort((one, other) => other.at.getTime() - one.at.getTime())
}
