import type { Sort } from '@search/search-query'
import { authorityName } from '../area/region'
import type { Decision } from '../eligibility/decision'
import type { PersonFacts } from '../eligibility/facts'
import { isHousing } from '../service/service-kind'
import type { Day } from '../time/calendar'
import { listed } from '../words/english'
import { isMadeForOthers, type MadeFor, madeForHer } from './meant-for'

/** What a place in a group's order hangs on. */
export interface Rankable extends MadeFor {
  id: string
  decision: Pick<Decision, 'answers'>
  authorities: readonly string[]
  /** 0 confirmed and free by the release day, 1 to check and free, 2 full or nothing to book, 3 not confirmed. */
  vacancyRank: number
  /** The first day a bedspace is free; null where none is known. Read when the order is by available date alone. */
  freeOn: Day | null
  distanceMiles: number | null
  /** Drawn anew each day: decides between equals, so that nobody is first for a name. */
  lot: number
}

/** Whom the order is for. */
export interface RankFor {
  facts: PersonFacts
  isFromWomensPrison: boolean
  /** A bed is searched for, and courses come after places to live. */
  wantsBed: boolean
}

type RankPartName =
  | 'women_only_needed'
  | 'made_for_others'
  | 'not_confirmed'
  | 'place_to_live'
  | 'preferred_area'
  | 'women_only_preferred'
  | 'free'
  | 'to_settle'
  | 'made_for_her'
  | 'distance'

interface RankPart {
  name: RankPartName
  /** Lower is first. */
  rank(item: Rankable, asked: RankFor): number
  /** Why it is first, where this part puts it there; null where nothing is to be said of it. */
  words(item: Rankable, asked: RankFor): string | null
}

const LAST = Number.MAX_SAFE_INTEGER
const NONE_FREE = 2
const NOT_CONFIRMED = 3
/** A refusal weighs more than everything that may be talked about. */
const REFUSAL = 100

/**
 * The order of "best fit", part by part; what none of them decides, the lot of the day does. A women-only place comes first for
 * a woman who needs one. Where she has not said, and leaves a women's prison, one is put ahead within the areas she prefers.
 */
const RANK_PARTS: readonly RankPart[] = [
  {
    name: 'women_only_needed',
    rank: (item, { facts }) => after(facts.needsWomenOnly === 'yes' && !isWomenOnly(item)),
    words: (item, { facts }) =>
      facts.needsWomenOnly === 'yes' && isWomenOnly(item) ? 'women only, as needed' : null,
  },
  {
    name: 'made_for_others',
    rank: (item, { facts }) => after(isMadeForOthers(item, facts)),
    words: () => null,
  },
  {
    name: 'not_confirmed',
    rank: item => after(item.vacancyRank === NOT_CONFIRMED),
    words: () => null,
  },
  {
    name: 'place_to_live',
    rank: (item, { wantsBed }) => after(wantsBed && !isHousing(item.kind)),
    words: () => null,
  },
  {
    name: 'preferred_area',
    rank: (item, asked) => after(preferredOf(item, asked).length === 0),
    words: (item, asked) => preferredWords(preferredOf(item, asked)),
  },
  {
    name: 'women_only_preferred',
    rank: (item, asked) => after(mayWantWomenOnly(asked) && !isWomenOnly(item)),
    words: (item, asked) => (mayWantWomenOnly(asked) && isWomenOnly(item) ? 'women only' : null),
  },
  {
    name: 'free',
    rank: item => item.vacancyRank,
    words: ({ vacancyRank }) =>
      vacancyRank === 0 ? 'free and confirmed' : vacancyRank === 1 ? 'free, to be checked' : null,
  },
  { name: 'to_settle', rank: toSettle, words: () => null },
  {
    name: 'made_for_her',
    rank: (item, { facts }) => -madeForHer(item, facts).length,
    words: (item, { facts }) =>
      madeForHer(item, facts)
        .map(row => row.words(item))
        .join(', ') || null,
  },
  {
    name: 'distance',
    rank: item => item.distanceMiles ?? LAST,
    words: ({ distanceMiles }) => (distanceMiles === null ? null : 'nearest of those otherwise alike'),
  },
]

/** Covers an area the person prefers: by its code. */
export function preferredOf(
  { authorities }: Pick<Rankable, 'authorities'>,
  { facts }: Pick<RankFor, 'facts'>,
): string[] {
  return facts.preferredAuthorities.filter(code => authorities.includes(code))
}

/** Why the first of a list is the first: for the officer, whatever the tier of what it hangs on. */
export interface WhyFirst {
  reasons: { name: RankPartName; words: string }[]
  /** How many others are as good in every part: the lot put it before them. */
  alike: number
}

/**
 * The order within a group: the parts of the table one after the other. By distance or by available date these come first, and
 * the table decides among equals.
 */
export function rankDecided<Item extends Rankable>(
  items: readonly Item[],
  asked: RankFor,
  sort: Sort,
): Item[] {
  const keyed = items.map(item => ({ item, order: [...asFor(item, sort), ...fitOf(item, asked), item.lot] }))
  keyed.sort((a, b) => compareOrders(a.order, b.order))
  return keyed.map(({ item }) => item)
}

/**
 * The parts that put the first before another: with each other, the first part in which they differ. What stands after it decided
 * nothing between the two. Null where nothing is to be told, or it is alone.
 */
export function whyFirst(ranked: readonly Rankable[], asked: RankFor): WhyFirst | null {
  const [first, ...others] = ranked
  if (!first || others.length === 0) return null
  const orders = others.map(other => fitOf(other, asked))
  const own = fitOf(first, asked)
  const decisive = new Set(orders.map(order => own.findIndex((value, index) => value !== order[index])))
  const reasons = RANK_PARTS.flatMap((part, index) => {
    const words = decisive.has(index) ? part.words(first, asked) : null
    return words === null ? [] : [{ name: part.name, words }]
  })
  const alike = orders.filter(order => compareOrders(order, own) === 0).length
  return reasons.length === 0 ? null : { reasons, alike }
}

function fitOf(item: Rankable, asked: RankFor): number[] {
  return RANK_PARTS.map(part => part.rank(item, asked))
}

function asFor(item: Rankable, sort: Sort): readonly number[] {
  if (sort === 'fit') return []
  if (sort === 'distance') return [item.distanceMiles ?? LAST]
  const day = item.freeOn === null ? LAST : Number(item.freeOn.replaceAll('-', ''))
  return [after(item.vacancyRank === NOT_CONFIRMED), after(item.vacancyRank === NONE_FREE), day]
}

function after(isAfter: boolean): number {
  return isAfter ? 1 : 0
}

function isWomenOnly({ policy }: Rankable): boolean {
  return policy.sex === 'women'
}

/** She has not said, and leaves a prison for women. */
function mayWantWomenOnly({ facts, isFromWomensPrison }: RankFor): boolean {
  const { sex, needsWomenOnly } = facts
  return isFromWomensPrison && sex === 'female' && needsWomenOnly !== 'yes' && needsWomenOnly !== 'no'
}

function preferredWords(codes: readonly string[]): string | null {
  if (codes.length === 0) return null
  const areas = codes.length === 1 ? 'a preferred area' : 'preferred areas'
  return `in ${listed(codes.map(authorityName))}, ${areas}`
}

/** How much stands in the way: what refuses, then what has to be known or talked about. */
function toSettle({ decision }: Rankable): number {
  const count = (outcome: string) => decision.answers.filter(answer => answer.outcome === outcome).length
  return count('not_eligible') * REFUSAL + count('discuss')
}

function compareOrders(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) {
    const difference = value - (b[index] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
