import { z } from 'zod'
import { MORE_REASONS_LIMIT, type Reason, REASON_NOTE_LIMIT, reasonsProblem } from '../reasons'
import { noteField } from './note-field'

/** The form of an event that asks for reasons. Safe for the browser. */

/** A main reason of an event's list, up to two more, and words; 'other' needs the words. */
export function reasonsForm(list: readonly Reason[]) {
  const code = z.enum(
    list.map(reason => reason.code),
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
      const problem = reasonsProblem(list, given)
      if (problem !== null) context.addIssue({ code: 'custom', ...REASON_PROBLEMS[problem] })
    })
    .transform(reasons => ({ reasons }))
}

const REASON_PROBLEMS = {
  reason_unknown: { path: ['primary'], message: 'Choose the main reason from the list' },
  reason_twice: { path: ['others'], message: 'Choose further reasons that are not the main one' },
  reasons_too_many: { path: ['others'], message: `Choose up to ${MORE_REASONS_LIMIT} more reasons` },
  other_needs_words: { path: ['note'], message: 'Say in a few words what the other reason is' },
  note_too_long: { path: ['note'], message: `The note must be ${REASON_NOTE_LIMIT} characters or fewer` },
}
