import { decided, weigh } from '../eligibility/decide'
import type { DecidedAnswer, Decision } from '../eligibility/decision'
import type { PersonFacts } from '../eligibility/facts'
import type { Policy } from '../eligibility/policy'
import { policyVerifiedAnswer } from '../eligibility/policy-verified'
import { RULES } from '../eligibility/rules'
import type { ServiceFacts } from '../eligibility/service-facts'
import { type Day, londonDay } from '../time/calendar'
import type { ProgrammeFacts } from './programme-facts'
import { PROGRAMME_RULES } from './rules'
import { isStated } from './stated-limits'

/** Who is decided: what is known of her or him, and the prison she or he is held in. */
interface Held {
  facts: PersonFacts
  prisonCode: string
}

/** A service that is a programme: what it is, what it states of whom it takes, and what it is run for. */
interface Course {
  service: ServiceFacts
  policy: Policy
  programme: ProgrammeFacts
}

/** Decides one person for one family or parenting programme, in the same shape as for a place to live. Pure. */
export function decideProgramme({ facts, prisonCode }: Held, course: Course, now: Date): Decision {
  const today = londonDay(now)
  const asked = { facts, prisonCode, programme: course.programme, today }
  const own = PROGRAMME_RULES.map(rule => decided(rule, rule.decide(asked)))
  const verified = policyVerifiedAnswer(course.policy, course.service, now)
  return weigh([...sharedAnswers(facts, course, today), ...own, ...verified])
}

function sharedAnswers(facts: PersonFacts, { policy, service }: Course, today: Day): DecidedAnswer[] {
  return RULES.filter(rule => isStated(rule.criterion, policy, facts)).map(rule =>
    decided(
      rule,
      rule.decide(facts, policy, service, today),
      rule.describeFact(facts),
      rule.describePolicy(policy, service),
    ),
  )
}
