import { pino } from 'pino'
import { followSearch } from '~/server/work/follow-search'
import { machineClock } from '../app/server/clock'
import { readConfig } from '~/config/config'
import { createDatabase } from '../db/connection'
import { resolveDatabase } from '../db/resolve-database'
import { createMeilisearchEngine } from '../search/meilisearch/meilisearch-engine'

/** Fills Meilisearch anew from the database, beside the index that goes on answering, and changes over. */
async function main(): Promise<void> {
  const config = readConfig(process.env, process.env.NODE_ENV === 'production' ? 'production' : 'development')
  if (!config.meilisearch) {
    console.log(
      'No Meilisearch is configured. The engine inside the process fills itself when the server starts.',
    )
    return
  }
  const database = await resolveDatabase(process.env, ['app'])
  const db = createDatabase(database.urls.app)
  try {
    const engine = createMeilisearchEngine(config.meilisearch)
    const log = pino({ level: config.logLevel })
    const follower = followSearch({ db, url: database.urls.app, engine, log, clock: machineClock })
    await follower.rebuild()
    await follower.catchUp()
    const { documents, detail } = await engine.health()
    console.log(`Meilisearch holds ${documents} services. ${detail}.`)
  } finally {
    await db.destroy()
    await database.stop()
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
