import type { Policy } from '../policy'
import { type Answer, discuss, eligible, notApplicable, notEligible, type Rule, stated } from '../rule'

const POLICY_WORDS = { yes: 'accepted', assistance_only: 'assistance dogs only', no: 'none' }
const FACT_WORDS = {
  none: 'None',
  assistance_dog: 'Assistance dog',
  dog: 'Dog',
  cat: 'Cat',
  other: 'Another pet',
  unknown: 'Not known',
}

/** Taken by whoever takes it or any pet; nobody else may treat it as a pet. */
function assistanceDog(policy: Policy['pets']): Answer {
  return policy === 'yes' || policy === 'assistance_only'
    ? eligible('Takes assistance dogs')
    : discuss('An assistance dog is no pet, and is not refused as one: tell them')
}

/** An assistance dog is never refused: a service that says "none" is to be spoken to (Equality Act 2010). */
export const petsRule: Rule = {
  criterion: 'pets',
  title: 'Pets',
  tier: 1,
  unknowns: ['pets'],
  decide({ pets, petCouldBeFostered }, policy) {
    if (pets === 'none') return notApplicable()
    if (pets === 'assistance_dog') return assistanceDog(policy.pets)
    if (policy.pets === 'yes') return eligible('Takes pets')
    if (pets === 'unknown') return discuss('Not known whether there is a pet', ['pets'])
    if (policy.pets === null) return discuss('They do not say whether they take pets: ask')
    if (petCouldBeFostered) return discuss('They do not take pets: fostering may be possible')
    return notEligible(policy.pets === 'no' ? 'Does not take pets' : 'Takes assistance dogs only')
  },
  describePolicy({ pets }) {
    return stated('Pets', pets && POLICY_WORDS[pets])
  },
  describeFact(facts) {
    return FACT_WORDS[facts.pets]
  },
}
