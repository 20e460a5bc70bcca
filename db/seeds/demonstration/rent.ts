import { type Archetype, indexOf } from './archetypes'
import { serviceType } from './service-types'

/** Rents of one type differ from house to house by a few pounds. */
const POUNDS_ABOVE_USUAL = [0, 7, -5, 12, -9]

/** What a bed of a service costs a week, in pence; null where no rent is charged. */
export function rentWeeklyPence(archetype: Archetype): number | null {
  const usual = serviceType(archetype.type).rentWeekly
  const above = POUNDS_ABOVE_USUAL[indexOf(archetype) % POUNDS_ABOVE_USUAL.length] ?? 0
  return usual === null ? null : (usual + above) * 100
}
