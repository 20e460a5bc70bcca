import { discuss, notApplicable, notEligible, type Rule, stated } from '../rule'

const POLICY_WORDS = { yes: 'accepted', case_by_case: 'case by case', no: 'not accepted' }

/** Word for word the same whatever the policy and whatever is known of abuse, so that nothing can be read from it. */
const ALWAYS =
  'A couple: each person is seen alone, neither referrer reads the other’s case, and either can withdraw without the other seeing it'

export const coupleRule: Rule = {
  criterion: 'couple',
  title: 'Couple',
  tier: 1,
  unknowns: ['couple'],
  decide(facts, policy) {
    if (facts.couple === 'no') return notApplicable()
    if (facts.couple === 'unknown') return discuss('Not known whether this is a joint request', ['couple'])
    return policy.couple === 'no' ? notEligible('Does not take couples') : discuss(ALWAYS)
  },
  describePolicy({ couple }) {
    return stated('Couples', couple && POLICY_WORDS[couple])
  },
  describeFact({ couple }) {
    return { yes: 'Joint request', no: 'No joint request', unknown: 'Not known' }[couple]
  },
}
