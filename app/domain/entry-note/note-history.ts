import type { TableWords } from '../record-change/change-words'
import { NOTE_ANSWERS, NOTE_KINDS, type NoteAnswer, type NoteKind } from './note'
import { inSentence } from '../words/english'

/** What befell a note about an entry, in the words of the entry's history. Safe for the browser. */
export const NOTE_HISTORY: TableWords = {
  row: columns => `Note that something is wrong (${sayKind(columns.kind)})`,
  // Struck out on the page of the note, with every wording.
  words: {},
  columns: {
    kind: { label: 'Note that something is wrong', say: sayKind },
    words: { label: 'Words of a note that something is wrong', say: sayWords },
    taken_back_at: { tell: (_before, after) => (after ? 'Note that something is wrong taken back' : null) },
    answer: {
      tell: (_before, after) =>
        after
          ? `Note that something is wrong answered: ${inSentence(NOTE_ANSWERS[after as NoteAnswer])}`
          : null,
    },
    // Of what was told; before 0142 of the answer, too.
    struck_at: { tell: () => 'Words of a note that something is wrong, or of its answer, struck out' },
    answer_struck_at: { tell: () => 'Words of the answer to a note that something is wrong struck out' },
    answer_words: { label: 'Words of the answer', say: sayWords },
  },
}

function sayKind(kind: unknown): string {
  return inSentence(NOTE_KINDS[kind as NoteKind])
}

function sayWords(kept: unknown): string {
  return typeof kept === 'string' && kept !== '' ? kept : 'none'
}
