import type { PersonFacts } from '../../eligibility/facts'
import type { Question, QuestionKind, TopicCode } from './fact-topics'
import { TOPICS } from './fact-topics'

/** What a form of a topic starts from: the boxes hold what is kept, and unknown answers are left open. */
export function topicFormValue(topic: TopicCode, facts: PersonFacts): Record<string, unknown> {
  return Object.fromEntries(
    TOPICS[topic].questions.map(question => [question.field, formValue(question, facts)]),
  )
}

const WRITERS: Partial<Record<QuestionKind, (facts: PersonFacts, question: Question) => unknown>> = {
  many: (facts, { field }) => boxes(facts[field]),
  pounds: facts => (facts.arrearsPence === null ? '' : String(facts.arrearsPence / 100)),
  year: (facts, { field }) => yearBox(facts[field]),
  month: (facts, { field }) => monthBoxes(facts[field]),
  day: facts => dayBoxes(facts.roshAssessedOn),
  children: facts => (facts.children ?? []).map(({ age, sex }) => ({ age: String(age.max), sex })),
  connections: facts => listBoxes(facts.localConnection),
  exclusions: facts => listBoxes(facts.licenceExclusions),
  avoid: ({ avoid }) =>
    avoid === null || avoid.authorities.length + avoid.serviceIds.length > 0
      ? avoid
      : { ...avoid, authorities: ['none'] },
}

function formValue(question: Question, facts: PersonFacts): unknown {
  return WRITERS[question.kind]?.(facts, question) ?? facts[question.field]
}

function boxes(value: unknown): unknown {
  if (!Array.isArray(value)) return []
  return value.length === 0 ? ['none'] : value
}

function yearBox(value: unknown): string {
  return typeof value === 'number' ? String(value) : ''
}

function monthBoxes(value: unknown): { month: string; year: string } {
  const [year = '', month = ''] = typeof value === 'string' ? value.split('-') : []
  return { month: month.replace(/^0/, ''), year }
}

/** A day as the three boxes of a date hold it; all empty for null. */
export function dayBoxes(value: string | null): { day: string; month: string; year: string } {
  const [year = '', month = '', day = ''] = value?.split('-') ?? []
  return { day: day.replace(/^0/, ''), month: month.replace(/^0/, ''), year }
}

function listBoxes<Row>(rows: readonly Row[] | null): { answer: string; rows: readonly Row[] } {
  if (rows === null) return { answer: 'unknown', rows: [] }
  return { answer: rows.length === 0 ? 'none' : 'some', rows }
}
