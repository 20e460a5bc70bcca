import { Policy } from '../eligibility/policy'
import type { TableWords } from '../record-change/change-words'
import { BLANK_VALUES, policyChanges } from './policy-changes'
import { policyField } from './policy-fields'
import { valuesOf } from './policy-values'

const VERIFIED = 'The whole policy was verified'

/** What was changed of a policy, in the words of its questions. Safe for the browser. */
export const POLICY_WORDS: TableWords = {
  row: () => 'The policy',
  words: { 'criteria.sexNote': policyField('sexNote').label, notes: policyField('notes').label },
  // It is added by the first answer, or the first verifying.
  added: after => [...changed({}, after), ...(typeof after.verified_at === 'string' ? [VERIFIED] : [])],
  columns: {
    criteria: { lines: (before, after) => changed({ criteria: before }, { criteria: after }) },
    notes: { lines: (before, after) => changed({ notes: before }, { notes: after }) },
    verified_at: {
      tell: (_before, after) => (typeof after === 'string' ? VERIFIED : null),
    },
  },
}

function changed(before: KeptPolicy, after: KeptPolicy): string[] {
  return policyChanges(keptValues(before), keptValues(after)).map(
    ({ label, from, to }) => `Policy, ${label}: ${to} (was ${from})`,
  )
}

interface KeptPolicy {
  criteria?: unknown
  notes?: unknown
}

/** The answers of a policy as a row keeps it; of one that can not be read, none. */
export function keptValues(row: KeptPolicy | null) {
  const policy = Policy.safeParse(row?.criteria ?? {})
  const notes = Array.isArray(row?.notes) ? row.notes.map(String) : []
  return policy.success ? valuesOf({ policy: policy.data, notes }) : BLANK_VALUES
}
