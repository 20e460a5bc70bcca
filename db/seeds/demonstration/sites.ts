import { findAuthority } from '~/domain/area/region'
import { seedId } from '../seed-id'
import { type Archetype, ARCHETYPES, indexOf } from './archetypes'
import { councilSiteRows } from './councils'
import { districtSite } from './district-site'
import { PLACES } from './places'
import { programmeSiteRows } from './programmes/programme-rows'
import { isConfidential, placeName, serviceId } from './service-rows'

/** Shown sites: the middle of a postcode district, never an address. */
export function siteRows() {
  const houses = ARCHETYPES.flatMap(archetype => {
    const outcode = PLACES[archetype.id]?.outcode
    return outcode ? [districtSite(serviceId(archetype.id), { name: placeName(archetype.id), outcode })] : []
  })
  return [...houses, ...councilSiteRows(), ...programmeSiteRows()]
}

/** Where confidential services are: invented addresses in a postcode area that does not exist. */
export function confidentialSiteRows() {
  return ARCHETYPES.filter(isConfidential).map(confidentialSiteRow)
}

function confidentialSiteRow(archetype: Archetype) {
  const authority = findAuthority(archetype.authority)
  if (!authority) throw new Error(`${archetype.authority} is no authority of the region`)
  const number = indexOf(archetype) + 1
  return {
    id: seedId(`confidential site:${archetype.id}`),
    serviceId: serviceId(archetype.id),
    name: placeName(archetype.id),
    address: `${number} Nowhere Terrace (fictional)`,
    postcode: `ZZ${number} 9ZZ`,
    lat: authority.lat,
    lng: authority.lng,
    detail: 'Ring the bell marked with a star. This address is invented.',
  }
}
