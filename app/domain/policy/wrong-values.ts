import { listed, inSentence } from '../words/english'
import { POLICY_FIELD_NAMES, policyField, type PolicyFieldName } from './policy-fields'
import { HOW_TO_WRITE } from '../money/typed-amount'
import { readWhole } from '../words/whole-number'
import { linesOf, listOf, penceOf, type PolicyValues } from './policy-values'

/** What is wrong with the values of some fields and how to mend it, by field. */
export type WrongValues = Readonly<Partial<Record<PolicyFieldName, string>>>

const LONGEST_TEXT = 200
const LONGEST_NOTE = 300
const MOST_NOTES = 20
const MOST_PENCE = 10_000_000

/** Looks at each field by itself, and at what goes with another answer alone: nothing that was typed is dropped. */
export function wrongValues(
  values: PolicyValues,
  names: readonly PolicyFieldName[] = POLICY_FIELD_NAMES,
): WrongValues {
  return Object.fromEntries(
    names.flatMap(name => {
      const say = wrongValue(name, values[name]) ?? misplaced(name, values)
      return say === null ? [] : [[name, say]]
    }),
  )
}

/** What is wrong with one value by itself; null for nothing. */
export function wrongValue(name: PolicyFieldName, value: string | readonly string[]): string | null {
  return CHECKS[policyField(name).kind](name, value)
}

type Check = (name: PolicyFieldName, value: string | readonly string[]) => string | null

const CHECKS: Readonly<Record<ReturnType<typeof policyField>['kind'], Check>> = {
  choice: (name, value) => (value === '' || isChoice(name, value) ? null : notAmong(name)),
  many(name, value) {
    const ticked = listOf(value)
    if (!ticked.every(each => isChoice(name, each))) return notAmong(name)
    return ticked.length > 1 && ticked.includes('nobody')
      ? 'Tick “No group in particular” alone, or the groups it is kept for'
      : null
  },
  number(name, value) {
    const { label, limits: [least, most] = [0, 0] } = policyField(name)
    const number = readWhole(String(value))
    const isFine = value === '' || (number !== null && number >= least && number <= most)
    return isFine ? null : `${label} must be a whole number from ${least} to ${most}`
  },
  pounds(name, value) {
    const pence = penceOf(String(value))
    return pence === null || pence <= MOST_PENCE
      ? null
      : `${policyField(name).label} must be an amount of money, like 85 or 85.50; ${HOW_TO_WRITE}`
  },
  text: (name, value) =>
    value.length <= LONGEST_TEXT
      ? null
      : `${policyField(name).label} must be ${LONGEST_TEXT} characters or fewer`,
  lines(_name, value) {
    const lines = linesOf(value)
    const long = lines.findIndex(line => line.length > LONGEST_NOTE)
    if (long >= 0) return `Line ${long + 1} must be ${LONGEST_NOTE} characters or fewer`
    return lines.length > MOST_NOTES ? `Write ${MOST_NOTES} lines or fewer` : null
  },
}

function isChoice(name: PolicyFieldName, value: unknown): boolean {
  return typeof value === 'string' && Object.hasOwn(policyField(name).choices ?? {}, value)
}

function notAmong(name: PolicyFieldName): string {
  const { label, choices = {} } = policyField(name)
  return `${label} must be ${listed(
    Object.values(choices).map(words => `“${words}”`),
    'or',
  )}, or left empty`
}

/** Typed without the answer it goes with, or left out where that asks for it. */
function misplaced(name: PolicyFieldName, values: PolicyValues): string | null {
  const { label, onlyWhen, isNeeded } = policyField(name)
  if (!onlyWhen) return null
  const parent = onlyWhen.field as PolicyFieldName
  const goes = onlyWhen.is.includes(String(values[parent]))
  const isGiven = listOf(values[name]).length > 0
  if (goes) return isNeeded && !isGiven ? `Enter ${inSentence(label)}` : null
  const { label: of, choices = {} } = policyField(parent)
  const answers = onlyWhen.is.map(code => `“${choices[code] ?? code}”`)
  return isGiven
    ? `${label} goes only with ${of}: ${listed(answers, 'or')}. Choose that, or leave it empty`
    : null
}
