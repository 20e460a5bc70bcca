import { formatInstant } from '~/domain/time/calendar'
import { type Struck, WORDS_STRUCK } from '~/domain/words/struck'

/** 'Struck out by Ann Lee, 3 February 2027, 09:12': as it is said wherever words were struck out. */
export function struckBy({ by, at }: Struck, what = 'Struck out'): string {
  return `${what} by ${by}, ${formatInstant(at)}`
}

/** Words as they are read: of those that are struck out, by whom and when. */
export function readWords<Words extends string | null>(words: Words, struck: Struck | null): Words | string {
  return words === WORDS_STRUCK && struck ? struckBy(struck, WORDS_STRUCK) : words
}
