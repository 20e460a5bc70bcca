import { z } from 'zod'
import { facets, type FacetCounts } from '../facet'
import { countMissing } from '../fact-tags'
import { milesBetween } from '../geography'
import { readMarks } from '../highlight'
import { isRankedHere, type PlannedQuery } from './meilisearch-plan'
import { foundRecordSchema, type FoundRecord } from './meilisearch-record'
import { compareRanked, type Match, orderOf, wordRankOf, type Ranked } from '../ranking'
import type { Hit, SearchResult, VacancyCounts } from '../search-engine'
import { readWords } from '../query-words'
import { momentOf, type SearchQuery } from '../search-query'
import { wordsOf } from '../tokens'

const answerSchema = z.object({
  hits: z.array(foundRecordSchema),
  totalHits: z.number().int(),
  facetDistribution: z.record(z.string(), z.record(z.string(), z.number())).optional(),
})

/**
 * The result in a multi-search's answers, which come in the order of the plan, and the ids of all that were ranked here for
 * it. Throws when one is not as planned.
 */
export function readAnswers(
  query: SearchQuery,
  plan: readonly PlannedQuery[],
  raw: readonly unknown[],
): SearchResult & { ranked: readonly string[] } {
  const answers = plan.map(({ purpose }, index) => ({ purpose, answer: answerSchema.parse(raw[index]) }))
  const main = answerSchema.parse(raw[0])
  const counts = Object.fromEntries(facets.map(facet => [facet, {}])) as FacetCounts
  const vacancies: VacancyCounts = { now: 0, by: null, confirmedRecently: 0 }
  for (const { purpose, answer } of answers) {
    for (const facet of facets) Object.assign(counts[facet], answer.facetDistribution?.[facet])
    if (purpose.kind === 'count') vacancies[purpose.count] = answer.totalHits
  }
  const preferred = answers.flatMap(({ purpose, answer }) =>
    purpose.kind === 'preferred' ? answer.hits : [],
  )
  const hits = [...new Map([...main.hits, ...preferred].map(record => [record.id, record])).values()]
  return {
    hits: pageOf(query, hits).map(record => hitOf(query, record)),
    total: main.totalHits,
    facets: counts,
    vacancies: query.audience === 'public' ? null : vacancies,
    engine: 'meilisearch',
    ranked: hits.map(record => record.id),
  }
}

/** The hits of one answer, in its order. Throws when it holds anything else. */
export function readHits(query: SearchQuery, raw: unknown): readonly Hit[] {
  const { hits } = z.object({ hits: z.array(foundRecordSchema) }).parse(raw)
  return hits.map(record => hitOf(query, record))
}

/** The counts in a multi-search's answers. Throws when they are not so many, or no counts. */
export function readCounts(raw: readonly unknown[], asked: number): readonly number[] {
  return z
    .array(answerSchema)
    .length(asked)
    .parse(raw)
    .map(answer => answer.totalHits)
}

function pageOf(query: SearchQuery, hits: readonly FoundRecord[]): readonly FoundRecord[] {
  if (!isRankedHere(query)) return hits
  const moment = momentOf(query)
  const typed = readWords(query.words).words.join(' ')
  const ranked = hits.map((record): Ranked & { record: FoundRecord } => {
    const order = orderOf(query, moment, matchOf(query, record, typed), record)
    return { ...order, name: record.name, id: record.id, record }
  })
  const start = (query.page - 1) * query.pageSize
  return ranked
    .sort(compareRanked)
    .slice(start, start + query.pageSize)
    .map(({ record }) => record)
}

/** Meilisearch's scores run from 1, the best, to 0; ranks are whole numbers, the lower the better. */
function wordRank({ _rankingScoreDetails: details }: FoundRecord): number {
  if (!details) return 0
  return wordRankOf({
    typos: details.typo?.typoCount ?? 0,
    proximity: Math.round((1 - (details.proximity?.score ?? 1)) * 127),
    attribute: Math.round((1 - (details.attribute?.attributeRankingOrderScore ?? 1)) * 63),
    exactness: Math.round((1 - (details.exactness?.score ?? 1)) * 15),
  })
}

function matchOf(query: SearchQuery, record: FoundRecord, typed: string): Match {
  const tags = new Set([
    ...(record.facts ?? []),
    ...(query.audience === 'professional' ? (record.professionalFacts ?? []) : []),
  ])
  const isName = typed !== '' && wordsOf(record.name) === typed
  return {
    wordRank: wordRank(record),
    missing: isName ? 0 : countMissing(query.preferred, tag => tags.has(tag)),
    distanceMiles: distanceTo(query, record),
  }
}

function distanceTo(query: SearchQuery, { _geo }: FoundRecord): number | null {
  return query.near === null || _geo === null ? null : milesBetween(query.near, _geo)
}

function hitOf(query: SearchQuery, record: FoundRecord): Hit {
  const { id, name, _geo, _formatted } = record
  return {
    id,
    distanceMiles: distanceTo(query, record),
    position: _geo,
    highlights:
      _formatted && !query.all && record._rankingScoreDetails
        ? { name: readMarks(_formatted.name ?? name), summary: readMarks(_formatted.summary ?? '') }
        : null,
  }
}
