import authorityData from './data/authorities.json'
import outcodeData from './data/outcodes.json'
import prisonData from './data/prisons.json'

/** One of the 12 local authorities of North East England. `code` is the ONS code; `bbox` is west, south, east, north. */
export interface Authority {
  code: string
  name: string
  type: string
  policeForce: string
  lat: number
  lng: number
  bbox: readonly number[]
  population2021: number
}

/** One of the 7 prisons of the region. `code` is the NOMIS code; `resettlement` marks those that release into it. */
export interface Prison {
  code: string
  name: string
  sex: string
  holds: string
  postcode: string
  lat: number
  lng: number
  authority: string
  resettlement: boolean
}

/** A postcode district, with its centre and the authorities it lies in. */
export interface Outcode {
  outcode: string
  town: string
  lat: number
  lng: number
  authorities: readonly string[]
}

export const authorities: readonly Authority[] = [...authorityData].sort((a, b) =>
  a.name.localeCompare(b.name, 'en'),
)
export const prisons: readonly Prison[] = [...prisonData].sort((a, b) => a.name.localeCompare(b.name, 'en'))
export const outcodes: readonly Outcode[] = outcodeData

/** To be shown wherever places or outlines are (the licences of the reference data ask for it). */
export const regionAttribution =
  'Contains OS data © Crown copyright and database right. Contains Royal Mail data © Royal Mail copyright and ' +
  'database right. Contains public sector information licensed under the Open Government Licence v3.0. Made with ' +
  'Natural Earth.'

const authorityByCode: ReadonlyMap<string, Authority> = new Map(authorities.map(each => [each.code, each]))
const prisonByCode: ReadonlyMap<string, Prison> = new Map(prisons.map(each => [each.code, each]))

/** The authority with an ONS code, or undefined for one outside the region. */
export function findAuthority(code: string): Authority | undefined {
  return authorityByCode.get(code)
}

/** The name of an authority; a code from outside the region is shown as it is. */
export function authorityName(code: string): string {
  return authorityByCode.get(code)?.name ?? code
}

/** The prison with a NOMIS code, or undefined for one outside the region. */
export function findPrison(code: string): Prison | undefined {
  return prisonByCode.get(code)
}

/** The name of a prison; a code from outside the region is shown as it is. */
export function prisonName(code: string): string {
  return prisonByCode.get(code)?.name ?? code
}
