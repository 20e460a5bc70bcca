import { z } from 'zod'
import type { Day } from '../time/calendar'
import { optionalDayField } from '../time/day-field'
import { codesOf } from '../words/codes'
import { type CheckQuestion, CHECKS } from './check-questions'
import { CHECK_ANSWERS, type CheckAnswers, type CheckKind, COUNCILS } from './checks'

/** Why an answer is not what it was: something changed in the world, or it was put down wrongly and counts for nothing. */
export const BECAUSE_LABELS = {
  changed: 'It was so, and has changed since',
  wrong: 'It was recorded wrongly, and should not count',
}
export type Because = keyof typeof BECAUSE_LABELS

/** Why an answer that was replaced does not stand, said anew. */
export const relabelSchema = z.object({
  because: z.enum(codesOf(BECAUSE_LABELS), {
    error: 'Choose whether it had changed, or was recorded wrongly',
  }),
})

export interface CheckForm<Kind extends CheckKind = CheckKind> {
  answers: CheckAnswers<Kind>
  because: Because | null
}

type Typed = Readonly<Record<string, string | null>>

/**
 * The form of one check. Its leading question must be answered; the rest is not known where it is left open, and null where it does
 * not arise. Takes the day it is in London.
 */
export function checkSchema(kind: CheckKind, today: Day): z.ZodType<CheckForm> {
  const { questions } = CHECKS[kind]
  const fields = Object.fromEntries(questions.map(each => [each.field, fieldOf(each, today)]))
  const because = z.enum(codesOf(BECAUSE_LABELS)).nullable().default(null)
  return z
    .object({ ...fields, because })
    .superRefine((typed, context) => {
      for (const { field, say } of problemsOf(kind, typed))
        context.addIssue({ code: 'custom', path: [field], message: say })
    })
    .transform(({ because, ...typed }) => ({
      answers: CHECK_ANSWERS[kind].parse(arising(questions, typed as Typed)),
      because,
    }))
}

function fieldOf({ kind, choices = {}, span, isLead }: CheckQuestion, today: Day): z.ZodType {
  if (kind === 'day' && span) return optionalDayField(span, { today })
  if (kind === 'tick') return z.literal('yes').nullable().default(null)
  const codes: readonly string[] = kind === 'council' ? COUNCILS : codesOf(choices)
  const one = z.enum(codes, { error: 'Choose one of these, or not known' })
  return isLead ? one : one.default('unknown')
}

function arising(questions: readonly CheckQuestion[], typed: Typed): Typed {
  return Object.fromEntries(
    questions.map(each => [each.field, arises(each, typed) ? (typed[each.field] ?? null) : null]),
  )
}

/** Whether a question is asked, given the other answers. */
export function arises({ onlyWhen }: CheckQuestion, typed: Readonly<Record<string, unknown>>): boolean {
  return onlyWhen === undefined || typed[onlyWhen.field] === onlyWhen.is
}

interface Problem {
  field: string
  say: string
}

/** What does not go together, in words that say how to mend it. */
function problemsOf(kind: CheckKind, typed: Typed): Problem[] {
  const { hnia, hniaOn, receivedOn, told, toldOn } = typed
  const rows: Record<CheckKind, readonly (Problem | false | undefined)[]> = {
    reception: [
      hniaOn != null && hnia !== 'done' && { field: 'hnia', say: 'Choose yes, or clear the day it was done' },
      hniaOn != null &&
        receivedOn != null &&
        hniaOn < receivedOn && {
          field: 'hniaOn',
          say: 'The day it was done must not be before the day of reception',
        },
    ],
    council_notice: [
      toldOn != null &&
        told !== 'told' && { field: 'told', say: 'Choose that a council was told, or clear the day' },
      ...(told === 'told' ? CONSENTS.map(field => typed[field] !== 'yes' && { field, say: ASK_FIRST }) : []),
    ],
    night_before: [],
    first_night: [],
    day_91: [],
  }
  return rows[kind].filter(each => each !== false && each !== undefined)
}

const CONSENTS = ['agreed', 'chosen', 'contactPassed']
const ASK_FIRST = 'A council may be told only where this is so: ask the person, then tick it'
