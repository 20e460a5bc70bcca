import { isHousing } from '../service/service-kind'
import type { SupplyService } from './service'

/** The beds of one night, region-wide: those of housing for women only, and of mixed housing (measure M10). */
export interface BedsOfNight {
  provision: 'women_only' | 'mixed'
  beds: number
  /** Of them, at services whose vacancies were confirmed, but for those added since. */
  freshBeds: number
  /** Of those, free. */
  freshFree: number
}

const SEX = { women_only: 'women', mixed: 'mixed' } as const

/**
 * Counts a night's beds. Refuges are left out, as they stand apart in the coverage matrix; so are places whose site is hidden, or their
 * beds could be told by subtraction, and housing that does not say whom it takes.
 */
export function bedsOfNight(services: readonly SupplyService[]): BedsOfNight[] {
  const housing = services.filter(
    ({ kind, isConfidential }) => isHousing(kind) && kind !== 'refuge' && !isConfidential,
  )
  return (['women_only', 'mixed'] as const).map(provision => {
    const of = housing.filter(service => service.sex === SEX[provision])
    const fresh = of.filter(service => service.isVacancyConfirmed)
    return {
      provision,
      beds: sum(of.map(service => service.beds)),
      freshBeds: sum(fresh.map(({ beds, addedSince = 0 }) => (beds ?? 0) - addedSince)),
      freshFree: sum(fresh.map(service => service.free)),
    }
  })
}

/** null is of hidden places alone, which are left out before. */
function sum(numbers: readonly (number | null)[]): number {
  return numbers.reduce<number>((total, each) => total + (each ?? 0), 0)
}
