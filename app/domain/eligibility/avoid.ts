import type { SafetyFacts } from './facts'
import { placesOf, type ServiceFacts } from './service-facts'

/** The areas to avoid in which a service that is not avoided may still put her: to be asked about, and told to nobody. */
export function avoidedIn(
  avoid: SafetyFacts['avoid'],
  service: Pick<ServiceFacts, 'authorities' | 'locatedIn'>,
): string[] {
  return placesOf(service).filter(place => avoid?.authorities.includes(place))
}

/**
 * True where a service is on her list, or every place it may put her in is. Such a service drops silently from her
 * results, prints and shares: no outcome, no reason and no count may tell that it was there.
 */
export function isAvoided(
  avoid: SafetyFacts['avoid'],
  service: Pick<ServiceFacts, 'id' | 'authorities' | 'locatedIn'>,
): boolean {
  if (avoid === null) return false
  if (avoid.serviceIds.includes(service.id)) return true
  const places = placesOf(service)
  return places.length > 0 && places.every(place => avoid.authorities.includes(place))
}
