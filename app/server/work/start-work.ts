import type { Kysely } from 'kysely'
import type { Logger } from 'pino'
import { createDatabase } from '@db/connection'
import type { KeyRing } from '@db/encryption/key-ring'
import type { DB } from '@db/schema'
import type { SearchEngine } from '@search/search-engine'
import { configurationWarnings, type ServerConfig } from '~/config/config'
import { followSearch, startEventually } from './follow-search'
import { reconcileShared } from './reconcile-search'
import { startWorker } from './worker'

export interface WorkOptions {
  config: ServerConfig
  workerUrl: string
  keys: KeyRing
  /** Signs the links that are sent. */
  linkKey: Buffer
  /** Kept true to the database by the process that does the work; null without Meilisearch. */
  meilisearch: SearchEngine | null
  log: Logger
  clock: () => Date
}

export interface RunningWork {
  isRunning(): boolean
  stop(): Promise<void>
}

/** Everything done in the background, in this process: jobs, the timetable, and filling Meilisearch. */
export async function startWork(options: WorkOptions): Promise<RunningWork> {
  const { config, workerUrl, keys, linkKey, meilisearch, log, clock } = options
  for (const warning of configurationWarnings(config)) log.warn(warning)
  const onIdleError = (error: Error) => log.warn({ err: error }, 'A connection of the worker broke')
  const workerDb = createDatabase(workerUrl, { max: 5, onIdleError })
  const index = meilisearch && sharedIndex(meilisearch, workerDb, options)
  const reconcile = index?.reconcile ?? null
  const worker = await startWorker({ workerDb, workerUrl, keys, linkKey, config, reconcile, log, clock })
  const follower = index && startEventually(index.follower, log)
  return {
    isRunning: () => worker.isRunning(),
    async stop() {
      await worker.stop()
      await follower?.stop()
      await workerDb.destroy()
    },
  }
}

/** What keeps Meilisearch true to the database, and what looks whether it is. */
function sharedIndex(engine: SearchEngine, db: Kysely<DB>, { workerUrl, log, clock }: WorkOptions) {
  const follower = followSearch({ db, url: workerUrl, engine, isShared: true, log, clock })
  return {
    follower,
    reconcile: async () =>
      void (await reconcileShared({ db, engine, fill: () => follower.rebuild(), log, clock })),
  }
}
