import type { OwnWords } from '~/domain/held/own-words.server'
import { WORDS_PLACES, type WordsPlace } from '~/domain/held/words-places'
import { formatInstant } from '~/domain/time/calendar'

/** Words that the reader's organisation may strike out, as they are listed. */
export interface WordsLine {
  /** Where they lie: what the button that strikes them out names. */
  place: WordsPlace
  row: string
  at: string
  when: string
  by: string
  /** 'R-1042', 'Why the case closed', or 'An answer of the coordinator'. */
  about: string
  words: string
  mayStrike: boolean
}

export function wordsLine({ reference, at, isStruck, ...words }: OwnWords): WordsLine {
  return {
    ...words,
    about: reference ?? WORDS_PLACES[words.place].what,
    at: at.toISOString(),
    when: formatInstant(at),
    mayStrike: !isStruck,
  }
}
