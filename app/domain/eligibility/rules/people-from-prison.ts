import type { PersonFacts } from '../facts'
import type { Policy } from '../policy'
import { discuss, eligible, notEligible, type Rule, stated } from '../rule'
import { peopleLike } from '../wording'
import { sentence } from '../../words/english'

const POLICY_WORDS = { yes: 'yes', case_by_case: 'case by case', no: 'no' }

/** Everyone here leaves prison, so a blank is always to be asked about. */
export const peopleFromPrisonRule: Rule = {
  criterion: 'people_from_prison',
  title: 'People from prison',
  tier: 1,
  unknowns: [],
  decide(facts, { peopleFromPrison, sex }) {
    // Of a house of the other sex the rule of sex says why not: this one must not say that it takes her.
    const people = takesLike(facts.sex, sex) ? peopleLike(facts) : 'people'
    if (peopleFromPrison === 'yes') return eligible(`Takes ${people} straight from prison`)
    if (peopleFromPrison === 'no') return notEligible('Does not take people from prison')
    if (peopleFromPrison === 'case_by_case')
      return discuss(`${sentence(people)} from prison: they decide case by case`)
    return discuss('They do not say whether they take people from prison: ask')
  },
  describePolicy({ peopleFromPrison }) {
    return stated('People from prison', peopleFromPrison && POLICY_WORDS[peopleFromPrison])
  },
  describeFact() {
    return 'Leaving prison'
  },
}

function takesLike(own: PersonFacts['sex'], takes: Policy['sex']): boolean {
  return !(own === 'female' && takes === 'men') && !(own === 'male' && takes === 'women')
}
