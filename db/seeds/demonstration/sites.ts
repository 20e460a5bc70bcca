import { authorities, findAuthority, outcodes } from '~/domain/area/region'
import { seedId } from '../seed-id'
import { type Archetype, ARCHETYPES, indexOf } from './archetypes'
import { councilServiceId } from './councils'
import { COUNCIL_OUTCODES, PLACES } from './places'
import { isConfidential, placeName, serviceId } from './service-rows'

/** Shown sites: the middle of a postcode district, never an address. */
export function siteRows() {
  const houses = ARCHETYPES.flatMap(archetype => {
    const outcode = PLACES[archetype.id]?.outcode
    return outcode ? [siteRow(serviceId(archetype.id), placeName(archetype.id), outcode)] : []
  })
  const desks = authorities.map(({ code, name }) =>
    siteRow(councilServiceId(code), `${name} advice desk`, COUNCIL_OUTCODES[code] ?? ''),
  )
  return [...houses, ...desks]
}

/** Where confidential services are: invented addresses in a postcode area that does not exist. */
export function confidentialSiteRows() {
  return ARCHETYPES.filter(isConfidential).map(confidentialSiteRow)
}

function siteRow(service: string, name: string, outcode: string) {
  const district = outcodes.find(each => each.outcode === outcode)
  if (!district) throw new Error(`${outcode} is no postcode district of the region`)
  const { town, lat, lng } = district
  return { id: seedId(`site:${service}`), serviceId: service, name, town, outcode, lat, lng }
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
