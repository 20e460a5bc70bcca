import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'
import { Client } from 'pg'
import { urlForDatabase } from '../db/database-urls'
import { startEmbeddedPostgres } from '../db/embedded/start-embedded-postgres'
import { migrateToLatest } from '../db/migrate'
import { ensureDatabase } from '../db/roles'

const DATABASE = 'schema_types'
const PROJECT_ROOT = resolve(import.meta.dirname, '..')
/** They say what the pool's own parsers make of each type: db/connection.ts. */
const TYPE_MAPPING = { int8: 'number' }

/** Where the types are written: db/schema.ts, or the path in the first argument. */
const OUT_FILE = resolve(process.argv[2] ?? resolve(PROJECT_ROOT, 'db/schema.ts'))

/** Writes the types of a database that has been migrated from nothing. */
async function main(): Promise<void> {
  const server = await startEmbeddedPostgres({ dataDirectory: resolve(PROJECT_ROOT, '.cache/test-postgres') })
  try {
    await dropDatabase(server.superuserUrl)
    await ensureDatabase(server.superuserUrl, DATABASE)
    const ownerUrl = urlForDatabase(server.urls.owner, DATABASE)
    await migrateToLatest(ownerUrl)
    generate(ownerUrl)
    await dropDatabase(server.superuserUrl)
  } finally {
    await server.stop()
  }
}

function generate(url: string): void {
  const options = [
    '--dialect',
    'postgres',
    '--camel-case',
    '--date-parser',
    'string',
    '--default-schema',
    'public',
  ]
  const scope = ['--exclude-pattern', '{pgboss.*,kysely_*}', '--type-mapping', JSON.stringify(TYPE_MAPPING)]
  const command = resolve(PROJECT_ROOT, 'node_modules/.bin/kysely-codegen')
  execFileSync(command, [...options, ...scope, '--url', url, '--out-file', OUT_FILE], {
    stdio: 'inherit',
  })
}

async function dropDatabase(superuserUrl: string): Promise<void> {
  const client = new Client({ connectionString: superuserUrl })
  await client.connect()
  await client.query(`drop database if exists ${DATABASE} with (force)`).finally(() => client.end())
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
