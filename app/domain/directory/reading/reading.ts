import type { AnyOfTags } from '@search/search-query'
import type { Place } from '../../area/place'
import type { Day } from '../../time/calendar'

/** In which order parts of a query are given up where nothing matches them all: what matters least to a person first. */
const GIVEN_UP_IN_ORDER = ['word', 'wish', 'kind', 'place', 'need'] as const
export type Weight = (typeof GIVEN_UP_IN_ORDER)[number]

/** Where in the text typed a part stands, to mark it or to take it away. */
interface Span {
  start: number
  end: number
}

/**
 * One thing a query asks for, as it was read. `required` must hold and `preferred` comes first; of each, any of its tags
 * will do. `asks` is said of what only the provider can answer to whoever searches: it narrows nothing.
 */
export interface ReadPart extends Span {
  kind: 'place' | 'fact' | 'word'
  /** What its chip says: 'for a couple', 'within 15 miles of Durham', '“garden”'. */
  text: string
  weight: Weight
  required: readonly AnyOfTags[]
  preferred: readonly AnyOfTags[]
  near: { place: Place; miles: number } | null
  /** The word to look for in the texts; null for what is read as a place or a fact. */
  word: string | null
  asks: boolean
  /** The day by which a bed is to be free; null where none is named. */
  freeBy: Day | null
  /** A place to keep away from. */
  isShut: boolean
}

/** A part that asks nothing yet. */
export const NOTHING_ASKED = {
  ...{ required: [], preferred: [], near: null, word: null, asks: false, freeBy: null, isShut: false },
} as const satisfies Partial<ReadPart>

/** So many words are read: more than a sentence holds, and what is pasted by the page keeps nobody else waiting. */
export const MOST_WORDS = 100

/** A query as it was read: its parts in the order they were typed, and the places it names outside the region. */
export interface Reading {
  typed: string
  parts: readonly ReadPart[]
  unknownPlaces: readonly string[]
  /** Read, but not searched for: so long a sentence asks for more than is taken into account. */
  leftOut: readonly ReadPart[]
  /** The last word may still be being typed. */
  isOpen: boolean
  /** There are more words than are read. */
  isCut: boolean
}

/** Nothing typed. */
export const NOTHING_READ: Reading = {
  ...{ typed: '', parts: [], unknownPlaces: [], leftOut: [], isOpen: false, isCut: false },
}

/** The day by which a bed is asked for among the words; null for none, and where only a provider can tell. */
export function dayRead({ parts }: Pick<Reading, 'parts'>): Day | null {
  return parts.find(part => part.freeBy !== null && !part.asks)?.freeBy ?? null
}

/**
 * How far what was found matches what was typed: all of it; or `dropped` was given up, and what is shown matches the rest.
 * `unknown` are words no service holds; `others` what would be found by giving up another part alone.
 */
export interface Step {
  dropped: readonly ReadPart[]
  unknown: readonly ReadPart[]
  others: readonly { part: ReadPart; total: number }[]
}

/** How much a part matters to a person: the larger the more. */
export function weightOf({ weight }: Pick<ReadPart, 'weight'>): number {
  return GIVEN_UP_IN_ORDER.indexOf(weight)
}

/** The text without one part, to search for the rest; nothing where nothing that was read is left. */
export function typedWithout({ typed, parts }: Pick<Reading, 'typed' | 'parts'>, part: ReadPart): string {
  if (parts.every(each => each === part)) return ''
  return `${typed.slice(0, part.start)} ${typed.slice(part.end)}`.replace(/\s+/g, ' ').trim()
}
