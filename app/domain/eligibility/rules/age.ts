import { type AgeBand, type Ages, type PersonFacts } from '../facts'
import { bandOf } from '../facts-by-tier'
import type { Policy } from '../policy'
import { discuss, eligible, notApplicable, notEligible, type Rule, stated } from '../rule'

const OLDEST = 120
const BAND_WORDS: Readonly<Record<AgeBand, string>> = {
  under_18: 'Under 18',
  '18_20': '18 to 20',
  '21_24': '21 to 24',
  '25_29': '25 to 29',
  '30_39': '30 to 39',
  '40_49': '40 to 49',
  '50_59': '50 to 59',
  '60_over': '60 and over',
}

/** Age on release. Triage knows the band alone, so a reason, which names the age, is tier 2. */
export const ageRule: Rule = {
  criterion: 'age',
  title: 'Age on release',
  tier: 1,
  unknowns: ['ageAtRelease'],
  decide(facts, policy) {
    const limits = limitsOf(policy)
    if (limits === null) return notApplicable()
    const ages = facts.ageAtRelease
    if (ages === null) return discuss(`Age on release not known: they take ${limits}`, ['ageAtRelease'])
    const youngest = policy.ageMin ?? 0
    const oldest = policy.ageMax ?? OLDEST
    if (ages.max < youngest || ages.min > oldest)
      return notEligible(`Age ${words(ages)}: they take ${limits}`, 2)
    if (ages.min >= youngest && ages.max <= oldest)
      return eligible(`Age ${words(ages)}: ${fits(policy, limits)}`, 2)
    return discuss(
      `A birthday falls inside the release window: age ${words(ages)}, and they take ${limits}`,
      ['ageAtRelease'],
      2,
    )
  },
  describePolicy(policy) {
    return stated('Age', limitsOf(policy))
  },
  describeFact(facts) {
    return knownBand(facts)
  },
}

/** '18 to 25', '18 and over', 'up to 25'; null where neither end is stated. */
function limitsOf({ ageMin, ageMax }: Policy): string | null {
  if (ageMin === null) return ageMax === null ? null : `up to ${ageMax}`
  return ageMax === null ? `${ageMin} and over` : `${ageMin} to ${ageMax}`
}

function fits(policy: Policy, limits: string): string {
  return policy.ageMax === null ? 'no upper limit' : `they take ${limits}`
}

function words({ min, max }: Ages): string {
  if (min === max) return String(min)
  return max - min === 1 ? `${min} or ${max}` : `${min} to ${max}`
}

function knownBand(facts: PersonFacts): string {
  const band = bandOf(facts.ageAtRelease) ?? facts.ageBand
  return band === 'unknown' ? 'Not known' : BAND_WORDS[band]
}
