import { type Place, placeOfDistrict } from './place'
import { outcodes } from './region'

/** A postcode, a sector ('TS1 2', its space kept) or a district in a text, where it stands. */
export interface PostcodeFound {
  start: number
  end: number
  /** As people write it: 'NE4 5TG'. */
  text: string
  /** Null for one outside the region. */
  place: Place | null
}

const POSTCODE = /(?<![a-z0-9])([a-z]{1,2}\d[a-z\d]?)(?:\s*(\d)([a-z]{2})|\s+(\d))?(?![a-z0-9])/gi

/** The postcodes of a text. One outside the region is told only where it is whole: 'M1' may be anything. */
export function postcodesIn(text: string): PostcodeFound[] {
  return [...text.matchAll(POSTCODE)].flatMap((match): PostcodeFound[] => {
    const [found, district = '', digit, unit, sector] = match
    const outcode = outcodes.find(each => each.outcode === district.toUpperCase())
    const inward = digit && unit ? `${digit}${unit}` : sector
    if (!outcode && !unit) return []
    const written = [district, inward].filter(Boolean).join(' ').toUpperCase()
    const at = { start: match.index, end: match.index + found.length, text: written }
    if (!outcode) return [{ ...at, place: null }]
    const { outcode: code, town } = outcode
    const label = inward ? `near ${code} (approximate)` : `${code} (${town})`
    return [{ ...at, place: placeOfDistrict(outcode, label) }]
  })
}
