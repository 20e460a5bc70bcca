import type { Logger } from 'pino'
import { createDatabase } from '@db/connection'
import type { KeyRing } from '@db/encryption/key-ring'
import type { SearchEngine } from '@search/search-engine'
import { configurationWarnings, type ServerConfig } from '~/config/config'
import { followSearch, startEventually } from './follow-search'
import { startWorker } from './worker'

export interface WorkOptions {
  config: ServerConfig
  workerUrl: string
  keys: KeyRing
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
  const { config, workerUrl, keys, meilisearch, log, clock } = options
  for (const warning of configurationWarnings(config)) log.warn(warning)
  const onIdleError = (error: Error) => log.warn({ err: error }, 'A connection of the worker broke')
  const workerDb = createDatabase(workerUrl, { max: 5, onIdleError })
  const worker = await startWorker({ workerDb, workerUrl, keys, config, log, clock })
  const follower =
    meilisearch &&
    startEventually(followSearch({ db: workerDb, url: workerUrl, engine: meilisearch, log, clock }), log)
  return {
    isRunning: () => worker.isRunning(),
    async stop() {
      await worker.stop()
      await follower?.stop()
      await workerDb.destroy()
    },
  }
}
