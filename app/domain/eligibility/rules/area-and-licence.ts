import type { NearFeature, PersonFacts } from '../facts'
import { placesOf, type ServiceFacts } from '../service-facts'
import { type Answer, combine, discuss, eligible, notApplicable, notEligible, type Rule } from '../rule'
import { listed, sentence } from '../../words/english'

const NEAR_WORDS: Readonly<Record<NearFeature, string>> = {
  school: 'a school',
  nursery: 'a nursery',
  park: 'a park',
  playground: 'a playground',
  leisure_centre: 'a leisure centre',
}

/** Licence conditions on where a person may live: areas excluded and places to keep away from (tier 2). */
export const areaAndLicenceRule: Rule = {
  criterion: 'area_and_licence',
  title: 'Area and licence',
  tier: 2,
  unknowns: ['licenceExclusions', 'licenceKeepAwayFrom'],
  decide(facts, _policy, service) {
    return combine([excluded(facts, placesOf(service)), keptAway(facts, service.near)], 2)
  },
  describePolicy(_policy, { near }) {
    if (near === null) return 'Nearby: not stated'
    return near.length === 0
      ? 'Nearby: no school, nursery, park, playground or leisure centre'
      : `Nearby: ${listed(near.map(feature => NEAR_WORDS[feature]))}`
  },
  describeFact({ licenceExclusions, licenceKeepAwayFrom }) {
    if (licenceExclusions === null && licenceKeepAwayFrom === null) return 'Not known'
    const some = [...(licenceExclusions ?? []), ...(licenceKeepAwayFrom ?? [])].length > 0
    return some ? 'Has conditions on where to live' : 'No conditions on where to live'
  },
}

function excluded({ licenceExclusions }: PersonFacts, places: readonly string[]): Answer {
  if (licenceExclusions === null)
    return discuss('Not known whether the licence excludes an area', ['licenceExclusions'])
  if (licenceExclusions.length === 0) return notApplicable()
  if (places.length === 0)
    return discuss('The licence excludes an area, and they do not say where they are: ask')
  const touched = places.filter(place => licenceExclusions.some(each => each.authority === place))
  if (touched.length === 0) return eligible('Outside the areas the licence excludes')
  const whole = places.every(place => isWhollyExcluded(licenceExclusions, place))
  return whole
    ? notEligible('The licence excludes their area')
    : discuss('The licence excludes part of their area')
}

function isWhollyExcluded(exclusions: NonNullable<PersonFacts['licenceExclusions']>, place: string): boolean {
  return exclusions.some(each => each.authority === place && each.extent === 'whole')
}

function keptAway({ licenceKeepAwayFrom }: PersonFacts, near: ServiceFacts['near']): Answer {
  if (licenceKeepAwayFrom === null)
    return near?.length === 0
      ? notApplicable()
      : discuss('Not known what the licence says to keep away from', ['licenceKeepAwayFrom'])
  if (licenceKeepAwayFrom.length === 0) return notApplicable()
  const places = (features: readonly NearFeature[]) => listed(features.map(feature => NEAR_WORDS[feature]))
  if (near === null)
    return discuss(
      `The licence says to keep away from ${places(licenceKeepAwayFrom)}: they do not say what is near, ask`,
    )
  const met = licenceKeepAwayFrom.filter(feature => near.includes(feature))
  return met.length === 0
    ? eligible('Not near what the licence says to keep away from')
    : discuss(`${sentence(places(met))} nearby, which the licence says to keep away from`)
}
