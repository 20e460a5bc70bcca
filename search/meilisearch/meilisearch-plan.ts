import type { MultiSearchQuery } from 'meilisearch'
import { facets, type Facet } from '../facet'
import { MARK_END, MARK_START } from '../highlight'
import { PUBLIC_TEXTS } from '../document'
import { LIVE_INDEX, MOST_HITS, SEARCHED } from './index-settings'
import {
  confirmedPart,
  fixedParts,
  otherThan,
  freePart,
  tagsPart,
  tickedParts,
  type FilterGroup,
} from './meilisearch-filter'
import { RETRIEVED } from './meilisearch-record'
import { readWords, wordsAsText } from '../query-words'
import { momentOf, type SearchQuery } from '../search-query'

/** What one query of a multi-search is for: the hits, the counts of one ticked facet, or one vacancy count. */
type Purpose =
  | { kind: 'hits' }
  | { kind: 'preferred' }
  | { kind: 'facet'; facet: Facet }
  | { kind: 'count'; count: 'now' | 'by' | 'confirmedRecently' }

export interface PlannedQuery {
  purpose: Purpose
  query: MultiSearchQuery
}

/**
 * This many hits are put in order here, by facts Meilisearch cannot compare with the present time, and as many again of
 * those that have what is preferred. What is beyond them keeps Meilisearch's own order.
 */
const RANKED_HERE = 400

/** True when hits are ranked here, to show a page of them; false when Meilisearch's own page stands. */
export function isRankedHere(query: SearchQuery): boolean {
  const isBeyond = (query.page - 1) * query.pageSize >= rankedHere(query)
  return !query.all && (query.preferred.length > 0 || !isBeyond)
}

/** The queries that answer a search, which must be one its audience may make. */
export function planSearch(query: SearchQuery): PlannedQuery[] {
  const ticked = tickedParts(query)
  const base = baseOf(query)
  const filterWithout = (group: FilterGroup | null, ...more: string[]) => [
    ...fixedParts(query),
    ...[...ticked].filter(([ofGroup]) => ofGroup !== group).map(([, part]) => part),
    ...more,
  ]
  const counting = { ...base, ...NO_HITS }
  const unticked = facets.filter(facet => !ticked.has(facet))
  return [
    {
      purpose: { kind: 'hits' },
      query: { ...base, ...hitsPart(query), filter: filterWithout(null), facets: unticked },
    },
    ...preferredHits(query).map(part => ({
      purpose: { kind: 'preferred' as const },
      query: { ...base, ...hitsPart(query), filter: filterWithout(null, part) },
    })),
    ...facets
      .filter(facet => ticked.has(facet))
      .map(facet => ({
        purpose: { kind: 'facet' as const, facet },
        query: { ...counting, filter: filterWithout(facet), facets: [facet] },
      })),
    ...vacancyCounts(query).map(({ count, group, part }) => ({
      purpose: { kind: 'count' as const, count },
      query: { ...counting, filter: filterWithout(group, part) },
    })),
  ]
}

/**
 * What a page holds beyond the hits that were ranked here: of all the others, in Meilisearch's order, so that none shows on
 * two pages and none is lost. Null where the page ends among those that were ranked.
 * @param ranked the ids of all that were ranked here
 */
export function planBeyond(
  query: SearchQuery,
  ranked: readonly string[],
  total: number,
): MultiSearchQuery | null {
  const start = (query.page - 1) * query.pageSize
  const end = Math.min(start + query.pageSize, total)
  if (!isRankedHere(query) || end <= Math.max(start, ranked.length)) return null
  const offset = Math.max(0, start - ranked.length)
  return {
    ...baseOf(query),
    ...shownPart(query),
    ...{ offset, limit: end - ranked.length - offset },
    filter: [...fixedParts(query), ...tickedParts(query).values(), otherThan(ranked)],
  }
}

/** The query that counts what a search finds, which must be one its audience may make. */
export function planCount(query: SearchQuery): MultiSearchQuery {
  return {
    ...baseOf(query),
    ...NO_HITS,
    filter: [...fixedParts(query), ...tickedParts(query).values()],
  }
}

const NO_HITS = { hitsPerPage: 0, page: 1 }

function baseOf({ words, audience }: SearchQuery) {
  return {
    indexUid: LIVE_INDEX,
    q: wordsAsText(readWords(words)),
    matchingStrategy: 'all' as const,
    ...(audience === 'public' && { attributesToSearchOn: SEARCHED.slice(0, PUBLIC_TEXTS) }),
  }
}

/** Meilisearch's own order knows nothing of what is preferred: those that have all of it are asked for by themselves. */
function preferredHits(query: SearchQuery): string[] {
  if (query.preferred.length === 0 || !isRankedHere(query)) return []
  const parts = query.preferred.map(anyOf => tagsPart(anyOf, query.audience))
  return parts.length === 1 ? parts : [parts.join(' AND '), `(${parts.join(' OR ')})`]
}

function vacancyCounts(query: SearchQuery) {
  if (query.audience === 'public') return []
  const moment = momentOf(query)
  const counts = [
    { count: 'now' as const, group: 'vacancy' as const, part: freePart(moment.today, moment.seconds) },
    {
      count: 'confirmedRecently' as const,
      group: 'confirmedRecently' as const,
      part: confirmedPart(moment.seconds),
    },
  ]
  if (query.vacancy === null || query.vacancy === 'now') return counts
  return [
    ...counts,
    { count: 'by' as const, group: 'vacancy' as const, part: freePart(moment.day, moment.seconds) },
  ]
}

function hitsPart(query: SearchQuery): Partial<MultiSearchQuery> {
  const shown = shownPart(query)
  if (query.all) return { ...shown, page: 1, hitsPerPage: MOST_HITS }
  if (isRankedHere(query)) return { ...shown, page: 1, hitsPerPage: rankedHere(query) }
  return { ...shown, page: query.page, hitsPerPage: query.pageSize }
}

/** What is asked of each hit, and the order of them. */
function shownPart(query: SearchQuery): Partial<MultiSearchQuery> {
  const text = baseOf(query).q
  const shown = { attributesToRetrieve: retrieved(query), sort: sortOf(query, text) }
  if (query.all || text.trim() === '') return shown
  return {
    ...shown,
    showRankingScoreDetails: true,
    attributesToHighlight: ['name', 'summary'],
    attributesToRetrieve: [...retrieved(query), 'summary'],
    highlightPreTag: MARK_START,
    highlightPostTag: MARK_END,
  }
}

function retrieved({ preferred }: SearchQuery): string[] {
  return preferred.length === 0 ? RETRIEVED : [...RETRIEVED, 'facts', 'professionalFacts']
}

/** Whole pages are ranked here, so that no hit shows on two. */
function rankedHere({ pageSize }: SearchQuery): number {
  return Math.ceil(RANKED_HERE / pageSize) * pageSize
}

/** The order Meilisearch itself gives: near to ours, and the right one to cut the first few hundred from. */
function sortOf(query: SearchQuery, text: string): string[] {
  if (query.sort === 'distance' && query.near) return [`_geoPoint(${query.near.lat}, ${query.near.lng}):asc`]
  if (query.sort === 'available') return ['firstFreeDay:asc', 'freshUntil:desc']
  if (text.trim() !== '') return []
  const byVacancy = query.audience === 'professional' ? ['freshUntil:desc'] : []
  return [...byVacancy, 'policyVerifiedAt:desc', 'name:asc']
}
