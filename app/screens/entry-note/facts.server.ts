import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import type { DomainContext } from '~/domain/context'
import { findNote } from '~/domain/entry-note/notes.server'
import { newIdempotencyKey } from '~/http/new-idempotency-key.server'
import { noteRows, standingWords } from './page'
import { struckNow, WORDS_STRUCK } from '~/domain/words/struck'

/** A note about an entry as its teller reads it, or who keeps the entry; null for everybody else. */
export async function notePageFor(app: DomainContext, viewer: SignedInViewer, noteId: string) {
  const note = await asViewer(app.db, viewer, trx => findNote(trx, viewer, noteId))
  if (!note) return null
  const { id, serviceId, serviceName, provider, kind, words, answer, answerWords, standing } = note
  const carried = () => ({ idempotencyKey: newIdempotencyKey(), version: note.version })
  return {
    ...{ id, serviceId, serviceName, provider, isTeller: note.isTeller },
    standing: standingWords(note),
    rows: noteRows(note),
    mayCorrect: note.isTeller && standing === 'open',
    mayAnswer: note.isKeeper && standing !== 'taken_back',
    isAnswered: standing === 'answered',
    start: { kind, words: typedIn(words), answer, answerWords: typedIn(answerWords) },
    strikes: note.mayStrike.map(part => ({ ...carried(), intent: 'strike', part })),
    /** By whom, of the words of it that are struck out. */
    struck: {
      words: struckNow(words, note.struck.words),
      answer_words: struckNow(answerWords, note.struck.answer_words),
    },
    keys: { correct: carried(), take_back: carried(), answer: carried() },
  }
}

/** What a form begins with: words that were struck out are nobody's to send again. */
function typedIn(words: string | null): string {
  return words === null || words === WORDS_STRUCK ? '' : words
}

export type NotePage = NonNullable<Awaited<ReturnType<typeof notePageFor>>>
