import type { Place } from '../../area/place'
import { authorities, findPrison } from '../../area/region'
import type { TypedToken } from '../../words/typed-tokens'
import { NOTHING_ASKED, type ReadPart } from './reading'

type PlacePart = Omit<ReadPart, 'start' | 'end'>

/** Around a place; within its bounds where it is an area; beside a prison, what is done in that prison first. */
export function placePart(place: Place, miles: number): PlacePart {
  if (place.isArea)
    return {
      ...NOTHING_ASKED,
      kind: 'place',
      text: `in ${place.label}`,
      weight: 'place',
      required: [place.authorities.map(code => `authority:${code}`)],
    }
  const preferred = place.prison ? [[`prison:${place.prison}`]] : []
  const text = `within ${miles} miles of ${place.label.replace(/^near /, '')}`
  return { ...NOTHING_ASKED, kind: 'place', text, weight: 'place', preferred, near: { place, miles } }
}

/** The prison somebody leaves says who they are, and not where they go. */
export function prisonLeftPart(place: Place): PlacePart {
  const isForWomen = findPrison(place.prison ?? '')?.sex === 'female'
  return {
    ...NOTHING_ASKED,
    kind: 'fact',
    text: `from ${place.label}`,
    weight: 'need',
    required: [['prison_leavers:not_refused'], [isForWomen ? 'takes:women' : 'takes:men', 'sex:not_stated']],
    preferred: [['acceptsPeopleFromPrison:yes']],
  }
}

/** Somewhere she is not to be: what covers nothing else is left out, as for what is avoided. */
export function notThere(place: Place): PlacePart {
  const shut = place.home ? [place.home] : place.authorities
  const elsewhere = authorities.filter(({ code }) => !shut.includes(code))
  return {
    ...NOTHING_ASKED,
    kind: 'fact',
    // What serves other places too stays: the chip says so.
    text: `not only in ${place.label.replace(/^near /, '')}`,
    weight: 'need',
    required: [elsewhere.map(({ code }) => `authority:${code}`)],
    isShut: true,
  }
}

const LEAVING = new Set(['from', 'leaving', 'leave', 'leaves', 'left', 'released', 'release', 'out'])
const LOOKS_BACK = 3

/** Whether somebody comes from the place: 'coming out of Low Newton'. */
export function isLeft(tokens: readonly TypedToken[], at: number): boolean {
  return tokens.slice(Math.max(0, at - LOOKS_BACK), at).some(({ text }) => LEAVING.has(text))
}
