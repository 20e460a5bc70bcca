import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { Meilisearch } from 'meilisearch'
import { createMeilisearchEngine } from '@search/meilisearch/meilisearch-engine'
import { createMeilisearchKeys } from '@search/meilisearch/meilisearch-keys'
import type { SearchEngine } from '@search/search-engine'
import { addOrganisation } from '../factories/organisation'
import { addService } from '../factories/service'
import { createTestDatabase, type TestDatabase } from '../support/database'
import { type TestMeilisearch } from '../support/meilisearch'
import { type RunningCommand, runCommand } from './command'

/** A database with many services and a Meilisearch, to be indexed by the commands of the project. */
export interface IndexStage {
  database: TestDatabase
  engine: SearchEngine
  /** With the master key, to see and do what the service may not. */
  admin: Meilisearch
  run(name: 'reindex' | 'reconcile', ...args: string[]): RunningCommand
  close(): Promise<void>
}

/** As many services as a rebuild sends in several batches. */
export const MANY = 2_000

export async function openIndexStage(server: TestMeilisearch): Promise<IndexStage> {
  const database = await createTestDatabase()
  const organisationId = await addOrganisation(database.owner, { kind: 'provider', name: 'Marlpit' })
  await addService(database.owner, { organisationId, name: 'Sandpiper House' })
  await sql`insert into service (id, organisation_id, name, kind, summary)
    select gen_random_uuid(), ${organisationId}, 'House ' || nth, 'supported_housing', 'A place to live'
    from generate_series(2, ${MANY}) nth`.execute(database.owner)
  const keys = await createMeilisearchKeys(server.url, server.masterKey)
  const settings = {
    DATABASE_URL: database.urls.app,
    WORKER: 'apart',
    MASTER_KEY: randomBytes(32).toString('base64'),
    MEILISEARCH_URL: server.url,
    MEILISEARCH_SEARCH_KEY: keys.searchKey,
    MEILISEARCH_WRITE_KEY: keys.writeKey,
  }
  return {
    database,
    engine: createMeilisearchEngine({ url: server.url, ...keys, searchTimeoutMs: 20_000 }),
    admin: new Meilisearch({ host: server.url, apiKey: server.masterKey }),
    run: (name, ...args) => runCommand(name, settings, args),
    close: () => database.drop(),
  }
}
