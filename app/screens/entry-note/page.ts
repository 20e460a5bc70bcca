import { NOTE_ANSWERS, NOTE_KINDS } from '~/domain/entry-note/note'
import type { EntryNote } from '~/domain/entry-note/notes.server'
import { readWords } from '~/screens/struck/struck-by'
import { formatInstant } from '~/domain/time/calendar'

export const TOLD_TODAY =
  'You told the same of this service today. Open what you told and correct it; if it was answered or taken back, come back tomorrow'

/** One note in a list. */
export interface NoteLine {
  id: string
  serviceName: string
  kind: string
  words: string | null
  from: string
  when: string
  standing: EntryNote['standing']
  standingWords: string
}

export function noteLine(note: EntryNote): NoteLine {
  return {
    id: note.id,
    serviceName: note.serviceName,
    kind: NOTE_KINDS[note.kind],
    words: note.words,
    from: `${note.toldBy}, ${note.toldFrom}`,
    when: formatInstant(note.toldAt),
    standing: note.standing,
    standingWords: standingWords(note),
  }
}

/** 'Waits for an answer', 'It was wrong, and is mended', 'Taken back by Ann Smith, 27 November 2026, 09:12'. */
export function standingWords({
  answer,
  toldBy,
  takenBackAt,
}: Pick<EntryNote, 'answer' | 'toldBy' | 'takenBackAt'>): string {
  // Who told it is the only one who takes it back.
  if (takenBackAt !== null) return `Taken back by ${toldBy}, ${formatInstant(takenBackAt)}`
  return answer === null ? 'Waits for an answer' : NOTE_ANSWERS[answer]
}

/** A note as a list of questions and answers. */
export function noteRows(note: EntryNote) {
  const { answer, answerWords, answeredAt, answeredBy, struck } = note
  return [
    { key: 'What is wrong', value: NOTE_KINDS[note.kind] },
    { key: 'In words', value: readWords(note.words, struck.words) ?? 'Nothing more was said' },
    { key: 'Told by', value: `${note.toldBy}, ${note.toldFrom}` },
    { key: 'When', value: formatInstant(note.toldAt) },
    ...(answer === null || answeredAt === null
      ? []
      : [
          { key: 'Answer', value: NOTE_ANSWERS[answer] },
          { key: 'A word back', value: readWords(answerWords, struck.answer_words) ?? 'None' },
          { key: 'Answered', value: `${formatInstant(answeredAt)}, ${answeredBy ?? ''}` },
        ]),
  ]
}
