import { pounds } from '../money/money'
import { readPence } from '../money/typed-amount'
import { labelOf } from '../words/codes'
import { listed } from '../words/english'
import { quoted } from '../words/struck'
import { POLICY_FIELD_NAMES, policyField, type PolicyFieldName } from './policy-fields'
import { changedFields, linesOf, listOf, type PolicyValues } from './policy-values'

/** One answer of a policy as it was and as it is now, in words. */
export interface PolicyChange {
  label: string
  from: string
  to: string
}

/** What differs between two policies, answer by answer. */
export function policyChanges(before: PolicyValues, after: PolicyValues): PolicyChange[] {
  return changedFields(before, after).map(name => ({
    label: policyField(name).label,
    from: sayValue(name, before[name]),
    to: sayValue(name, after[name]),
  }))
}

/** A value in words: 'Case by case', '£85.50', 'Partner and staff'; 'not stated' for none. */
export function sayValue(name: PolicyFieldName, value: string | readonly string[]): string {
  const { kind, choices = {} } = policyField(name)
  const values = kind === 'lines' ? linesOf(value) : listOf(value)
  if (values.length === 0) return 'not stated'
  if (kind === 'lines') return values.map(quoted).join(' · ')
  if (kind === 'pounds') return poundsOf(values[0] ?? '')
  return listed(values.map(each => labelOf(choices, each)))
}

/** An amount as a policy keeps it, '1480' or '85.50', as amounts are read. */
function poundsOf(kept: string): string {
  const pence = readPence(kept)
  return pence === null ? kept : pounds(pence)
}

/** A policy as values, none of which is stated. */
export const BLANK_VALUES = Object.fromEntries(
  POLICY_FIELD_NAMES.map(name => [name, policyField(name).kind === 'many' ? [] : '']),
) as unknown as PolicyValues
