import type { OwnWords } from '~/domain/held/own-words.server'
import type { WordsPlace } from '~/domain/held/words-places'
import { formatInstant } from '~/domain/time/calendar'

/** Words that the reader's own organisation wrote, as they are listed. */
export interface WordsLine {
  /** Where they lie: what the button that strikes them out names. */
  place: WordsPlace
  row: string
  at: string
  when: string
  by: string
  /** 'R-1042', or 'Why the case closed'. */
  about: string
  words: string
  mayStrike: boolean
}

export function wordsLine({ reference, at, isStruck, ...words }: OwnWords): WordsLine {
  return {
    ...words,
    about: reference ?? 'Why the case closed',
    at: at.toISOString(),
    when: formatInstant(at),
    mayStrike: !isStruck,
  }
}
