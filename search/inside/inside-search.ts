import { PUBLIC_TEXTS, type ServiceDocument } from '../document'
import { FactPass } from './fact-columns'
import { isInsideArea } from '../geography'
import { markWords } from '../highlight'
import { matchWords, type WordMatches } from './match-words'
import { readWords } from '../query-words'
import { compareRanked, orderOf, type Ranked } from '../ranking'
import type { Hit, SearchResult } from '../search-engine'
import { asAudienceMay, momentOf, type SearchQuery } from '../search-query'
import type { ServiceStore } from './service-store'
import { takeBest } from './take-best'
import { VacancyPass } from './vacancy-pass'

interface Candidate extends Ranked {
  document: ServiceDocument
  distanceMiles: number | null
}

interface Pass {
  query: SearchQuery
  matches: WordMatches | null
  facts: FactPass
  vacancies: VacancyPass
  isWanted: (slot: number) => boolean
  missing: (slot: number) => number
}

/** The search over documents in memory: words first, then one pass that filters, counts and ranks. */
export function searchStore(store: ServiceStore, asked: SearchQuery, typoTolerance: boolean): SearchResult {
  const query = asAudienceMay(asked)
  const matches = wordMatches(store, query, typoTolerance)
  const facts = new FactPass(store.facts, query.facets)
  const vacancies = new VacancyPass(query, momentOf(query))
  const pass = {
    ...{ query, matches, facts, vacancies },
    isWanted: store.tags.holdsAll(query.required, query.audience),
    missing: store.tags.missing(query.preferred, query.audience),
  }
  const found: Candidate[] = []
  for (const slot of matches?.slots ?? store.usedSlots()) {
    const candidate = consider(store, slot, pass)
    if (candidate) found.push(candidate)
  }
  return {
    hits: pageOf(found, query).map(candidate => hitOf(candidate, query, matches)),
    total: found.length,
    facets: facts.result(),
    vacancies: vacancies.result(),
    engine: 'inside',
  }
}

function wordMatches(store: ServiceStore, query: SearchQuery, typoTolerance: boolean): WordMatches | null {
  const words = readWords(query.words)
  if (words.words.length === 0) return null
  return matchWords(store.words, words, {
    typoTolerance,
    lastText: query.audience === 'public' ? PUBLIC_TEXTS - 1 : Number.MAX_SAFE_INTEGER,
  })
}

/** Counts a service where it counts, and returns it when it passes every filter. */
function consider(store: ServiceStore, slot: number, pass: Pass): Candidate | null {
  const document = store.at(slot)
  const { query, matches, facts, vacancies } = pass
  if (!document || (query.audience === 'public' && document.visibility !== 'public')) return null
  if (!pass.isWanted(slot)) return null
  const area = isInsideArea(document, query)
  if (!area.inside) return null
  const failed = facts.failing(slot)
  const severalFail = (failed & (failed - 1)) !== 0
  if (severalFail || !vacancies.admits(document, failed === 0)) return null
  facts.count(slot, failed)
  if (failed !== 0) return null
  const nameRank = matches === null ? 0 : store.nameRank(slot, matches.typed)
  const wordRank = matches === null ? 0 : matches.rankOf(slot) + nameRank
  const missing = matches !== null && nameRank === 0 ? 0 : pass.missing(slot)
  const match = { wordRank, missing, distanceMiles: area.miles }
  const { major, minor } = orderOf(query, vacancies.moment, match, document)
  return { document, major, minor, name: document.name, id: document.id, distanceMiles: area.miles }
}

function pageOf(found: readonly Candidate[], query: SearchQuery): readonly Candidate[] {
  if (query.all) return found
  const start = (query.page - 1) * query.pageSize
  return takeBest(found, start + query.pageSize, compareRanked).slice(start)
}

function hitOf(candidate: Candidate, query: SearchQuery, matches: WordMatches | null): Hit {
  const { document, distanceMiles } = candidate
  const { name, summary, id, position } = document
  const highlights =
    query.all || matches === null
      ? null
      : { name: markWords(name, matches.marked), summary: markWords(summary, matches.marked) }
  return { id, distanceMiles, position, highlights }
}
