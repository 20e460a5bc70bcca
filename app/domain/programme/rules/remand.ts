import { discuss, notApplicable, notEligible } from '../../eligibility/rule'
import type { ProgrammeRule } from '../rule'

export const remandRule: ProgrammeRule = {
  criterion: 'remand',
  title: 'People on remand',
  tier: 2,
  decide({ facts, programme }) {
    if (facts.status !== 'remand' || programme.takesRemand === true) return notApplicable()
    return programme.takesRemand === false
      ? notEligible('It does not take people on remand')
      : discuss('They do not say whether they take people on remand: ask')
  },
}
