import type { Kysely } from 'kysely'
import { type Logger, pino } from 'pino'
import { machineClock } from '../app/server/clock'
import { readConfig, type ServerConfig } from '~/config/config'
import { createDatabase } from '../db/connection'
import { resolveDatabase } from '../db/resolve-database'
import type { DB } from '../db/schema'
import { createMeilisearchEngine } from '../search/meilisearch/meilisearch-engine'
import type { SearchEngine } from '../search/search-engine'

/** What a command about the shared index works with. */
export interface IndexCommand {
  meilisearch: NonNullable<ServerConfig['meilisearch']>
  engine: SearchEngine
  db: Kysely<DB>
  url: string
  log: Logger
  clock: () => Date
}

/** Runs a command over the Meilisearch and the database that are configured, or says that there is no Meilisearch. */
export async function withMeilisearch(work: (command: IndexCommand) => Promise<void>): Promise<void> {
  const config = readConfig(process.env, process.env.NODE_ENV === 'production' ? 'production' : 'development')
  const { meilisearch } = config
  if (!meilisearch) {
    console.log(
      'No Meilisearch is configured. The engine inside each process fills itself when the server starts, and compares itself with the database once a day.',
    )
    return
  }
  const database = await resolveDatabase(process.env, ['app'])
  const db = createDatabase(database.urls.app)
  const engine = createMeilisearchEngine(meilisearch)
  const log = pino({ level: config.logLevel })
  try {
    await work({ meilisearch, engine, db, url: database.urls.app, log, clock: machineClock })
  } finally {
    await db.destroy()
    await database.stop()
  }
}
