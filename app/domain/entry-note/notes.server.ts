import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { isEditor, mayKeep } from '../entry/keeper'
import { PAGE_LENGTH, pageOf, type Paging } from '../list/paging'
import { type NoteAnswer, type NoteKind, type NotePart, type NoteStanding } from './note'
import { type Struck, WORDS_STRUCK } from '../words/struck'

/** What was told of an entry, as its teller, its own people and editors read it. */
export interface EntryNote {
  id: string
  serviceId: string
  serviceName: string
  provider: string
  kind: NoteKind
  words: string | null
  toldBy: string
  /** Where the teller works. */
  toldFrom: string
  toldAt: Date
  answer: NoteAnswer | null
  answerWords: string | null
  answeredAt: Date | null
  answeredBy: string | null
  standing: NoteStanding
  takenBackAt: Date | null
  /** Who struck which words of it out, and when. */
  struck: Readonly<Record<NotePart, Struck | null>>
  version: number
  /** Whether the viewer is the one who told, and whether the viewer answers for the entry. */
  isTeller: boolean
  isKeeper: boolean
  /** Which words the viewer may strike out: none where there are none, or they were struck. */
  mayStrike: readonly NotePart[]
}

/** One note that the viewer may read; undefined for none. */
export async function findNote(
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  noteId: string,
): Promise<EntryNote | undefined> {
  const row = await notesFor(trx).where('n.id', '=', noteId).executeTakeFirst()
  return row && asNote(viewer, row)
}

/** What the viewer told of one entry, the latest first. */
export async function ownNotes(
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  serviceId: string,
): Promise<EntryNote[]> {
  const rows = await notesFor(trx)
    .where('n.serviceId', '=', serviceId)
    .where('n.toldBy', '=', viewer.personId)
    .orderBy('n.toldAt', 'desc')
    .orderBy('n.id')
    .execute()
  return rows.map(row => asNote(viewer, row))
}

interface OpenAsked {
  /** Of one entry; null for editors of all, for others of their own. */
  serviceId: string | null
  page: number
}

/** One page of what waits for an answer, the oldest first. None where the viewer keeps it not, nor reads it as its own. */
export async function openNotes(
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  { serviceId, page }: OpenAsked,
): Promise<{ paging: Paging; notes: EntryNote[] }> {
  const paging = pageOf(page, await countOpenNotes(trx, viewer, serviceId))
  const rows = await openFor(trx, viewer, serviceId)
    .orderBy('n.toldAt')
    .orderBy('n.id')
    .limit(PAGE_LENGTH)
    .offset(paging.first - 1)
    .execute()
  return { paging, notes: rows.map(row => asNote(viewer, row)) }
}

/** Of the viewer's own entries, those of which somebody says that something is wrong, and nobody has answered. */
export async function saidToBeWrong(trx: Transaction<DB>, viewer: SignedInViewer): Promise<Set<string>> {
  const rows = await openFor(trx, viewer, null).clearSelect().select('n.serviceId').execute()
  return new Set(rows.map(({ serviceId }) => serviceId))
}

/** How many wait for an answer. */
export async function countOpenNotes(
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  serviceId: string | null,
): Promise<number> {
  const { many } = await openFor(trx, viewer, serviceId)
    .clearSelect()
    .select(each => each.fn.countAll<string>().as('many'))
    .executeTakeFirstOrThrow()
  return Number(many)
}

function openFor(trx: Transaction<DB>, viewer: SignedInViewer, serviceId: string | null) {
  return notesFor(trx)
    .where('n.answer', 'is', null)
    .where('n.takenBackAt', 'is', null)
    .$if(serviceId !== null, query => query.where('n.serviceId', '=', serviceId ?? ''))
    .$if(!isEditor(viewer), query => query.where('s.organisationId', '=', viewer.organisationId))
}

/** The policies of the table say which of them the viewer reads. */
function notesFor(trx: Transaction<DB>) {
  return trx
    .selectFrom('entryNote as n')
    .innerJoin('service as s', 's.id', 'n.serviceId')
    .innerJoin('organisation as o', 'o.id', 's.organisationId')
    .innerJoin('person as p', 'p.id', 'n.toldBy')
    .leftJoin('organisation as w', 'w.id', 'n.toldOrganisationId')
    .leftJoin('person as a', 'a.id', 'n.answeredBy')
    .leftJoin('person as striker', 'striker.id', 'n.struckBy')
    .leftJoin('person as answerStriker', 'answerStriker.id', 'n.answerStruckBy')
    .select(['n.struckAt', 'striker.name as struckBy'])
    .select(['n.answerStruckAt', 'answerStriker.name as answerStruckBy'])
    .select(['n.id', 'n.serviceId', 's.name as serviceName', 's.organisationId', 'o.name as provider'])
    .select([
      'n.kind',
      'n.words',
      'n.toldBy as tellerId',
      'p.name as toldBy',
      'w.name as toldFrom',
      'n.toldAt',
    ])
    .select([
      'n.answer',
      'n.answerWords',
      'n.answeredAt',
      'a.name as answeredBy',
      'n.takenBackAt',
      'n.version',
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof notesFor>['executeTakeFirstOrThrow']>>

function asNote(
  viewer: SignedInViewer,
  { tellerId, organisationId, takenBackAt, struckAt, struckBy, answerStruckAt, answerStruckBy, ...row }: Row,
): EntryNote {
  const isTeller = tellerId === viewer.personId
  const isKeeper = mayKeep(viewer, { organisationId })
  const strikes: readonly [NotePart, string | null, boolean][] = [
    ['words', row.words, isTeller || viewer.role === 'administrator'],
    ['answer_words', row.answerWords, isKeeper],
  ]
  return {
    ...row,
    // The columns' own checks admit these codes only.
    kind: row.kind as NoteKind,
    answer: row.answer as NoteAnswer | null,
    toldFrom: row.toldFrom ?? '',
    takenBackAt,
    struck: {
      words: struckAt && { by: struckBy ?? '', at: struckAt },
      answer_words: answerStruckAt && { by: answerStruckBy ?? '', at: answerStruckAt },
    },
    standing: takenBackAt !== null ? 'taken_back' : row.answer === null ? 'open' : 'answered',
    isTeller,
    isKeeper,
    mayStrike: strikes
      .filter(([, words, may]) => may && words !== null && words !== WORDS_STRUCK)
      .map(([part]) => part),
  }
}
