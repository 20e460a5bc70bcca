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
  /** How many services each search would find, in their order: asked in one go, and cheap beside a search. */
  counts(queries: readonly SearchQuery[]): Promise<readonly number[]>
  suggest(prefix: string, audience: Audience): Promise<readonly Suggestion[]>
  /** Whether the inside engine stands in for Meilisearch just now; for the banner. Asks nobody. */
  degraded(): boolean
  /** How often the services that are searched have changed in this process. Asks nobody. */
  version(): number
  /**
   * Looks whether Meilisearch is there, filled, and has the settings of this version of the code: where not, the inside engine
   * answers. Done at the start; then again from time to time, by whoever searches or asks for the standing.
   */
  look(): Promise<void>
  /** What answers, as last looked at: `inside` where no Meilisearch is configured, `ok`, or why Meilisearch does not. */
  standing(): string
  health(): Promise<{ inside: EngineHealth; meilisearch: EngineHealth | null; degraded: boolean }>
}

/** A Meilisearch that is well is looked at this often all the same. */
const LOOK_MS = 30_000

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
  let problem: string | null = null
  let lookedAt: number | null = null

  async function look(): Promise<void> {
    if (!meilisearch) return
    lookedAt = clock().getTime()
    const found = await problemOf(meilisearch)
    if (found === null && problem !== null) log.info({}, 'Meilisearch answers again')
    if (found === null) breaker.succeeded()
    else if (found !== problem)
      log.error({ reason: found }, 'Meilisearch is not asked; the inside engine answers')
    if (found !== null) breaker.failed()
    problem = found
  }

  /** Others may change the index: another release, or somebody who lost its disk. */
  function lookAgain(): void {
    const isDue = lookedAt !== null && clock().getTime() - lookedAt >= LOOK_MS
    if (breaker.isOpen() ? breaker.shouldProbe() : isDue) void look()
  }

  /** Meilisearch's answer, or null when there is none to be had now. */
  async function tryMeilisearch<T>(ask: (engine: SearchEngine) => Promise<T>): Promise<T | null> {
    if (!meilisearch) return null
    lookAgain()
    if (breaker.isOpen()) return null
    try {
      return await ask(meilisearch)
    } catch (error) {
      const failure = failureOf(error)
      if (failure === 'unavailable' && !breaker.isOpen()) breaker.failed()
      if (failure === 'unavailable') problem = describeFailure(error)
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
    async counts(queries) {
      return (await tryMeilisearch(engine => engine.counts(queries))) ?? inside.counts(queries)
    },
    async suggest(prefix, audience) {
      const answer = await tryMeilisearch(engine => engine.suggest(prefix, audience))
      return answer ?? inside.suggest(prefix, audience)
    },
    degraded: () => breaker.isOpen(),
    version: () => inside.version(),
    look,
    standing() {
      if (!meilisearch) return 'inside'
      lookAgain()
      return problem ?? 'ok'
    },
    async health() {
      const degraded = breaker.isOpen()
      const outside = meilisearch ? await meilisearch.health().catch(away) : null
      return { inside: await inside.health(), meilisearch: outside, degraded }
    },
  }
}

/** Why Meilisearch is not to be asked now; null when it is well. */
async function problemOf(engine: SearchEngine): Promise<string | null> {
  try {
    const { ok, detail } = await engine.health()
    return ok ? null : detail
  } catch (error) {
    return describeFailure(error)
  }
}

function away(error: unknown): EngineHealth {
  return { ok: false, documents: 0, detail: describeFailure(error) }
}
