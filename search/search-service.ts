import { createBreaker } from './breaker'
import type { InsideEngine } from './inside/inside-engine'
import type { EngineHealth, SearchEngine, SearchResult, Suggestion } from './search-engine'
import { describeFailure, failureOf } from './search-failure'
import type { Audience, SearchQuery } from './search-query'

/** The part of pino's logger that search uses. */
export interface SearchLog {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

/** A result, and whether Meilisearch is configured but did not give it: the page then shows a banner. */
export interface SearchAnswer extends SearchResult {
  degraded: boolean
}

export interface SearchService {
  search(query: SearchQuery): Promise<SearchAnswer>
  suggest(prefix: string, audience: Audience): Promise<readonly Suggestion[]>
  /** Whether the inside engine stands in for Meilisearch just now; for the banner. Asks nobody. */
  degraded(): boolean
  /** How often the services that are searched have changed in this process. Asks nobody. */
  version(): number
  health(): Promise<{ inside: EngineHealth; meilisearch: EngineHealth | null; degraded: boolean }>
}

export interface SearchServiceOptions {
  inside: InsideEngine
  meilisearch?: SearchEngine | null
  log: SearchLog
  clock: () => Date
}

/**
 * Search as the pages use it: Meilisearch when there is one and it is well, else the inside engine. The first failure
 * opens the breaker; while it is open nobody waits for Meilisearch, which is tried again in the background.
 */
export function createSearchService({
  inside,
  meilisearch,
  log,
  clock,
}: SearchServiceOptions): SearchService {
  const breaker = createBreaker(clock)

  async function probe(engine: SearchEngine): Promise<void> {
    try {
      await engine.health()
      breaker.succeeded()
      log.info({}, 'Meilisearch answers again')
    } catch {
      breaker.failed()
    }
  }

  /** Meilisearch's answer, or null when there is none to be had now. */
  async function tryMeilisearch<T>(ask: (engine: SearchEngine) => Promise<T>): Promise<T | null> {
    if (!meilisearch) return null
    if (breaker.shouldProbe()) void probe(meilisearch)
    if (breaker.isOpen()) return null
    try {
      return await ask(meilisearch)
    } catch (error) {
      const failure = failureOf(error)
      if (failure === 'unavailable' && !breaker.isOpen()) breaker.failed()
      log.error(
        { failure, reason: describeFailure(error) },
        'Meilisearch did not answer; the inside engine does',
      )
      return null
    }
  }

  return {
    async search(query) {
      const answer = await tryMeilisearch(engine => engine.search(query))
      if (answer) return { ...answer, degraded: false }
      return { ...(await inside.search(query)), degraded: Boolean(meilisearch) }
    },
    async suggest(prefix, audience) {
      const answer = await tryMeilisearch(engine => engine.suggest(prefix, audience))
      return answer ?? inside.suggest(prefix, audience)
    },
    degraded: () => breaker.isOpen(),
    version: () => inside.version(),
    async health() {
      const degraded = breaker.isOpen()
      const outside = meilisearch ? await meilisearch.health().catch(away) : null
      return { inside: await inside.health(), meilisearch: outside, degraded }
    },
  }
}

function away(error: unknown): EngineHealth {
  return { ok: false, documents: 0, detail: describeFailure(error) }
}
