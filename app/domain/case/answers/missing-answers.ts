import { isContactAsked } from '../../eligibility/child-contact'
import { FACT_LABELS } from '../../eligibility/fact-labels'
import type { FactField, PersonFacts } from '../../eligibility/facts'
import { RULES } from '../../eligibility/rules'
import { type Question, TOPIC_CODES, type TopicCode, TOPICS } from './fact-topics'
import { arises } from './facts-form'

/** One topic of a case's task list: what is not known yet, and which of it the criteria wait for. */
export interface TopicTask {
  topic: TopicCode
  title: string
  asked: number
  missing: readonly FactField[]
  /** What the missing answers that a criterion of eligibility reads are called: 'Arson', 'A women-only place'. */
  neededFor: readonly string[]
}

/** What is missing for what, topic by topic. Only questions that arise count; an empty list is an answer. */
export function missingAnswers(facts: PersonFacts): TopicTask[] {
  return TOPIC_CODES.map(topic => {
    const asked = TOPICS[topic].questions.filter(question => isWaitedFor(question, facts))
    const missing = asked.filter(question => isUnknown(question, facts)).map(question => question.field)
    return {
      topic,
      title: TOPICS[topic].title,
      asked: asked.length,
      missing,
      neededFor: missing.filter(isReadByRules).map(field => FACT_LABELS[field]),
    }
  })
}

/** How many answers of a case are not known yet. */
export function countMissing(facts: PersonFacts): number {
  return missingAnswers(facts).reduce((sum, task) => sum + task.missing.length, 0)
}

/** The topic whose form asks for a fact, or null for one that follows from the case itself. */
export function topicOf(field: FactField): TopicCode | null {
  return TOPIC_CODES.find(code => TOPICS[code].questions.some(question => question.field === field)) ?? null
}

/** A preference, an offer to foster a pet or a tick may stay empty: nothing waits for them, and they are not counted. */
const NEVER_MISSING: ReadonlySet<FactField> = new Set([
  'preferredAuthorities',
  'petCouldBeFostered',
  'avoidAreasTold',
])

function isWaitedFor(question: Question, facts: PersonFacts): boolean {
  const { field } = question
  if (NEVER_MISSING.has(field) || (field === 'contactPermitted' && !isContactAsked(facts))) return false
  return arises(question, facts)
}

function isUnknown({ field }: Question, facts: PersonFacts): boolean {
  return facts[field] === null || facts[field] === 'unknown'
}

function isReadByRules(field: FactField): boolean {
  return RULES.some(({ unknowns }) => unknowns.includes(field))
}
