import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Client, escapeIdentifier } from 'pg'
import { urlForDatabase } from '@db/database-urls'
import { MIGRATION_FOLDER, migrateToLatest } from '@db/migrate'
import { closeDatabase } from '@db/roles'
import type { TestServer } from './database-server'

/** What else decides how a migrated database looks. */
const OTHER_SOURCES = [
  'db/roles.ts',
  'db/migrate.ts',
  'db/job-schema.ts',
  'db/jobs.ts',
  'node_modules/pg-boss/package.json',
]
const PROJECT_ROOT = join(import.meta.dirname, '../..')
const TEMPLATE_LOCK = 7_304_002

/**
 * Makes a database like a freshly migrated one, by copying a template. The template is made once for each state of the
 * migrations and kept for later runs. One at a time: nobody may be connected to a template that is copied.
 */
export async function copyTemplate(server: TestServer, name: string): Promise<void> {
  const client = new Client({ connectionString: server.superuserUrl })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK])
    const template = `template_${await fingerprint()}`
    if (!(await exists(client, template))) await makeTemplate(client, server, template)
    await client.query(
      `create database ${escapeIdentifier(name)} template ${escapeIdentifier(template)} owner throughgate_owner`,
    )
  } finally {
    await client.end()
  }
  await closeCopy(server, name)
}

/** A copy has the tables' rights but not the database's own. */
export async function closeCopy(server: TestServer, name: string): Promise<void> {
  const client = new Client({ connectionString: urlForDatabase(server.superuserUrl, name) })
  await client.connect()
  await closeDatabase(client).finally(() => client.end())
}

/** Renamed when it is whole: one that a cut-short run left half-made is made again. */
async function makeTemplate(client: Client, server: TestServer, template: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select datname as name from pg_database where datname ~ '^template_[0-9a-f]{16}' or datname = 'unfinished_template'`,
  )
  for (const { name } of rows) await client.query(`drop database ${escapeIdentifier(name)} with (force)`)
  await client.query('create database unfinished_template owner throughgate_owner')
  await migrateToLatest(urlForDatabase(server.urls.owner, 'unfinished_template'))
  await client.query(`alter database unfinished_template rename to ${escapeIdentifier(template)}`)
}

async function exists(client: Client, name: string): Promise<boolean> {
  const found = await client.query('select from pg_database where datname = $1', [name])
  return found.rowCount === 1
}

async function fingerprint(): Promise<string> {
  const migrations = (await readdir(MIGRATION_FOLDER)).sort().map(file => join(MIGRATION_FOLDER, file))
  const hash = createHash('sha256')
  for (const path of [...migrations, ...OTHER_SOURCES.map(source => join(PROJECT_ROOT, source))]) {
    hash.update(path).update(await readFile(path))
  }
  return hash.digest('hex').slice(0, 16)
}
