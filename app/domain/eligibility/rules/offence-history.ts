import type { Criterion } from '../decision'
import type { FactField, PersonFacts, Tier } from '../facts'
import type { OffenceRule, Policy } from '../policy'
import { type Answer, discuss, eligible, notApplicable, notEligible, type Rule, stated } from '../rule'
import { sentence } from '../../words/english'

type OffenceField = 'arson' | 'sexualOffence' | 'offencesAgainstChildren' | 'domesticAbusePerpetrator'
type History = PersonFacts[OffenceField]

/** What tells one kind of offence from another. `name` as in 'No arson recorded', 'a conviction for arson'. */
interface Offence {
  criterion: Criterion
  title: string
  tier: Tier
  field: Exclude<OffenceField, 'arson'>
  name: string
}

export const OFFENCE_WORDS: Readonly<Record<OffenceRule, string>> = {
  any: 'any',
  case_by_case: 'case by case',
  never: 'never',
}

/** A rule for a kind of offence that a service takes always, case by case or never. */
export function offenceRule({ criterion, title, tier, field, name }: Offence): Rule {
  return {
    criterion,
    title,
    tier,
    unknowns: [field],
    decide(facts, policy) {
      return answerHistory(facts[field], policy[field], { name, missing: field })
    },
    describePolicy(policy: Policy) {
      const stance = policy[field]
      return stated(title, stance && OFFENCE_WORDS[stance])
    },
    describeFact(facts) {
      return describeHistory(facts[field])
    },
  }
}

/** Anything but a confirmed "none" is to be discussed; "never" with a conviction refuses; a stated "any" needs no fact. */
export function answerHistory(
  history: History,
  stance: OffenceRule | null,
  { name, missing }: { name: string; missing: FactField },
): Answer {
  if (history === 'none')
    return stance === null || stance === 'any'
      ? notApplicable()
      : eligible(`${sentence(name)}: none recorded`)
  if (stance === 'any') return eligible(`Takes people with any history of ${name}`)
  if (history === 'unknown') return discuss(`${sentence(name)}: not known whether there is any`, [missing])
  if (stance === null)
    return discuss(`They do not say whether they take people with a history of ${name}: ask`)
  if (history === 'concern') return discuss(`A concern about ${name}, no conviction: talk it over`)
  return stance === 'never'
    ? notEligible(`Does not take people with a conviction for ${name}`)
    : discuss(`A conviction for ${name}: they decide case by case`)
}

/** The band that triage sees: never a year, never what happened. */
export function describeHistory(history: History): string {
  return { none: 'None recorded', concern: 'Concern', conviction: 'Conviction', unknown: 'Not known' }[
    history
  ]
}
