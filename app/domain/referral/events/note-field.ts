import { z } from 'zod'

/** Free words that go with an event. Safe for the browser. */

export const NOTE_LIMIT = 300
export const ANSWER_LIMIT = 1000

/** Free words nobody has to write, up to a limit; null when there are none. */
export function noteField(limit: number) {
  return z
    .string()
    .max(limit, `The note must be ${limit} characters or fewer`)
    .optional()
    .transform(note => note ?? null)
}

/** A note nobody has to write; null when it is empty. */
export const optionalNote = z.object({ note: noteField(NOTE_LIMIT) })

/** Of an event that asks nothing. */
export const nothingToFill = z.object({})
