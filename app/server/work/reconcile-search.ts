import type { Kysely } from 'kysely'
import type { Logger } from 'pino'
import { oneAtATime } from '@db/one-at-a-time'
import type { DB } from '@db/schema'
import { type Drift, hasDrifted } from '@search/drift'
import type { KeptIndex } from '@search/meilisearch/kept-index'
import { reconcile, settle } from '@search/reconcile'
import type { HeldServices, SearchEngine } from '@search/search-engine'
import { momentOf } from '@search/search-query'
import { DAY_MS, londonDay } from '~/domain/time/calendar'
import { searchSource } from './follow-search'

export interface ReconcileSearchOptions {
  /** A pool that may become throughgate_indexer. */
  db: Kysely<DB>
  engine: HeldServices
  /** What it is called in the log. */
  name: 'inside' | 'meilisearch'
  log: Logger
  clock: () => Date
  /** How long a change may take on its way, in milliseconds; {@link PATIENCE_MS} unless told. */
  patienceMs?: number
}

/** Followers read changes each second; an engine that is busy takes a little longer. */
const PATIENCE_MS = 5_000
const IDS_LOGGED = 50

/** Compares an engine with the database, mends it, and writes one line in the log. */
export async function reconcileSearch(options: ReconcileSearchOptions): Promise<Drift> {
  const { db, engine, name, log, clock, patienceMs = PATIENCE_MS } = options
  const moment = () => momentOf({ vacancy: null, now: clock(), today: londonDay(clock()) })
  const drift = await reconcile({ ...searchSource(db, clock), engine, moment, patienceMs })
  const line = { engine: name, ...lineOf(drift) }
  if (hasDrifted(drift)) log.warn(line, 'The index had drifted from the database, and was mended')
  else log.info(line, 'The index is true to the database')
  return drift
}

/** The numbers, and some of the ids: thousands would say no more. */
function lineOf({ compared, missing, extra, different, aged }: Drift) {
  const ids = [...missing, ...extra, ...different].slice(0, IDS_LOGGED)
  const counts = {
    missing: missing.length,
    extra: extra.length,
    different: different.length,
    aged: aged.length,
  }
  return { compared, ...counts, ids }
}

/** The same with the shared index: one that is not this version's, or was lost, is filled anew instead. */
export async function reconcileShared(
  options: Omit<ReconcileSearchOptions, 'engine' | 'name'> & {
    engine: SearchEngine
    fill: () => Promise<void>
  },
): Promise<Drift | null> {
  const { engine, log, fill } = options
  const { ok, detail } = await engine.health()
  if (ok) return reconcileSearch({ ...options, name: 'meilisearch' })
  log.warn({ reason: detail }, 'The index is not of this version, and is filled anew')
  await fill()
  return null
}

/** Looks through the engine of this process once a day. */
export function reconcileDaily(options: ReconcileSearchOptions): { stop(): Promise<void> } {
  let running: Promise<unknown> = Promise.resolve()
  const run = () => {
    running = reconcileSearch(options).catch((error: unknown) =>
      options.log.error({ err: error }, 'The index could not be compared with the database'),
    )
  }
  const timer = setInterval(run, DAY_MS)
  timer.unref()
  return {
    async stop() {
      clearInterval(timer)
      await running
    },
  }
}

/**
 * Goes back to the index that was live before the last rebuild: it is first made true to the database, then takes the place of
 * the live one, and then is told what changed in between.
 * @throws in plain words, with nothing changed, when there is none to go back to
 */
export async function rollBackSearch(
  options: Omit<ReconcileSearchOptions, 'engine' | 'name'> & { kept: KeptIndex; live: HeldServices },
): Promise<Drift> {
  const { db, kept, live, clock } = options
  const source = searchSource(db, clock)
  return oneAtATime(db, 'fill the shared index', async () => {
    const problem = await kept.problem()
    if (problem !== null) throw new Error(problem)
    const { horizon } = await source.readChanges(null)
    const drift = await reconcileSearch({ ...options, engine: kept, name: 'meilisearch', patienceMs: 0 })
    await kept.swap()
    await settle({ ...source, engine: live }, horizon)
    return drift
  })
}
