import { z } from 'zod'
import type { FactField } from '../../eligibility/facts'
import { PersonFacts } from '../../eligibility/facts'
import { type Question, TOPIC_CODES, TOPICS, type TopicCode } from '../answers/fact-topics'

/** What an answer of the last episode may become. Safe for the browser. */

/** Asked anew each time: an answer of then says nothing of now. */
const ASKED_ANEW: ReadonlySet<FactField> = new Set(['pregnancy', 'dueMonth'])
/** True then and never again as it stands, so that one tap does not confirm it: children grow. */
const CHANGED_ONLY: ReadonlySet<FactField> = new Set(['children'])

/** The questions whose answers a new episode starts from, each with its topic. */
export const CARRIED_QUESTIONS: readonly (Question & { topic: TopicCode })[] = TOPIC_CODES.flatMap(topic =>
  TOPICS[topic].questions
    .filter(({ field }) => !ASKED_ANEW.has(field))
    .map(question => ({ ...question, topic })),
)

const CODES = CARRIED_QUESTIONS.map(({ field }) => field)

/** What each of them holds that nobody answered. */
export function unanswered(): Record<string, unknown> {
  const nothing = PersonFacts.parse({})
  return Object.fromEntries(CODES.map(field => [field, nothing[field]]))
}

/** True where one tap says that the answer of then holds today. */
export function mayConfirm(field: FactField): boolean {
  return !CHANGED_ONLY.has(field)
}

/** One button of the page: an answer that is confirmed or dropped, or all that can be confirmed. */
export const carriedSchema = z
  .object({
    confirm: z.enum([...CODES, 'all']).optional(),
    drop: z.enum(CODES).optional(),
  })
  .refine(({ confirm, drop }) => (confirm === undefined) !== (drop === undefined), {
    error: 'Choose one answer to confirm or to drop',
  })

export type CarriedChoice = z.output<typeof carriedSchema>
