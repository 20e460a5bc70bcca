import { authorities, prisons } from '../area/region'
import { pathwayCodes, type Pathway } from '../service/pathway'
import { isHousing } from '../service/service-kind'
import { addMonths, type Day } from '../time/calendar'

/**
 * Which pathways are served where (product.md, "Reports"): gaps, overlaps, and, apart from both, what nobody has said. It counts
 * services of the directory by the areas they cover, and programmes by the prisons they run in; no site and no person is in it.
 */

/** What the map reads of a service or programme. */
export interface PathwayService {
  kind: string
  /** Null for a service that is no programme. */
  programmeType: string | null
  organisationId: string
  pathways: readonly string[]
  authorities: readonly string[]
  prisons: readonly string[]
  /** The day somebody last went through its entry; null where nobody has. */
  assuredOn: Day | null
}

/** 'none': services are listed there, every one has said which pathways it serves, and none serves this one. */
export type PathwayOutcome = 'served' | 'none' | 'no_data'
/** Why there is no data. */
export type NoDataBecause = 'nothing_listed' | 'not_said' | 'not_verified'

/** Two or more providers with services of one kind for the same. */
export interface Overlap {
  kind: string
  programmeType: string | null
  services: number
}

export interface PathwayCell {
  pathway: Pathway
  outcome: PathwayOutcome
  because: NoDataBecause | null
  /** All that say they serve it, verified or not: as many as the directory lists. */
  services: number
  programmes: number
  /** Of these, entries nobody has gone through for a year. */
  notVerified: number
  overlaps: readonly Overlap[]
}

export interface PathwayRow {
  place: string
  cells: readonly PathwayCell[]
}

export type MapBy = 'authority' | 'prison'

/** A row for each authority, or prison, by name; a cell for each of the nine pathways. Takes today in London. */
export function pathwayMap(services: readonly PathwayService[], by: MapBy, today: Day): PathwayRow[] {
  const places = by === 'authority' ? authorities : prisons
  return places.map(({ code }) => {
    const there = services.filter(service => placesOf(service, by).includes(code))
    return { place: code, cells: pathwayCodes.map(pathway => pathwayCell(there, pathway, today)) }
  })
}

/** An entry counts as verified for a year from the day somebody went through it. */
function isVerified({ assuredOn }: Pick<PathwayService, 'assuredOn'>, today: Day): boolean {
  return assuredOn !== null && addMonths(assuredOn, 12) >= today
}

function placesOf({ authorities, prisons }: PathwayService, by: MapBy): readonly string[] {
  return by === 'authority' ? authorities : prisons
}

function pathwayCell(there: readonly PathwayService[], pathway: Pathway, today: Day): PathwayCell {
  const serving = there.filter(service => service.pathways.includes(pathway))
  const verified = serving.filter(service => isVerified(service, today))
  return {
    pathway,
    ...outcomeOf(there, serving.length, verified.length),
    services: serving.length,
    programmes: serving.filter(service => service.programmeType !== null).length,
    notVerified: serving.length - verified.length,
    overlaps: overlapsOf(verified),
  }
}

function outcomeOf(
  there: readonly PathwayService[],
  serving: number,
  verified: number,
): Pick<PathwayCell, 'outcome' | 'because'> {
  if (verified > 0) return { outcome: 'served', because: null }
  if (serving > 0) return { outcome: 'no_data', because: 'not_verified' }
  if (there.length === 0) return { outcome: 'no_data', because: 'nothing_listed' }
  const silent = there.some(service => service.pathways.length === 0)
  return silent ? { outcome: 'no_data', because: 'not_said' } : { outcome: 'none', because: null }
}

function hasBeds(kind: string): boolean {
  return isHousing(kind) || kind === 'approved_premises'
}

/** Beds never overlap: where there are several houses, there are more places to live. */
function overlapsOf(services: readonly PathwayService[]): Overlap[] {
  const groups = new Map<string, PathwayService[]>()
  for (const service of services.filter(({ kind }) => !hasBeds(kind))) {
    const key = `${service.kind} ${service.programmeType}`
    groups.set(key, [...(groups.get(key) ?? []), service])
  }
  return [...groups.values()].flatMap(group => {
    const providers = new Set(group.map(({ organisationId }) => organisationId))
    const [first] = group
    if (!first || providers.size < 2) return []
    return [{ kind: first.kind, programmeType: first.programmeType, services: group.length }]
  })
}
