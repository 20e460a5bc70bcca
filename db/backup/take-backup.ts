import { Client } from 'pg'
import { MIGRATION_LOCK } from '../migrate'
import { keptTables, refuseHiddenRows } from './catalogue'
import type { Frame } from './file/frames'
import { writeBackupFile } from './file/write-file'
import { FORMAT, type Manifest, type MeasuredTable, type Measurement } from './manifest'
import { createMeter, measureDatabase, readSequences, rowsOf, settleSession } from './measure'
import { dumpArchive, findPgTools, type PgTools } from './pg-tools'
import { readRights } from './rights'

export interface BackupOrder {
  /** throughgate_owner, in the database to back up. */
  ownerUrl: string
  /** The file to write; there may be none of that name. */
  path: string
  /** 32 bytes; null writes it for anybody to read who gets at it. */
  key: Buffer | null
  /** Where PG_BIN and PATH are looked up; null never uses PostgreSQL's own programs. */
  env: Record<string, string | undefined> | null
}

/**
 * Writes a backup of all rows of one instant, while the service goes on. A migration waits until it is done.
 * @returns what it says of itself at its end
 */
export async function takeBackup({ ownerUrl, path, key, env }: BackupOrder): Promise<Manifest> {
  const client = new Client({ connectionString: ownerUrl, connectionTimeoutMillis: 5000 })
  await client.connect()
  try {
    await settleSession(client)
    await client.query('select pg_advisory_lock_shared($1)', [MIGRATION_LOCK])
    await client.query('begin isolation level repeatable read read only')
    await refuseUnmigrated(client)
    await refuseHiddenRows(client)
    const origin = await readOrigin(client, ownerUrl)
    const tools = env && (await findPgTools(origin.from.major, env))
    let written: Manifest | null = null
    const frames = framesOf(client, { ownerUrl, origin, tools }, manifest => (written = manifest))
    await writeBackupFile(path, key, frames)
    if (written === null) throw new Error('The backup has no end.')
    return written
  } finally {
    await client.end()
  }
}

type Origin = Pick<Manifest, 'madeAt' | 'from' | 'migrations' | 'jobs'>

interface Source {
  ownerUrl: string
  origin: Origin
  tools: PgTools | null
}

async function* framesOf(
  client: Client,
  { ownerUrl, origin, tools }: Source,
  onEnd: (manifest: Manifest) => void,
): AsyncGenerator<Frame> {
  const measured = tools
    ? yield* archived(client, () => snapshotArchive(client, tools, ownerUrl))
    : yield* copied(client)
  const manifest: Manifest = { format: FORMAT, ...origin, data: tools ? 'pg_dump' : 'copy', ...measured }
  onEnd(manifest)
  yield { kind: 'manifest', text: JSON.stringify(manifest) }
}

async function* copied(client: Client): AsyncGenerator<Frame, Measurement> {
  const tables: MeasuredTable[] = []
  for (const table of await keptTables(client)) {
    const meter = createMeter(table.isChain)
    yield { kind: 'entry', name: JSON.stringify({ table: table.name, columns: table.columns }) }
    for await (const bytes of rowsOf(client, table)) {
      meter.take(bytes)
      yield { kind: 'data', bytes }
    }
    yield { kind: 'end' }
    tables.push({ name: table.name, ...meter.end() })
  }
  return { tables, sequences: await readSequences(client), rights: await readRights(client) }
}

async function* archived(
  client: Client,
  archive: () => AsyncGenerator<Buffer>,
): AsyncGenerator<Frame, Measurement> {
  yield { kind: 'entry', name: JSON.stringify({ archive: 'pg_dump' }) }
  for await (const bytes of archive()) yield { kind: 'data', bytes }
  yield { kind: 'end' }
  return measureDatabase(client)
}

async function* snapshotArchive(client: Client, tools: PgTools, ownerUrl: string): AsyncGenerator<Buffer> {
  const { rows } = await client.query<{ id: string }>('select pg_export_snapshot() as id')
  yield* dumpArchive(tools, ownerUrl, rows[0]?.id ?? '')
}

async function refuseUnmigrated(client: Client): Promise<void> {
  const { rows } = await client.query<{ is: boolean }>(
    `select to_regclass('public.kysely_migration') is not null and to_regclass('pgboss.version') is not null as "is"`,
  )
  if (!rows[0]?.is) throw new Error('There is nothing to back up: this database was never migrated.')
}

async function readOrigin(client: Client, ownerUrl: string): Promise<Origin> {
  const { rows: migrations } = await client.query<{ name: string }>(
    'select name from kysely_migration order by name collate "C"',
  )
  const { rows } = await client.query<{ at: Date; database: string; server: string; major: number }>(
    `select now() as at, current_database() as database, current_setting('server_version') as server,
      current_setting('server_version_num')::int / 10000 as major`,
  )
  const { rows: jobs } = await client.query<{ version: number; queues: string[] | null }>(
    `select version, (select array_agg(name order by name) from pgboss.queue) as queues from pgboss.version`,
  )
  const [here, owed] = [rows[0], jobs[0]]
  if (!here || !owed) throw new Error('The database does not say what it is.')
  const { at, ...server } = here
  return {
    madeAt: at.toISOString(),
    from: { host: new URL(ownerUrl).hostname, ...server },
    migrations: migrations.map(({ name }) => name),
    jobs: { version: owed.version, queues: owed.queues ?? [] },
  }
}
