import { resolve } from 'node:path'
import { Client, escapeIdentifier } from 'pg'
import { startEmbeddedPostgres } from '@db/embedded/start-embedded-postgres'
import { createKeyRing } from '@db/encryption/key-ring'
import { createJobQueue } from '@db/jobs'
import { seedWorld } from '@db/seeds/seed-world'
import type { DomainContext } from '~/domain/context'
import { openTestDatabase, type TestDatabase } from '@tests/support/database'
import { dropLeftovers, type TestServer } from '@tests/support/database-server'

export const BENCH_MASTER_KEY = Buffer.alloc(32, 9)

/** A PostgreSQL of the benchmark's own, as safe against power cuts as a real one, and databases on it. */
export interface Ground {
  /** A superuser's address in the same database. */
  superuserUrl(database: TestDatabase): string
  /** Lends a database that holds the demonstration, and drops it afterwards. */
  withDemonstration<T>(work: (database: TestDatabase) => Promise<T>): Promise<T>
  /** Lends a copy of another, to which nobody may be connected meanwhile but through its pools at rest. */
  withCopy<T>(original: TestDatabase, work: (database: TestDatabase) => Promise<T>): Promise<T>
  stop(): Promise<void>
}

const DATA_DIRECTORY = resolve(import.meta.dirname, '../../.cache/bench-postgres')

export async function openGround(): Promise<Ground> {
  const embedded = await startEmbeddedPostgres({ dataDirectory: DATA_DIRECTORY })
  const { superuserUrl, urls } = embedded
  await dropLeftovers(superuserUrl)
  const server: TestServer = { superuserUrl, urls, runId: process.pid }
  let original: Promise<TestDatabase> | null = null
  const demonstration = () => (original ??= seeded(server))
  const withCopy: Ground['withCopy'] = async (from, work) => {
    const copy = await openTestDatabase(server, (_, name) => copyDatabase(superuserUrl, nameOf(from), name))
    return work(copy).finally(() => copy.drop())
  }
  return {
    superuserUrl: database => Object.assign(new URL(superuserUrl), { pathname: `/${nameOf(database)}` }).href,
    withCopy,
    withDemonstration: async work => withCopy(await demonstration(), work),
    async stop() {
      await (await original)?.drop()
      await embedded.stop()
    },
  }
}

/** The use cases' context on a database, by the clock of the machine. */
export function domainOn(database: TestDatabase): DomainContext {
  return {
    db: database.app,
    jobs: createJobQueue(),
    keys: createKeyRing(BENCH_MASTER_KEY),
    clock: () => new Date(),
  }
}

async function seeded(server: TestServer): Promise<TestDatabase> {
  const database = await openTestDatabase(server)
  await seedWorld('demonstration', database.urls, BENCH_MASTER_KEY, new Date())
  return database
}

/** Nobody may be connected to a database that is copied: connections at rest are ended, their pools make new ones. */
async function copyDatabase(superuserUrl: string, from: string, name: string): Promise<void> {
  const client = new Client({ connectionString: superuserUrl })
  await client.connect()
  try {
    await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [from])
    await client.query(
      `create database ${escapeIdentifier(name)} template ${escapeIdentifier(from)} owner throughgate_owner`,
    )
  } finally {
    await client.end()
  }
}

function nameOf({ urls }: TestDatabase): string {
  return new URL(urls.app).pathname.slice(1)
}
