import { rankOf } from '../levels'
import type { Policy } from '../policy'
import type { ServiceFacts } from '../service-facts'
import { discuss, eligible, notApplicable, type Rule, stated } from '../rule'
import { sentence } from '../../words/english'

/** Support needed against support offered. A need the offer exceeds is no obstacle; one that exceeds it is talked over. */
export const supportLevelRule: Rule = {
  criterion: 'support_level',
  title: 'Support level',
  tier: 1,
  unknowns: ['supportNeed'],
  decide({ supportNeed: need }, policy, service) {
    const offer = service.supportLevel
    if (offer === 'high') return eligible(`Offers ${offerWords(policy, service)}`)
    if (need === 'unknown') return discuss('Support needed not known', ['supportNeed'])
    if (need === 'low')
      return offer === null ? notApplicable() : eligible(`Offers ${offerWords(policy, service)}`)
    if (offer === null) return discuss(`Needs ${need} support: they do not say what they offer, ask`)
    return rankOf(need) > rankOf(offer)
      ? discuss(`Needs ${need} support: they offer ${offer}`)
      : eligible(`Needs ${need} support: they offer it`)
  },
  describePolicy(policy, service) {
    return stated('Support', service.supportLevel && offerWords(policy, service))
  },
  describeFact({ supportNeed }) {
    return supportNeed === 'unknown' ? 'Not known' : sentence(`${supportNeed} support`)
  },
}

/** 'high support, 24 hours, 10 hours a week'. */
function offerWords(
  { supportHoursPerWeek: hours }: Policy,
  { supportLevel, staffing }: ServiceFacts,
): string {
  const week = hours === null ? null : `${hours} hours a week`
  return [`${supportLevel} support`, staffing, week].filter(Boolean).join(', ')
}
