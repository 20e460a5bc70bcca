import { isContactAsked } from '../../eligibility/child-contact'
import type { FactField, PersonFacts } from '../../eligibility/facts'
import { type Answer, discuss, eligible, notApplicable, notEligible } from '../../eligibility/rule'
import type { ProgrammeRule } from '../rule'

/** Where a child is present: not eligible until public protection records that contact is permitted (product.md, "The directory"). */
export const childContactRule: ProgrammeRule = {
  criterion: 'child_contact',
  title: 'Contact with children',
  tier: 2,
  decide({ facts, programme }) {
    if (programme.childContactClearance === false) return notApplicable()
    if (programme.childContactClearance === null) return clearanceNotStated(facts)
    if (facts.contactPermitted === 'yes') return eligible('Contact with children is recorded as permitted')
    return notEligible('A child is present: public protection must first record that contact is permitted')
  },
}

function clearanceNotStated(facts: PersonFacts): Answer {
  if (facts.contactPermitted === 'yes') return notApplicable()
  const isAsked = facts.contactPermitted === 'unknown' && isContactAsked(facts)
  const missing: FactField[] = isAsked ? ['contactPermitted'] : []
  return discuss('They do not say whether a child is present: ask', missing)
}
