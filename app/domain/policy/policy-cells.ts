import { tidy } from '../sheet/read-sheet'
import type { SheetRow } from '../sheet/sheet'
import { labelOf } from '../words/codes'
import { POLICY_FIELD_NAMES, policyField, type PolicyFieldName } from './policy-fields'
import { linesOf, listOf, type PolicyValues } from './policy-values'

/** A policy as one line of a file. Safe for the browser. */

export const SERVICE_ID = 'Service ID'
export const SERVICE_NAME = 'Service'

export const POLICY_HEADINGS: readonly string[] = [
  SERVICE_ID,
  SERVICE_NAME,
  ...POLICY_FIELD_NAMES.map(name => policyField(name).label),
]

/** Between several answers of one cell. */
const BETWEEN = '; '

/** The cells of a policy, in the order of its fields. */
export function cellsOfPolicy(values: PolicyValues): string[] {
  return POLICY_FIELD_NAMES.map(name => {
    const { choices = {} } = policyField(name)
    const value = values[name]
    return typeof value === 'string' && policyField(name).kind !== 'choice'
      ? value
      : listOf(value)
          .map(code => labelOf(choices, code))
          .join(BETWEEN)
  })
}

/** The values of the fields that a line has; a text that is no answer stays as it is, to be told of. */
export function valuesOfRow({
  cells,
}: SheetRow): Partial<Record<PolicyFieldName, string | readonly string[]>> {
  return Object.fromEntries(
    POLICY_FIELD_NAMES.flatMap(name => {
      const cell = cells[policyField(name).label]
      return cell === undefined ? [] : [[name, valueOfCell(name, cell)]]
    }),
  )
}

/** What a cell may hold, in words. */
export function cellHint(name: PolicyFieldName): string {
  const { kind, choices = {}, limits = [0, 0], onlyWhen } = policyField(name)
  const words = Object.values(choices).map(each => `“${each}”`)
  const what: Record<typeof kind, string> = {
    choice: words.join(', '),
    many: `one or more of ${words.join(', ')}, with a semicolon between them`,
    number: `a whole number from ${limits[0]} to ${limits[1]}`,
    pounds: 'pounds, like 85 or 85.50',
    text: 'a few words',
    lines: 'words, one exclusion a line of the cell',
  }
  const parent = onlyWhen && policyField(onlyWhen.field as PolicyFieldName).label
  return parent ? `${what[kind]}. Goes with ${parent}` : what[kind]
}

function valueOfCell(name: PolicyFieldName, cell: string): string | readonly string[] {
  const { kind } = policyField(name)
  if (kind === 'choice') return codeOf(name, cell)
  if (kind === 'many') return linesOf(cell.replaceAll(BETWEEN.trim(), '\n')).map(words => codeOf(name, words))
  return kind === 'lines' ? linesOf(cell).join('\n') : cell
}

function codeOf(name: PolicyFieldName, words: string): string {
  if (tidy(words) === 'not stated') return ''
  const choices = Object.entries(policyField(name).choices ?? {})
  return choices.find(([code, label]) => [code, label].some(each => tidy(each) === tidy(words)))?.[0] ?? words
}
