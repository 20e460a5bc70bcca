import { z } from 'zod'
import { NOTE_LIMIT } from './note-field'

/** Words that must be given: why something is undone or moved. Safe for the browser. */
export const whyField = z
  .string({ error: 'Say why in a few words' })
  .max(NOTE_LIMIT, `The reason must be ${NOTE_LIMIT} characters or fewer`)

/** Another room for somebody who has one promised, or lives in one: the conflict check is done anew. */
export const roomField = z.uuid({ error: 'Choose a room' })
export const conflictField = z
  .literal('done', { error: 'Do the conflict check, then tick that it is done' })
  .transform(() => true)
