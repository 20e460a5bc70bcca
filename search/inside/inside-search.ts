import { PUBLIC_TEXTS } from '../document'
import { FactPass } from './fact-columns'
import { isInsideArea } from '../geography'
import { markWords } from '../highlight'
import { matchWords, type WordMatches } from './match-words'
import { readWords } from '../query-words'
import { compareRanked, orderOf, type Order, type Ranked } from '../ranking'
import type { Hit, SearchResult } from '../search-engine'
import { asAudienceMay, momentOf, type SearchQuery } from '../search-query'
import type { ServiceStore } from './service-store'
import { takeBest } from './take-best'
import { VacancyPass } from './vacancy-pass'

/** What was found so far, a number a service: thousands are ranked, and twenty are shown. */
class Found {
  readonly slots: number[] = []
  readonly majors: number[] = []
  readonly minors: number[] = []

  add(slot: number, { major, minor }: Order): void {
    this.slots.push(slot)
    this.majors.push(major)
    this.minors.push(minor)
  }
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
  const pass = passOf(store, query, typoTolerance)
  const found = foundIn(store, pass)
  return {
    hits: pageOf(found, store, query).map(slot => hitOf(store, slot, query, pass.matches)),
    total: found.slots.length,
    facets: pass.facts.result(),
    vacancies: pass.vacancies.result(),
    engine: 'inside',
  }
}

/** How many services a search finds: none is put in order, nor marked. */
export function countInStore(store: ServiceStore, asked: SearchQuery, typoTolerance: boolean): number {
  return foundIn(store, passOf(store, asAudienceMay(asked), typoTolerance)).slots.length
}

function passOf(store: ServiceStore, query: SearchQuery, typoTolerance: boolean): Pass {
  return {
    query,
    matches: wordMatches(store, query, typoTolerance),
    facts: new FactPass(store.facts, query.facets),
    vacancies: new VacancyPass(query, momentOf(query)),
    isWanted: store.tags.holdsAll(query.required, query.audience),
    missing: store.tags.missing(query.preferred, query.audience),
  }
}

function foundIn(store: ServiceStore, pass: Pass): Found {
  const found = new Found()
  for (const slot of pass.matches?.slots ?? store.usedSlots()) {
    const order = consider(store, slot, pass)
    if (order) found.add(slot, order)
  }
  return found
}

function wordMatches(store: ServiceStore, query: SearchQuery, typoTolerance: boolean): WordMatches | null {
  const words = readWords(query.words)
  if (words.words.length === 0) return null
  return matchWords(store.words, words, {
    typoTolerance,
    lastText: query.audience === 'public' ? PUBLIC_TEXTS - 1 : Number.MAX_SAFE_INTEGER,
  })
}

/** Counts a service where it counts, and gives its order when it passes every filter. */
function consider(store: ServiceStore, slot: number, pass: Pass): Order | null {
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
  return orderOf(query, vacancies.moment, match, document)
}

/** The slots of a page, or of everything. */
function pageOf(found: Found, store: ServiceStore, query: SearchQuery): readonly number[] {
  if (query.all) return found.slots
  const start = (query.page - 1) * query.pageSize
  const rankedAt = (at: number): Ranked => {
    const { name = '', id = '' } = store.at(found.slots[at] ?? -1) ?? {}
    return { major: found.majors[at] ?? 0, minor: found.minors[at] ?? 0, name, id }
  }
  const compare = (a: number, b: number) => {
    const byMajor = (found.majors[a] ?? 0) - (found.majors[b] ?? 0)
    if (byMajor !== 0 && !Number.isNaN(byMajor)) return byMajor
    const byMinor = byMajor === 0 ? (found.minors[a] ?? 0) - (found.minors[b] ?? 0) : 0
    return byMinor !== 0 ? byMinor : compareRanked(rankedAt(a), rankedAt(b))
  }
  const best = takeBest([...found.slots.keys()], start + query.pageSize, compare).slice(start)
  return best.map(at => found.slots[at] ?? -1)
}

function hitOf(store: ServiceStore, slot: number, query: SearchQuery, matches: WordMatches | null): Hit {
  const document = store.at(slot)
  if (!document) throw new Error('A service went while it was found')
  const { name, summary, id, position } = document
  const highlights =
    query.all || matches === null
      ? null
      : { name: markWords(name, matches.marked), summary: markWords(summary, matches.marked) }
  return { id, distanceMiles: isInsideArea(document, query).miles, position, highlights }
}
