import { PersonFacts } from '../../eligibility/facts'
import { shownAnswer } from './fact-shown'
import { TOPIC_CODES, type TopicCode, TOPICS } from './fact-topics'
import { arises, type FactsPatch } from './facts-form'

export interface AnswerShown {
  question: string
  answer: string
}

/** The questions of a topic that arise, each with what is kept of it, in words. */
export function topicAnswers(topic: TopicCode, facts: PersonFacts): AnswerShown[] {
  return TOPICS[topic].questions
    .filter(question => arises(question, facts))
    .map(question => ({ question: question.question, answer: shownAnswer(question, facts) }))
}

/** What was answered on one topic, a line a question, to be copied where it could not be kept. */
export function answerLines(topic: TopicCode, answered: FactsPatch): string[] {
  const answers = topicAnswers(topic, PersonFacts.parse(answered))
  const line = ({ question, answer }: AnswerShown) => `${question.replace(/([^?])$/, '$1:')} ${answer}`
  return [answers.map(line).join('\n')]
}

/** The topic after this one, or null after the last. */
export function nextTopic(topic: TopicCode): TopicCode | null {
  return TOPIC_CODES[TOPIC_CODES.indexOf(topic) + 1] ?? null
}

export interface ComparedAnswers {
  question: string
  yours: string
  theirs: string
}

/** Two sets of facts on one topic, question by question, where either raises the question. */
export function compareAnswers(topic: TopicCode, yours: PersonFacts, theirs: PersonFacts): ComparedAnswers[] {
  return TOPICS[topic].questions
    .filter(question => arises(question, yours) || arises(question, theirs))
    .map(question => ({
      question: question.question,
      yours: shownAnswer(question, yours),
      theirs: shownAnswer(question, theirs),
    }))
}
