import { Policy } from '~/domain/eligibility/policy'
import type { ServiceFacts } from '~/domain/eligibility/service-facts'
import { SUPPORT_LEVELS } from '~/domain/service/service'
import { type Archetype, ARCHETYPES, coveredBy } from './archetypes'
import { criteria, verifiedAt } from './policies'
import { isConfidential, serviceId } from './service-rows'
import { serviceType } from './service-types'

/** Whom a service of the demonstration takes, as a decision reads it. */
export function policyOf(archetypeId: string): Policy {
  return Policy.parse(criteria(archetypeOf(archetypeId)))
}

/** What else a decision reads about it. */
export function serviceFactsOf(archetypeId: string, now: Date): ServiceFacts {
  const archetype = archetypeOf(archetypeId)
  return {
    id: serviceId(archetypeId),
    kind: serviceType(archetype.type).kind,
    authorities: coveredBy(archetype),
    locatedIn: isConfidential(archetype) ? [] : [archetype.authority],
    near: null,
    supportLevel: SUPPORT_LEVELS.find(level => level === archetype.supportLevel) ?? null,
    staffing: archetype.staffing,
    policyVerifiedAt: verifiedAt(archetype, now),
  }
}

function archetypeOf(id: string): Archetype {
  const archetype = ARCHETYPES.find(each => each.id === id)
  if (!archetype) throw new Error(`There is no service ${id}`)
  return archetype
}
