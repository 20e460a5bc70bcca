import { z } from 'zod'

const WORDS_LIMIT = 100

/** A name or a part of it, a prison number or a CRN. Safe for the browser. */
export const findSchema = z.object({
  words: z
    .string({ error: 'Enter a name, a prison number or a CRN' })
    .max(WORDS_LIMIT, `Enter ${WORDS_LIMIT} characters or fewer`),
})
