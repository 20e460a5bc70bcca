import { sql, type Transaction } from 'kysely'
import type { KeyRing } from '@db/encryption/key-ring'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { caseKeyFor, openNote } from '../case/record/case-note.server'
import type { WordsPlace } from './words-places'
import { WORDS_STRUCK } from '../words/struck'

/** Words about a case that the viewer's organisation may strike out: what it wrote, and as the case's team what its teams wrote, and what a coordinator answered who knows of it no more. */
export interface OwnWords {
  place: Extract<WordsPlace, 'referral_note' | 'case_closing' | 'nobody_fits_answer'>
  row: string
  /** The referral they were written with; null for those on the closing of the case, and for an answer. */
  reference: string | null
  words: string
  by: string
  at: Date
  isStruck: boolean
}

interface Of {
  caseId: string
  /** With this referral alone; null for all of the case. */
  referralId: string | null
}

type Sealed = Omit<OwnWords, 'words' | 'isStruck'> & { note: Buffer | null }

/** What the viewer's organisation wrote with the referrals of a case, or with one; of the whole case, for its team, what a team wrote on closing it and coordinators answered, too. The latest first. */
export async function ownWords(
  trx: Transaction<DB>,
  keys: KeyRing,
  viewer: Pick<SignedInViewer, 'organisationId' | 'role'>,
  of: Of,
): Promise<OwnWords[]> {
  const ofTheCase =
    of.referralId === null
      ? [...(await closingNotes(trx, of.caseId)), ...(await leftAnswers(trx, viewer, of.caseId))]
      : []
  const sealed = [...(await referralNotes(trx, viewer, of)), ...ofTheCase]
  if (sealed.length === 0) return []
  const key = await caseKeyFor(trx, keys, of.caseId)
  return sealed
    .map(({ note, ...each }) => {
      const place = { table: each.place, row: each.row, column: 'note' } as const
      const words = openNote(keys, key, of.caseId, place, note) ?? ''
      return { ...each, words, isStruck: words === WORDS_STRUCK }
    })
    .filter(({ words }) => words !== '')
    .sort((one, other) => other.at.getTime() - one.at.getTime())
}

async function referralNotes(
  trx: Transaction<DB>,
  { organisationId, role }: Pick<SignedInViewer, 'organisationId' | 'role'>,
  { caseId, referralId }: Of,
): Promise<Sealed[]> {
  const rows = await trx
    .selectFrom('referralNote as n')
    .innerJoin('referral as r', 'r.id', 'n.referralId')
    .innerJoin('person as sender', 'sender.id', 'r.createdBy')
    .leftJoin('referralHistory as h', 'h.id', 'n.id')
    .leftJoin('person as writer', 'writer.id', 'h.byPerson')
    .select(['n.id', 'n.note', 'r.reference', 'r.createdAt', 'h.happenedAt'])
    .select(['sender.name as sender', 'writer.name as writer'])
    .where('n.caseId', '=', caseId)
    .$if(referralId !== null, query => query.where('n.referralId', '=', referralId ?? ''))
    // What was written on sending it hangs on no event, and is the prison's.
    .where(either =>
      either.or([
        either('h.byOrganisation', '=', organisationId),
        ...(role === 'officer' ? [either('h.id', 'is', null)] : []),
      ]),
    )
    .execute()
  return rows.map(({ id, note, reference, createdAt, happenedAt, sender, writer }) => ({
    ...({ place: 'referral_note', row: id, reference, note } as const),
    ...{ by: writer ?? sender, at: happenedAt ?? createdAt },
  }))
}

/** Of every closing of the case, those that were reopened too; nothing for whoever is not of its prison. */
async function closingNotes(trx: Transaction<DB>, caseId: string): Promise<Sealed[]> {
  const rows = await trx
    .selectFrom('caseClosing as c')
    .innerJoin('person as p', 'p.id', 'c.closedBy')
    .select(['c.id', 'c.note', 'c.closedAt', 'p.name as by'])
    .where('c.caseId', '=', caseId)
    .where('c.note', 'is not', null)
    .execute()
  return rows.map(({ id, note, closedAt, by }) => ({
    ...({ place: 'case_closing', row: id, reference: null, note, by, at: closedAt } as const),
  }))
}

/** What coordinators answered in entries that have ended, of which they know no more. */
async function leftAnswers(
  trx: Transaction<DB>,
  { role }: Pick<SignedInViewer, 'role'>,
  caseId: string,
): Promise<Sealed[]> {
  if (role !== 'officer') return []
  const rows = await trx
    .selectFrom('nobodyFitsAnswer as a')
    .innerJoin('nobodyFits as q', 'q.id', 'a.entryId')
    .innerJoin('person as p', 'p.id', 'a.writtenBy')
    .select(['a.id', 'a.note', 'a.writtenAt as at', 'p.name as by'])
    .where('a.caseId', '=', caseId)
    .where('q.endedAt', 'is not', null)
    .where(sql<boolean>`not is_left_to_coordinators(q.id)`)
    .execute()
  return rows.map(({ id, ...row }) => ({
    ...({ place: 'nobody_fits_answer', row: id, reference: null } as const),
    ...row,
  }))
}
