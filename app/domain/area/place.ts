import { milesBetween } from '@search/geography'
import { authorities, type Authority, type Outcode, outcodes, type Prison } from './region'

/** A point somebody asked to search near. `authorities` are the ONS codes of the authorities it lies in. */
export interface Place {
  label: string
  lat: number
  lng: number
  approximate: boolean
  authorities: readonly string[]
  /** Looked for within its bounds, by what covers it, and not around its middle: 'Northumberland', 'Tees Valley'. */
  isArea?: true
  /** Of a town that is an authority too, or lies in one: its code. */
  home?: string
  /** NOMIS code, for a prison. */
  prison?: string
}

/**
 * The ONS codes of the authorities within so many miles of a point: those of every postcode district whose centre lies
 * inside, and of the nearest one. A service shown without a position is placed by these.
 */
export function authoritiesNear(lat: number, lng: number, miles: number): string[] {
  const measured = outcodes.map(outcode => ({ outcode, away: milesBetween(outcode, { lat, lng }) }))
  const nearest = Math.min(...measured.map(each => each.away))
  const inside = measured.filter(each => each.away <= miles || each.away === nearest)
  return [...new Set(inside.flatMap(each => each.outcode.authorities))].sort()
}

/** A postcode district, or a part of a town that it stands for. */
export function placeOfDistrict({ lat, lng, authorities }: Outcode, label: string): Place {
  return {
    label,
    lat,
    lng,
    approximate: true,
    authorities,
    ...(authorities.length === 1 && { home: authorities[0] }),
  }
}

export function placeOfPrison({ name, lat, lng, authority, code }: Prison): Place {
  return { label: name, lat, lng, approximate: false, authorities: [authority], prison: code }
}

/** A town of the reference data, by its name there. */
export function placeOfTown(town: string): Place {
  const districts = outcodes.filter(each => each.town === town)
  const covered = [...new Set(districts.flatMap(each => each.authorities))]
  const home =
    authorities.find(each => each.name === town)?.code ?? (covered.length === 1 ? covered[0] : undefined)
  return {
    label: town,
    ...middleOf(districts),
    approximate: true,
    authorities: covered,
    ...(home && { home }),
  }
}

export function placeOfAuthority({ name, lat, lng, code }: Authority): Place {
  return { label: name, lat, lng, approximate: true, authorities: [code], isArea: true }
}

/** Several authorities under one name; its middle is that of their districts. */
export function placeOfAreas(label: string, codes: readonly string[]): Place {
  const districts = outcodes.filter(each => each.authorities.some(code => codes.includes(code)))
  return { label, ...middleOf(districts), approximate: true, authorities: codes, isArea: true }
}

function middleOf(districts: readonly Outcode[]): { lat: number; lng: number } {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  return { lat: mean(districts.map(each => each.lat)), lng: mean(districts.map(each => each.lng)) }
}
