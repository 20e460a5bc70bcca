import { sql, type Transaction } from 'kysely'
import { DatabaseError } from 'pg'
import { type FormRequest, once } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { recordAudit } from '../audit/record-audit.server'
import { namesSomebodyOfTheTeam } from '../case/find/names-of-the-team.server'
import type { DomainContext } from '../context'
import { type NotePart, type NoteStep } from './note'
import { type EntryNote, findNote } from './notes.server'
import { WORDS_STRUCK } from '../words/struck'

/** 'changed': somebody was quicker, or it is open no more. 'today': as it is corrected it was told today already. */
export type NoteRefusal = 'not_found' | 'different' | 'changed' | 'today' | 'names_person'
export type NoteResult = { ok: true; note: { serviceId: string } } | { ok: false; reason: NoteRefusal }

export interface WantedNoteStep {
  noteId: string
  version: number
  step: NoteStep
}

/**
 * Corrects a note or takes it back, by its teller while it is open; answers it, or corrects the answer, by who keeps the entry. Over the version
 * that was shown; what it said before stays in the history of the entry, but for words that are struck out, by whoever typed such words or an
 * administrator: they go for good.
 */
export async function takeNoteStep(
  app: DomainContext,
  viewer: SignedInViewer,
  wanted: WantedNoteStep,
  request: FormRequest,
): Promise<NoteResult> {
  const { step } = wanted
  const typed = step.intent === 'correct' ? step.words : null
  if (await namesSomebodyOfTheTeam(app, viewer, typed ?? '')) return { ok: false, reason: 'names_person' }
  return asViewer(app.db, viewer, async (trx): Promise<NoteResult> => {
    const done = await once(trx, viewer, request, () =>
      act(app, trx, viewer, wanted).catch((error: unknown): NoteResult => {
        if (error instanceof DatabaseError && error.constraint === 'entry_note_once')
          return { ok: false, reason: 'today' }
        throw error
      }),
    )
    return done.kind === 'different' ? { ok: false, reason: 'different' } : done.answer
  })
}

async function act(
  app: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  { noteId, version, step }: WantedNoteStep,
): Promise<NoteResult> {
  const found = await findNote(trx, viewer, noteId)
  if (!found || !mayTake(found, step)) return { ok: false, reason: 'not_found' }
  if (found.version !== version || !isOpenTo(found, step)) return { ok: false, reason: 'changed' }
  const now = app.clock()
  const isWritten =
    step.intent === 'strike'
      ? await strike(trx, { noteId, version }, step.part, now)
      : await write(trx, { noteId, version }, columnsOf(step, { by: viewer.personId, now }))
  if (!isWritten) return { ok: false, reason: 'changed' }
  if (step.intent === 'answer') await app.jobs.enqueue(trx, 'notify', { entryNoteId: noteId, told: 'answer' })
  const { serviceId } = found
  await recordAudit(trx, viewer, {
    action: `entry_note.${step.intent}`,
    subjectKind: 'service',
    subjectId: serviceId,
  })
  return { ok: true, note: { serviceId } }
}

type Kept = Pick<WantedNoteStep, 'noteId' | 'version'>

async function strike(
  trx: Transaction<DB>,
  { noteId, version }: Kept,
  part: NotePart,
  now: Date,
): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    select strike_entry_note(${noteId}, ${version}, ${part}, ${WORDS_STRUCK}, ${now}) as done`.execute(trx)
  return rows[0]?.done === true
}

async function write(
  trx: Transaction<DB>,
  { noteId, version }: Kept,
  columns: ReturnType<typeof columnsOf>,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('entryNote')
    .set({ ...columns, version: version + 1 })
    .where('id', '=', noteId)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

function mayTake({ isTeller, isKeeper, mayStrike }: EntryNote, step: NoteStep): boolean {
  const { intent } = step
  if (intent === 'strike') return mayStrike.includes(step.part)
  return intent === 'answer' ? isKeeper : isTeller
}

/** An answer can be corrected; a note that was answered or taken back is the teller's no more, but for striking out. */
function isOpenTo({ standing }: EntryNote, { intent }: NoteStep): boolean {
  if (intent === 'strike') return true
  return standing === 'open' || (intent === 'answer' && standing === 'answered')
}

function columnsOf(step: Exclude<NoteStep, { intent: 'strike' }>, { by, now }: { by: string; now: Date }) {
  if (step.intent === 'take_back') return { takenBackAt: now }
  if (step.intent === 'correct') return { kind: step.kind, words: step.words }
  return { answer: step.answer, answerWords: step.answerWords, answeredBy: by, answeredAt: now }
}
