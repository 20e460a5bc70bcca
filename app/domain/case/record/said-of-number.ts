import { tidyNumber } from './person-case'

/** An answer that was given of one prison number: that it is the same person, that the other prison was rung. Safe for the browser. */

const ANSWERS = ['yes', 'no'] as const
export type Answer = (typeof ANSWERS)[number]

/** 'yes Z1234AB': as a form sends it, with the number as it was typed. */
export function saidOf(prisonNumber: string, answer: Answer): string {
  return `${answer} ${tidyNumber(prisonNumber)}`
}

/** What was said of a number; null where nothing was, or only of another. */
export function answerOf(said: string | null | undefined, prisonNumber: string): Answer | null {
  return ANSWERS.find(answer => said === saidOf(prisonNumber, answer)) ?? null
}
