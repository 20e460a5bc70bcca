import { derivationsOf, type Derivation } from './derive-words'
import type { QueryWords } from '../query-words'
import { wordRankOf } from '../ranking'
import { textOf, type WordIndex } from './word-index'

/** The services that hold every word, the rank of each by slot, and the words to mark in their texts. */
export interface WordMatches {
  typed: string
  slots: readonly number[]
  rankOf(slot: number): number
  marked: ReadonlySet<string>
}

export interface MatchOptions {
  typoTolerance: boolean
  /** The number of the last text searched; 0 is the name alone. */
  lastText: number
}

/** How services hold the words up to a point. The last word's places are kept, to measure to the next. */
class Reading {
  readonly slots: number[] = []
  readonly ranks: Float64Array
  readonly places: (readonly number[])[] = []

  constructor(readonly size: number) {
    this.ranks = new Float64Array(size).fill(Infinity)
  }

  /** Keeps a way to read a service when it is the best so far. */
  offer(slot: number, rank: number, places: readonly number[]): void {
    const known = this.ranks[slot] ?? Infinity
    if (rank >= known) return
    if (known === Infinity) this.slots.push(slot)
    this.ranks[slot] = rank
    if (places.length > 0) this.places[slot] = places
  }
}

const LONGEST_STRETCH = 3
const FAR_APART = 8
const ONE_TYPO = wordRankOf({ typos: 1, proximity: 0, attribute: 0, exactness: 0 })
const ONE_STEP = wordRankOf({ typos: 0, proximity: 1, attribute: 0, exactness: 0 })
const ONE_TEXT = wordRankOf({ typos: 0, proximity: 0, attribute: 1, exactness: 0 })
const NOTHING: readonly number[] = []

/**
 * The services in which every typed word is found, whichever way the words are read: one by one, written together, or
 * as a synonym of several. Of all ways a service can be read, the best ranked counts. There must be a word.
 */
export function matchWords(index: WordIndex, query: QueryWords, options: MatchOptions): WordMatches {
  const marked = new Set<string>()
  const reached: Reading[] = []
  query.words.forEach((_, last) => {
    let here: Reading | null = null
    for (let first = last; first >= Math.max(0, last - LONGEST_STRETCH + 1); first -= 1) {
      const before = first === 0 ? null : (reached[first - 1] ?? null)
      // Whatever stands here, nothing reads on from nowhere.
      if (before?.slots.length === 0) continue
      const words = query.words.slice(first, last + 1)
      const prefix = query.prefix && last === query.words.length - 1
      const derivations = derivationsOf(index, { words, prefix, typoTolerance: options.typoTolerance })
      derivations.forEach(derivation => derivation.words.forEach(word => marked.add(word)))
      const found = gather(derivations, {
        slots: index.slotCount,
        lastText: options.lastText,
        lone: query.words.length === 1,
        before,
      })
      if (first === 0 && here === null) here = found
      else here = extend(here ?? new Reading(index.slotCount), before, found)
    }
    reached.push(here ?? new Reading(0))
  })
  const all = reached.at(-1) ?? new Reading(0)
  return { typed: query.words.join(' '), slots: all.slots, rankOf: slot => all.ranks[slot] ?? 0, marked }
}

interface Gathering {
  slots: number
  lastText: number
  /** Whether nothing else was typed: then no place is measured from. */
  lone: boolean
  /** What was read before: a service that did not get so far is out already. */
  before: Reading | null
}

/**
 * Per service the derivation with the fewest typos. The places of equally good ones are taken together, to measure to
 * the next word; a lone word needs none.
 */
function gather(derivations: readonly Derivation[], { slots, lastText, lone, before }: Gathering): Reading {
  const found = new Reading(slots)
  for (const { posting, typos, exact } of derivations) {
    const base = wordRankOf({ typos, proximity: 0, attribute: 0, exactness: exact ? 0 : 1 })
    for (const [slot, all] of posting) {
      if (before !== null && before.ranks[slot] === Infinity) continue
      const first = textOf(all[0] ?? 0)
      if (first > lastText) continue
      const rank = base + first * ONE_TEXT
      const known = found.ranks[slot] ?? Infinity
      if (lone) {
        found.offer(slot, rank, NOTHING)
        continue
      }
      const places = within(all, lastText)
      const equals = Math.floor(known / ONE_TYPO) === typos
      const together = equals ? merged(found.places[slot] ?? NOTHING, places) : places
      found.offer(slot, rank, together)
      if (equals) found.places[slot] = together
    }
  }
  return found
}

/** Adds a stretch to what was read before it; ranks add up part by part. */
function extend(here: Reading, before: Reading | null | undefined, found: Reading): Reading {
  for (const slot of found.slots) {
    const places = found.places[slot] ?? NOTHING
    const rank = found.ranks[slot] ?? Infinity
    if (!before) {
      here.offer(slot, rank, places)
      continue
    }
    const rankBefore = before.ranks[slot] ?? Infinity
    if (rankBefore === Infinity) continue
    const proximity = gapBetween(before.places[slot] ?? NOTHING, places)
    here.offer(slot, rankBefore + rank + proximity * ONE_STEP, places)
  }
  return here
}

function within(places: readonly number[], lastText: number): readonly number[] {
  return textOf(places[places.length - 1] ?? 0) <= lastText
    ? places
    : places.filter(place => textOf(place) <= lastText)
}

/** The least distance between two words in one text: 1 side by side in order, one more in reverse, at most 8. */
function gapBetween(before: readonly number[], after: readonly number[]): number {
  let least = FAR_APART
  let from = 0
  for (const place of after) {
    while (from < before.length && (before[from] ?? 0) < place - FAR_APART) from += 1
    for (let at = from; at < before.length; at += 1) {
      const distance = place - (before[at] ?? 0)
      if (distance < -FAR_APART) break
      if (distance !== 0) least = Math.min(least, distance > 0 ? distance : 1 - distance)
    }
  }
  return least
}

function merged(a: readonly number[], b: readonly number[]): number[] {
  const both: number[] = []
  let next = 0
  for (const place of a) {
    while (next < b.length && (b[next] ?? 0) < place) both.push(b[next++] ?? 0)
    both.push(place)
  }
  while (next < b.length) both.push(b[next++] ?? 0)
  return both
}
