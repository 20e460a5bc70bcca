import { z } from 'zod'
import {
  MORE_REASONS_LIMIT,
  REASON_NOTE_LIMIT,
  REASONS,
  type ReasonPurpose,
  reasonsProblem,
} from '../reasons'

/** The part of a form that asks for reasons, and the field of free words beside it. Safe for the browser. */

/** A main reason of a purpose's list, up to two more, and words; 'other' needs the words. */
export function reasonsForm(purpose: ReasonPurpose) {
  const code = z.enum(
    REASONS[purpose].map(reason => reason.code),
    { error: 'Choose the main reason' },
  )
  return z
    .object({
      primary: code,
      others: z
        .array(code)
        .max(MORE_REASONS_LIMIT, `Choose up to ${MORE_REASONS_LIMIT} more reasons`)
        .default([]),
      note: noteField(REASON_NOTE_LIMIT),
    })
    .superRefine((given, context) => {
      const problem = reasonsProblem(purpose, given)
      if (problem !== null) context.addIssue({ code: 'custom', ...REASON_PROBLEMS[problem] })
    })
}

/** Free words nobody has to write, up to a limit; null when there are none. */
export function noteField(limit: number) {
  return z
    .string()
    .max(limit, `The note must be ${limit} characters or fewer`)
    .optional()
    .transform(note => note ?? null)
}

const REASON_PROBLEMS = {
  reason_unknown: { path: ['primary'], message: 'Choose the main reason from the list' },
  reason_twice: { path: ['others'], message: 'Choose further reasons that are not the main one' },
  reasons_too_many: { path: ['others'], message: `Choose up to ${MORE_REASONS_LIMIT} more reasons` },
  other_needs_words: { path: ['note'], message: 'Say in a few words what the other reason is' },
  note_too_long: { path: ['note'], message: `The note must be ${REASON_NOTE_LIMIT} characters or fewer` },
}
