import { z } from 'zod'

const WORDS_LIMIT = 100

/** More people than this are opened for no search: then something else is asked for. */
export const MOST_LOOKED_AT = 50

/** A name or a part of it, a prison number, a CRN or a reference. Safe for the browser. */
export const findSchema = z.object({
  words: z
    .string({ error: 'Enter a name, a prison number, a CRN or a reference such as C-10012' })
    .max(WORDS_LIMIT, `Enter ${WORDS_LIMIT} characters or fewer`),
})
