import { inWords } from '../words/english'
import type { SupplyRow } from './supply'
import type { SupplyOutcome } from './cell'

/** There are twelve authorities: each number of them is a word. */
const AUTHORITIES = 12

/**
 * What the matrix says of women leaving prison, in two sentences worked out from it: "4 of 12 authorities have women-only
 * supported housing. In one of them a woman from prison is taken as a rule; in two, case by case."
 */
export function supplySentence(rows: readonly SupplyRow[]): string {
  const having = rows.filter(row => isThere(row.cells.women_only.outcome))
  const verb = having.length === 1 ? 'has' : 'have'
  const first = `${having.length} of ${rows.length} authorities ${verb} women-only supported housing.`
  return having.length === 0 ? first : `${first} ${fromPrison(having)}`
}

/** How many authorities nobody has confirmed either way, as a sentence, or null when there is none. */
export function notConfirmedSentence(rows: readonly SupplyRow[]): string | null {
  const count = rows.filter(row => row.cells.women_only.outcome === 'not_confirmed').length
  if (count === 0) return null
  return `In ${inWords(count, AUTHORITIES)} ${count === 1 ? 'authority' : 'authorities'} nobody has confirmed whether there is any.`
}

/** Where the combination chosen is taken: 'Taken as a rule in 2 of 12 authorities; in three, case by case.' */
export function chosenSentence(rows: readonly SupplyRow[]): string {
  const count = (outcome: SupplyOutcome) => rows.filter(row => row.chosen?.outcome === outcome).length
  const words = [
    `Taken as a rule in ${count('yes')} of ${rows.length} authorities`,
    ...OTHERWISE.flatMap(([outcome, said]) =>
      count(outcome) === 0 ? [] : `in ${inWords(count(outcome), AUTHORITIES)}, ${said}`,
    ),
  ]
  return `${words.join('; ')}.`
}

const OTHERWISE: readonly (readonly [SupplyOutcome, string])[] = [
  ['case_by_case', 'case by case'],
  ['stale', 'by policies nobody has verified for 90 days'],
  ['does_not_take', 'such places exist and do not take her'],
  ['none', 'no such place exists'],
  ['not_confirmed', 'not confirmed'],
]

function fromPrison(having: readonly SupplyRow[]): string {
  const asRule = countOf(having, 'yes')
  const caseByCase = countOf(having, 'case_by_case')
  if (asRule === 0 && caseByCase === 0) return 'None of them is confirmed to take a woman from prison.'
  if (asRule === 0)
    return `In none of them is a woman from prison taken as a rule; in ${inWords(caseByCase, AUTHORITIES)}, case by case.`
  const rule = `In ${inWords(asRule, AUTHORITIES)} of them a woman from prison is taken as a rule`
  return caseByCase === 0 ? `${rule}.` : `${rule}; in ${inWords(caseByCase, AUTHORITIES)}, case by case.`
}

function countOf(rows: readonly SupplyRow[], outcome: SupplyOutcome): number {
  return rows.filter(row => row.cells.women_only_from_prison.outcome === outcome).length
}

function isThere(outcome: SupplyOutcome): boolean {
  return outcome === 'yes' || outcome === 'stale'
}
