import type { MultiSearchQuery } from 'meilisearch'
import { facets, type Facet } from '../facet'
import { MARK_END, MARK_START } from '../highlight'
import { PUBLIC_TEXTS } from '../document'
import { LIVE_INDEX, MOST_HITS, SEARCHED } from './index-settings'
import {
  confirmedPart,
  fixedParts,
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
 * This many hits are put in order here, by facts Meilisearch cannot compare with the present time. The pages beyond
 * keep Meilisearch's own order.
 */
const RANKED_HERE = 400

/** True when a page's hits are ranked here, false when Meilisearch's order stands. */
export function isRankedHere(query: SearchQuery): boolean {
  return !query.all && (query.page - 1) * query.pageSize < rankedHere(query)
}

/** The queries that answer a search, which must be one its audience may make. */
export function planSearch(query: SearchQuery): PlannedQuery[] {
  const ticked = tickedParts(query)
  const base = baseOf(query)
  const text = base.q
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
      query: { ...base, ...hitsPart(query, text), filter: filterWithout(null), facets: unticked },
    },
    ...preferredHits(query).map(part => ({
      purpose: { kind: 'preferred' as const },
      query: { ...base, ...hitsPart(query, text), filter: filterWithout(null, part) },
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

function hitsPart(query: SearchQuery, text: string): Partial<MultiSearchQuery> {
  const shown = { attributesToRetrieve: retrieved(query), sort: sortOf(query, text) }
  if (query.all) return { ...shown, page: 1, hitsPerPage: MOST_HITS }
  const page = isRankedHere(query)
    ? { page: 1, hitsPerPage: rankedHere(query) }
    : { page: query.page, hitsPerPage: query.pageSize }
  if (text.trim() === '') return { ...shown, ...page }
  return {
    ...shown,
    ...page,
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
