import { outcodes } from '~/domain/area/region'
import { seedId } from '../seed-id'

/** A shown site as a row: the middle of its postcode district. @throws Error for a district outside the region */
export function districtSite(serviceId: string, { name, outcode }: { name: string; outcode: string }) {
  const district = outcodes.find(each => each.outcode === outcode)
  if (!district) throw new Error(`${outcode} is no postcode district of the region`)
  const { town, lat, lng } = district
  return { id: seedId(`site:${serviceId}`), serviceId, name, town, outcode, lat, lng }
}
