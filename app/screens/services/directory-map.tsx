import { authorities } from '~/domain/area/region'
import { areaAddress, type DirectoryPage } from '~/screens/services/page'
import type { NearCircle } from '~/screens/results/map/near-circle'
import { pinsAddress } from '~/screens/results/map/pins-address'
import { servicesWords } from '~/screens/results/result-in-words'
import type { AreaShown } from '~/ui/map/region-outline'
import { ServiceMapArea } from '~/ui/map/service-map-area'

export type DirectoryMapProps = Pick<DirectoryPage, 'address' | 'areaCounts'> & {
  near: NearCircle | null
  tileUrl: string | null
  tileAttribution: string
}

/** The services of the list on a map, and how many there are in each authority, to narrow the list to it. */
export function DirectoryMap({ address, areaCounts, near, tileUrl, tileAttribution }: DirectoryMapProps) {
  return (
    <ServiceMapArea
      areas={areasShown(address, areaCounts)}
      label="Results by area"
      counts="Results in an area"
      near={near}
      hrefOf={id => `/services/${id}`}
      pinsFrom={pinsAddress('/services', address)}
      tileUrl={tileUrl}
      tileAttribution={tileAttribution}
      caption="Press an area to see its results alone, a pin to read what it is. Services without a shown place are counted in the areas they cover, never pinned."
    />
  )
}

function areasShown(address: string, counts: DirectoryPage['areaCounts']): AreaShown[] {
  const chosen = new URLSearchParams(address).getAll('authority')
  return authorities.map(({ code, name }) => {
    const count = counts[code] ?? 0
    const about = servicesWords(count)
    const area = { code, name, count, href: areaAddress(address, code) }
    return chosen.includes(code) ? { ...area, about: `${about}, chosen`, chosen: true } : { ...area, about }
  })
}
