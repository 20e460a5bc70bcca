import { shownAnswer } from '~/domain/case/answers/fact-shown'
import type { TopicCode } from '~/domain/case/answers/fact-topics'
import { CARRIED_QUESTIONS, mayConfirm } from '~/domain/case/carried/carried-form'
import type { Carried } from '~/domain/case/carried/carried.server'
import { PersonFacts } from '~/domain/eligibility/facts'
import { waitingWords } from '~/screens/case/waiting-words'
import { formatDayLong, londonDay } from '~/domain/time/calendar'

/** One answer of the last time, in words. */
export interface CarriedLine {
  field: string
  question: string
  answer: string
  topic: TopicCode
  mayConfirm: boolean
}

/** What the page says where a button did nothing. */
export const NOT_SETTLED = {
  gone: 'A colleague has dealt with this answer already. Look at what is left',
  asks_who_is_told:
    'This answer changes an open referral. Choose “Change” beside it and save it there, where you say who may be told',
} as const

/** The answers that wait, in the order of the questions. */
export function carriedLines({ facts, fields }: Carried): CarriedLine[] {
  const then = PersonFacts.parse(facts)
  return CARRIED_QUESTIONS.filter(({ field }) => fields.includes(field)).map(question => ({
    field: question.field,
    question: question.question,
    answer: shownAnswer(question, then),
    topic: question.topic,
    mayConfirm: mayConfirm(question.field),
  }))
}

/** 'From her last time, at HMP Durham, closed on 3 November 2026'; null where nothing waits. */
export function carriedFrom({ from }: Carried): string | null {
  return from && `From the last time, at ${from.prison}, closed on ${formatDayLong(londonDay(from.closedAt))}`
}

/** What is said once a button was pressed. */
export function settledWords({ settled, left }: { settled: number; left: number }): string {
  const done = settled === 1 ? '1 answer done' : `${settled} answers done`
  return left === 0 ? `${done}, none left` : `${done}. ${waitingWords(left)}`
}
