import type { Kysely } from 'kysely'
import { Client, escapeIdentifier } from 'pg'
import { inject } from 'vitest'
import { createDatabase } from '@db/connection'
import { type DatabaseUrls, urlsForDatabase } from '@db/database-urls'
import { moveClock } from '@db/move-clock'
import type { DB } from '@db/schema'
import type { TestServer } from './database-server'
import { copyTemplate } from './database-template'
import { copyLaidOut } from './laid-out-database'
import { AHEAD_MS } from './other-clock'

/** A migrated database without rows, for one test file. */
export interface TestDatabase {
  urls: DatabaseUrls
  /** As the service connects: sees nothing until it becomes a viewer. */
  app: Kysely<DB>
  worker: Kysely<DB>
  /** Owns the tables; for laying out what a test starts from. */
  owner: Kysely<DB>
  /** Closes the three pools and removes the database. */
  drop(): Promise<void>
}

const HOUR_MS = 3_600_000
/** A busy machine must not fail a test that is not about time. */
const PATIENT = { max: 5, statementTimeoutMs: 20_000, connectTimeoutMs: 20_000 }

/**
 * Makes a database for one test file; `drop` it in `afterAll`.
 * @param now where the clock of a service over it stands. The database's own ticks, from an hour before: what the service
 *   says is over is over.
 * @throws when no server could be started
 */
export async function createTestDatabase(now?: Date): Promise<TestDatabase> {
  const database = await openTestDatabase(runningServer())
  if (now) await setDatabaseClock(database, new Date(now.getTime() - HOUR_MS))
  return database
}

/** The same, holding the demonstration as it is laid out at an instant. */
export function createLaidOutDatabase(now: Date): Promise<TestDatabase> {
  return openTestDatabase(runningServer(), (server, name) => copyLaidOut(server, name, now, setDatabaseClock))
}

function runningServer(): TestServer {
  const server = inject('databaseServer')
  if ('failure' in server) throw new Error(server.failure)
  return server
}

/** The same outside Vitest, on a server of one's own; `make` makes the database of that name, migrated unless told. */
export async function openTestDatabase(
  server: TestServer,
  make: (server: TestServer, name: string) => Promise<void> = copyTemplate,
): Promise<TestDatabase> {
  const name = `test_${server.runId}_${crypto.randomUUID().slice(0, 8)}`
  await make(server, name)
  const urls = urlsForDatabase(server.urls, name)
  if (AHEAD_MS !== 0) await moveClock(urls.owner, AHEAD_MS)
  const app = createDatabase(urls.app, PATIENT)
  const worker = createDatabase(urls.worker, PATIENT)
  const owner = createDatabase(urls.owner, PATIENT)
  return {
    urls,
    app,
    worker,
    owner,
    async drop() {
      await Promise.all([app.destroy(), worker.destroy(), owner.destroy()])
      await dropDatabase(server, name)
    },
  }
}

/** Lets the database's own clock stand at an instant now, and tick on, whatever the clocks of the tests say. */
export function setDatabaseClock({ urls }: Pick<TestDatabase, 'urls'>, at: Date): Promise<void> {
  return moveClock(urls.owner, at.getTime() - Date.now() + AHEAD_MS)
}

async function dropDatabase(server: TestServer, name: string): Promise<void> {
  const client = new Client({ connectionString: server.superuserUrl })
  await client.connect()
  try {
    await client.query(`drop database if exists ${escapeIdentifier(name)} with (force)`)
  } finally {
    await client.end()
  }
}
