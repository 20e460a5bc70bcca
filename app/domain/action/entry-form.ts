import { z } from 'zod'
import { readWhole } from '../words/whole-number'
import type { Day } from '../time/calendar'
import { dayField } from '../time/day-field'
import { ACTION_STATES, CONCERN_STATES, type EntryFields, type EntryKind, NATURES, SEVERITIES } from './entry'
import { isGapPlace, isGapSubject } from './gap'
import { tellsOfAPerson } from './no-person'

/** The forms of the register. Safe for the browser. */

export const WORDS_LIMIT = 400
const OWNER_LIMIT = 120
const MOST_POUNDS = 100_000_000

const gap = {
  subject: z.string({ error: 'Choose what the gap is in' }).refine(isGapSubject, 'Choose what the gap is in'),
  place: z.string({ error: 'Choose where the gap is' }).refine(isGapPlace, 'Choose where the gap is'),
}

/** Reads the form of an action or of a concern. Takes the day it is in London. */
export function entryForm(kind: EntryKind, today: Day): z.ZodType<EntryFields> {
  return kind === 'action' ? actionForm(today) : concernForm()
}

function actionForm(today: Day) {
  return z
    .object({
      ...gap,
      words: words('Enter what will be done', WORDS_LIMIT),
      owner: words('Enter who owns the action: a post, a team or an organisation', OWNER_LIMIT),
      costPounds: pounds,
      dueOn: dayField('actionDue', { today }),
      state: z.enum(keysOf(ACTION_STATES), { error: 'Choose how the action stands' }),
    })
    .transform((form): EntryFields => ({ ...form, nature: null, severity: null }))
}

function concernForm() {
  return z
    .object({
      nature: z.enum(keysOf(NATURES), { error: 'Choose whether it is an issue or a risk' }),
      ...gap,
      words: words('Enter what the issue or risk is', WORDS_LIMIT),
      owner: words('Enter who owns it: a post, a team or an organisation', OWNER_LIMIT),
      severity: z.enum(keysOf(SEVERITIES), { error: 'Choose how severe it is' }),
      state: z.enum(keysOf(CONCERN_STATES), { error: 'Choose whether it is open or closed' }),
    })
    .transform((form): EntryFields => ({ ...form, costPounds: null, dueOn: null }))
}

function words(missing: string, limit: number) {
  return z
    .string({ error: missing })
    .max(limit, `Enter ${limit} characters or fewer`)
    .superRefine((text, context) => {
      const message = tellsOfAPerson(text)
      if (message) context.addIssue({ code: 'custom', message })
    })
}

/** '£12,500' or '12500': whole pounds, or null for nothing. */
const pounds = z
  .string({ error: 'Enter the cost in whole pounds, like 12,500' })
  .optional()
  .transform((typed, context): number | null => {
    if (typed === undefined) return null
    const cost = readWhole(typed.replace(/^£\s*/, ''))
    if (cost !== null && cost <= MOST_POUNDS) return cost
    context.addIssue({
      code: 'custom',
      message:
        'Enter the cost in whole pounds, like 12,500 or 12500, or leave it empty; a comma only between thousands',
    })
    return z.NEVER
  })

function keysOf<Key extends string>(labels: Readonly<Record<Key, string>>): [Key, ...Key[]] {
  // Every table above has rows.
  return Object.keys(labels) as [Key, ...Key[]]
}
