import { z } from 'zod'
import { type FactField, PersonFacts } from '../../eligibility/facts'
import type { Day } from '../../time/calendar'
import { answerSchema } from './fact-answer'
import { type Question, type TopicCode, TOPICS } from './fact-topics'

/** The facts one topic answers; every field of the topic is there, unknown where it was left open. */
export type FactsPatch = Partial<PersonFacts>

/**
 * The form of one topic. Gives the topic's facts whole: an answer left open, or whose question does not arise (the year of
 * a conviction that is none), is unknown; children are not dropped so, but must be taken out. The fields of the form are
 * named as the facts are. Takes the day it is in London.
 */
export function topicSchema(topic: TopicCode, today: Day): z.ZodType<FactsPatch> {
  const { questions } = TOPICS[topic]
  const form = z.object(Object.fromEntries(questions.map(each => [each.field, answerSchema(each, today)])))
  return form
    .superRefine((answers, context) => {
      for (const { field } of questions.filter(each => isLeftOver(each, answers)))
        context.addIssue({ code: 'custom', path: [field], message: LEFT_OVER })
    })
    .transform(answers => withoutUnasked(answers, questions))
    .pipe(z.object(pick(questions.map(each => each.field))))
}

function pick(fields: readonly FactField[]): z.ZodRawShape {
  return Object.fromEntries(fields.map(field => [field, PersonFacts.shape[field]]))
}

const LEFT_OVER = 'Take the children out, or change the answer above'

/** Children told of beside an answer that has none: one of the two is wrong, and only the officer knows which. */
function isLeftOver(question: Question, answers: Readonly<Record<string, unknown>>): boolean {
  return question.kind === 'children' && answers[question.field] !== null && !arises(question, answers)
}

function withoutUnasked(
  answers: Record<string, unknown>,
  questions: readonly Question[],
): Record<string, unknown> {
  const asked = questions.filter(each => arises(each, answers) && answers[each.field] !== undefined)
  return Object.fromEntries(asked.map(each => [each.field, answers[each.field]]))
}

/** True where a question is to be asked, given the other answers of its topic. */
export function arises({ onlyWhen }: Question, answers: Readonly<Record<string, unknown>>): boolean {
  return onlyWhen === undefined || onlyWhen.is.some(answer => answer === answers[onlyWhen.field])
}
