import { setTimeout as delay } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import type { Logger } from 'pino'
import { oneAtATime } from '@db/one-at-a-time'
import type { DB } from '@db/schema'
import { createIndexFollower, type IndexFollower } from '@search/follow-index'
import { createChangeReader } from '@search/read-changes'
import type { SearchEngine } from '@search/search-engine'
import { allDocuments, loadDocuments } from '~/domain/index/service-document.server'

/** The database as the engines are filled from it, by a pool that may become throughgate_indexer. */
export function searchSource(db: Kysely<DB>, clock: () => Date) {
  return {
    readChanges: createChangeReader(db),
    loadAll: () => allDocuments(db, clock),
    loadDocuments: (ids: readonly string[]) => loadDocuments(db, ids, clock()),
  }
}

export interface FollowOptions {
  /** A pool that may become throughgate_indexer, and its address, to listen on. */
  db: Kysely<DB>
  url: string
  engine: SearchEngine
  /** Whether other processes fill the same engine: then one at a time. */
  isShared?: boolean
  log: Logger
  clock: () => Date
}

const RETRY_MS = 5_000

/** What keeps one engine true to the database; not started yet. */
export function followSearch({ db, url, engine, isShared, log, clock }: FollowOptions): IndexFollower {
  const alone = (fill: () => Promise<void>) => oneAtATime(db, 'fill the shared index', fill)
  const source = searchSource(db, clock)
  return createIndexFollower({ listenUrl: url, ...source, engine, log, ...(isShared ? { alone } : {}) })
}

/**
 * Starts a follower whose engine may be away, and tries again until it has started: nobody waits for it. Stopping
 * gives the trying up too.
 */
export function startEventually(follower: IndexFollower, log: Logger): { stop(): Promise<void> } {
  const given = new AbortController()
  const trying = tryToStart(follower, log, given.signal)
  return {
    async stop() {
      given.abort()
      await trying
      await follower.stop()
    },
  }
}

async function tryToStart(follower: IndexFollower, log: Logger, given: AbortSignal): Promise<void> {
  while (!given.aborted) {
    try {
      return await follower.start()
    } catch (error) {
      log.warn({ err: error }, 'Meilisearch could not be filled; it is tried again')
      await delay(RETRY_MS, undefined, { signal: given, ref: false }).catch(() => undefined)
    }
  }
}
