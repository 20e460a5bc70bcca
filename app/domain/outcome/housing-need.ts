import type { CheckAnswers } from './checks'

/** The worst housing need ever recorded of a release, from its reception checks and their changes. Safe for the browser. */
export type HousingNeed = 'nowhere' | 'under_12_weeks' | 'none'

/** One row of a case's reception checks; what was recorded wrongly counts for nothing. */
export interface ReceptionRecorded {
  answers: Pick<CheckAnswers<'reception'>, 'housing'>
  replacedBecause: 'changed' | 'wrong' | null
}

const WORST_FIRST = [
  ['nowhere', 'nowhere'],
  ['under_12_weeks', 'under_12_weeks'],
  ['place', 'none'],
] as const

/** Null where the housing question was never answered, or only wrongly. */
export function housingNeedEver(recorded: readonly ReceptionRecorded[]): HousingNeed | null {
  const standing = recorded.filter(({ replacedBecause }) => replacedBecause !== 'wrong')
  const worst = WORST_FIRST.find(([housing]) => standing.some(({ answers }) => answers.housing === housing))
  return worst?.[1] ?? null
}
