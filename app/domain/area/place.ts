import { milesBetween } from '@search/geography'
import { authorities, outcodes, prisons, type Outcode } from './region'

/** A point somebody asked to search near. `authorities` are the ONS codes of the authorities it lies in. */
export interface Place {
  label: string
  lat: number
  lng: number
  approximate: boolean
  authorities: readonly string[]
}

const POSTCODE = /^([A-Z]{1,2}\d[A-Z\d]?)(\d[A-Z]{2})?$/

/**
 * The place a person typed: a full postcode (its district's centre stands for it), a postcode district, a prison, a
 * town or an authority, tried in that order. Null when the region holds no such place.
 */
export function findPlace(text: string): Place | null {
  const words = folded(text)
  if (words === '') return null
  return placeOfPostcode(text) ?? placeOfPrison(words) ?? placeOfTown(words) ?? placeOfAuthority(words)
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

function placeOfPostcode(text: string): Place | null {
  const match = POSTCODE.exec(text.toUpperCase().replace(/\s+/g, ''))
  const outcode = outcodes.find(each => each.outcode === match?.[1])
  if (!match || !outcode) return null
  const label = match[2] ? `near ${outcode.outcode} (approximate)` : `${outcode.outcode} (${outcode.town})`
  return { label, lat: outcode.lat, lng: outcode.lng, approximate: true, authorities: outcode.authorities }
}

function placeOfPrison(words: string): Place | null {
  const wanted = withoutPrisonWords(words)
  const askedForPrison = wanted !== words
  const prison = prisons.find(each => {
    const name = withoutPrisonWords(folded(each.name))
    return (name === wanted && (askedForPrison || !isTown(wanted))) || each.code.toLowerCase() === words
  })
  if (!prison) return null
  return {
    label: prison.name,
    lat: prison.lat,
    lng: prison.lng,
    approximate: false,
    authorities: [prison.authority],
  }
}

function placeOfTown(words: string): Place | null {
  const districts = outcodes.filter(each => sameTown(folded(each.town), words))
  const first = districts[0]
  if (!first) return null
  return {
    label: first.town,
    ...middleOf(districts),
    approximate: true,
    authorities: [...new Set(districts.flatMap(each => each.authorities))],
  }
}

function placeOfAuthority(words: string): Place | null {
  const wanted = words.replace(/ council$/, '')
  const authority = authorities.find(each => folded(each.name) === wanted)
  if (!authority) return null
  const { name, lat, lng, code } = authority
  return { label: name, lat, lng, approximate: true, authorities: [code] }
}

/** "Newcastle" is Newcastle upon Tyne, "Stockton" is Stockton-on-Tees; "Bishop" is not Bishop Auckland. */
function sameTown(town: string, words: string): boolean {
  return town === words || town.replace(/ (upon|on|by|le) .*$/, '') === words
}

function isTown(words: string): boolean {
  return [...outcodes.map(each => each.town), ...authorities.map(each => each.name)].some(name =>
    sameTown(folded(name), words),
  )
}

function withoutPrisonWords(words: string): string {
  return words
    .replace(/\b(hmp|hmyoi|yoi|prison)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

function middleOf(districts: readonly Outcode[]): { lat: number; lng: number } {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  return { lat: mean(districts.map(each => each.lat)), lng: mean(districts.map(each => each.lng)) }
}

function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
