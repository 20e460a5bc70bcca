import type { FactField, PersonFacts, Tier } from '../facts'
import type { Policy } from '../policy'
import { type Answer, discuss, eligible, notEligible, type Rule, stated } from '../rule'
import { peopleLike } from '../wording'

const SPEAK_TO_THE_REFERRER = 'Speak to the referrer'
const POLICY_WORDS = { women: 'women', men: 'men', mixed: 'women and men' }
const FACT_WORDS = { female: 'Woman', male: 'Man', unknown: 'Not known' }
const TAKES = { women: 'female', men: 'male' } as const

/**
 * Only a confirmed mismatch refuses. To a provider everything that is not plain says the same words and no reason, because the
 * reason (she needs women-only; sex not recorded as expected) is not his to read; the officer reads it.
 */
export const sexRule: Rule = {
  criterion: 'sex',
  title: 'Sex',
  tier: 1,
  unknowns: ['sex', 'needsWomenOnly'],
  decide(facts, policy) {
    if (policy.sex === null) return discuss('They do not say whether they take women, men or both: ask')
    if (policy.sex === 'mixed') return mixed(facts)
    if (facts.sex === 'unknown')
      return asked(`The sex is not recorded, and they take ${policy.sex} only`, ['sex'])
    return facts.sex === TAKES[policy.sex]
      ? eligible(`Takes ${policy.sex}`)
      : notEligible(`Takes ${policy.sex} only`)
  },
  describePolicy(policy) {
    return stated('Sex', policyWords(policy))
  },
  describeFact(facts) {
    return FACT_WORDS[facts.sex]
  },
}

/** Women are asked whether they need women-only; of men nobody asks it. */
function mixed(facts: PersonFacts): Answer {
  const { needsWomenOnly } = facts
  if (needsWomenOnly === 'no') return eligible(`Takes ${peopleLike(facts)}`)
  if (facts.sex === 'male' && needsWomenOnly === 'unknown') return eligible('Takes men')
  return asked(WOMEN_ONLY_WORDS[needsWomenOnly], needsWomenOnly === 'unknown' ? ['needsWomenOnly'] : [], 3)
}

/** To be discussed, with the true reason for the referring team and none for a provider. */
function asked(reason: string, missing: readonly FactField[], tier?: Tier): Answer {
  return { ...discuss(reason, missing, tier), toProvider: SPEAK_TO_THE_REFERRER }
}

const WOMEN_ONLY_WORDS = {
  yes: 'Needs a women-only place, and they take women and men',
  prefer_not_to_say: 'Does not want to say whether a women-only place is needed, and they take women and men',
  unknown: 'Not known whether a women-only place is needed, and they take women and men',
}

function policyWords(policy: Policy): string | null {
  if (policy.sex === null) return null
  const words = POLICY_WORDS[policy.sex]
  return policy.sexNote === null ? words : `${words} (${policy.sexNote})`
}
