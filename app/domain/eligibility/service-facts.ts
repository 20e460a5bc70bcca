import type { NearFeature } from './facts'

/** What a decision reads about a service besides its policy. Nothing here comes from a confidential address. */
export interface ServiceFacts {
  id: string
  kind: string
  /** Authorities whose people it takes; empty is "not stated". */
  authorities: readonly string[]
  /** Authorities its shown sites stand in; empty for a confidential service, which is placed by what it covers. */
  locatedIn: readonly string[]
  /** What stands near its shown sites; null is "not stated". */
  near: readonly NearFeature[] | null
  supportLevel: 'low' | 'medium' | 'high' | null
  staffing: string | null
  policyVerifiedAt: Date | null
}

/** Where she would live: the authorities of the shown sites, or those it covers where none is shown. */
export function placesOf(service: Pick<ServiceFacts, 'authorities' | 'locatedIn'>): readonly string[] {
  return service.locatedIn.length > 0 ? service.locatedIn : service.authorities
}
