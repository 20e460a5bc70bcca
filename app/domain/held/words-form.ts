import { z } from 'zod'
import { WORDS_PLACES, type WordsPlace } from './words-places'

/** Said where a form names no words to strike out. */
export const CHOOSE_WORDS = 'Choose what to strike out'

/** Which words a button strikes out: where they lie. */
export const wordsSchema = z.object({
  place: z.enum(Object.keys(WORDS_PLACES) as [WordsPlace, ...WordsPlace[]], { error: CHOOSE_WORDS }),
  row: z.uuid({ error: CHOOSE_WORDS }),
})
