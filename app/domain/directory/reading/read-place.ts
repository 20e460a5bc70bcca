import type { Place } from '../../area/place'
import { findPrison } from '../../area/region'
import type { TypedToken } from '../../words/typed-tokens'
import type { ReadPart } from './reading'

type PlacePart = Omit<ReadPart, 'start' | 'end'>

const PLAIN = { required: [], preferred: [], near: null, word: null, asks: false } as const

/** Around a place; within its bounds where it is an area; beside a prison, what is done in that prison first. */
export function placePart(place: Place, miles: number): PlacePart {
  if (place.isArea)
    return {
      ...PLAIN,
      kind: 'place',
      text: `in ${place.label}`,
      weight: 'place',
      required: [place.authorities.map(code => `authority:${code}`)],
    }
  const preferred = place.prison ? [[`prison:${place.prison}`]] : []
  const text = `within ${miles} miles of ${place.label.replace(/^near /, '')}`
  return { ...PLAIN, kind: 'place', text, weight: 'place', preferred, near: { place, miles } }
}

/** The prison somebody leaves says who they are, and not where they go. */
export function prisonLeftPart(place: Place): PlacePart {
  const isForWomen = findPrison(place.prison ?? '')?.sex === 'female'
  return {
    ...PLAIN,
    kind: 'fact',
    text: `from ${place.label}`,
    weight: 'need',
    required: [['prison_leavers:not_refused'], [isForWomen ? 'takes:women' : 'takes:men', 'sex:not_stated']],
    preferred: [['acceptsPeopleFromPrison:yes']],
  }
}

const LEAVING = new Set(['from', 'leaving', 'leave', 'leaves', 'left', 'released', 'release', 'out'])
const LOOKS_BACK = 3

/** Whether the words before it say that somebody leaves what stands at `at`: 'coming out of Low Newton'. */
export function cameFrom(tokens: readonly TypedToken[], at: number): boolean {
  return tokens.slice(Math.max(0, at - LOOKS_BACK), at).some(({ text }) => LEAVING.has(text))
}
