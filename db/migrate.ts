import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { Kysely, type Migration, type MigrationResultSet, Migrator, PostgresDialect, sql } from 'kysely'
import { Client, Pool } from 'pg'
import { migrateJobs } from './job-schema'
import { closeDatabase } from './roles'

export interface MigrateOptions {
  /** The folder of migrations, NNNN_name.ts each; the service's own unless told. */
  folder?: string
  /** The last migration to run; every one unless told. */
  to?: string
  /** Queues to make beside our own: those of jobs that another release set. */
  queues?: readonly string[]
}

/** Where the service's migrations lie. */
export const MIGRATION_FOLDER = fileURLToPath(new URL('./migrations', import.meta.url))

/** A lock waited for longer would queue every reader behind it: give up, let them through, try again. */
const LOCK_TIMEOUT = '3s'
const LOCK_NOT_AVAILABLE = '55P03'
const ATTEMPTS = 10
/** Any number will do, as long as nothing else in this database locks it; a backup shares it, so that no migration runs meanwhile. */
export const MIGRATION_LOCK = 7_304_001

/**
 * Brings the database up to date, or to a migration that is named: the migrations not run yet, all or none, then the job tables and who may use them.
 * One at a time, however many start at once.
 * @returns the names of the migrations it ran
 * @throws the error of the migration that failed
 */
export async function migrateToLatest(ownerUrl: string, options: MigrateOptions = {}): Promise<string[]> {
  const turn = new Client({ connectionString: ownerUrl, connectionTimeoutMillis: 5000 })
  await turn.connect()
  try {
    await turn.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    const names = await migrateTables(ownerUrl, options.folder ?? MIGRATION_FOLDER, options.to)
    await migrateJobs(ownerUrl, options.queues)
    await closeDatabase(turn)
    await turn.query('grant select on kysely_migration to throughgate_app, throughgate_worker')
    return names
  } finally {
    await turn.end()
  }
}

/**
 * The names of migrations this code has and the database has not. Readable by every role, since /readyz asks as the app.
 * @param db a connection in any role
 */
export async function pendingMigrations<T>(
  db: Kysely<T>,
  folder: string = MIGRATION_FOLDER,
): Promise<string[]> {
  const names = await migrationNames(folder)
  const made = await sql<{ is: boolean }>`select to_regclass('kysely_migration') is not null as "is"`.execute(
    db,
  )
  if (!made.rows[0]?.is) return names
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db)
  const ran = new Set(rows.map(row => row.name))
  return names.filter(name => !ran.has(name))
}

async function migrateTables(ownerUrl: string, folder: string, to?: string): Promise<string[]> {
  const options = `-c lock_timeout=${LOCK_TIMEOUT}`
  const db = new Kysely<Record<string, never>>({
    dialect: new PostgresDialect({ pool: new Pool({ connectionString: ownerUrl, max: 2, options }) }),
  })
  try {
    const migrator = new Migrator({ db, provider: { getMigrations: () => readMigrations(folder) } })
    return await migrateWithPatience(() => (to ? migrator.migrateTo(to) : migrator.migrateToLatest()))
  } finally {
    await db.destroy()
  }
}

async function migrateWithPatience(
  migrate: () => Promise<MigrationResultSet>,
  attempt = 1,
): Promise<string[]> {
  const { error, results = [] } = await migrate()
  if (error === undefined) return results.map(result => result.migrationName)
  const isBusy = error instanceof Error && 'code' in error && error.code === LOCK_NOT_AVAILABLE
  if (!isBusy || attempt === ATTEMPTS) throw asError(error)
  await delay(attempt * 500)
  return migrateWithPatience(migrate, attempt + 1)
}

function asError(thrown: unknown): Error {
  return thrown instanceof Error
    ? thrown
    : new Error('The database could not be migrated.', { cause: thrown })
}

/** Imported from here, not by Kysely, whose own import is not seen by what turns TypeScript into JavaScript in tests. */
async function readMigrations(folder: string): Promise<Record<string, Migration>> {
  const migrations: Record<string, Migration> = {}
  for (const name of await migrationNames(folder)) {
    const address = pathToFileURL(join(folder, `${name}.ts`)).href
    migrations[name] = (await import(/* @vite-ignore */ address)) as Migration
  }
  return migrations
}

/** The names of the migrations in a folder, in their order. */
export async function migrationNames(folder: string): Promise<string[]> {
  const files = await readdir(folder)
  return files
    .filter(file => /^\d{4}_.*\.ts$/.test(file) && !file.endsWith('.test.ts'))
    .map(file => file.replace(/\.ts$/, ''))
    .sort()
}
