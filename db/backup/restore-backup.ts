import { Client } from 'pg'
import { MIGRATION_FOLDER, migrateToLatest, migrationNames } from '../migrate'
import { type Compared, compareWith, isDifferent } from './compare'
import { emptyAgain, refuseFilled } from './databases'
import { loadCopies, setSequences } from './load-copies'
import type { Manifest } from './manifest'
import { measureDatabase, settleSession } from './measure'
import { type BackupFile, checkBackup, readEntries } from './open-backup'
import { findPgTools, loadArchive } from './pg-tools'

export interface RestoreOrder extends BackupFile {
  /** throughgate_owner, in a database with nothing in it. */
  ownerUrl: string
  /** Where PG_BIN and PATH are looked up for pg_restore. */
  env: Record<string, string | undefined>
  /** Of migrations; the service's own unless told. */
  folder?: string
}

export interface Restored {
  manifest: Manifest
  /** What was compared with the manifest before the migrations that came after it ran. */
  compared: Compared[]
  /** The migrations that came after it. */
  migrated: string[]
  /** How many sessions of the backup were ended as its rows came to stand. */
  sessions: number
}

type Loaded = Pick<Restored, 'compared' | 'sessions'>

/** What is restored is other than what was backed up; `compared` says where. Nothing is left of it. */
export class RestoredOther extends Error {
  constructor(readonly compared: Compared[]) {
    super('What was restored is not what was backed up. Nothing is left of it in the database.')
  }
}

/**
 * Restores a backup into an empty database and brings it up to date. The whole file is read and found good first. Rows by COPY are compared with
 * what the backup says of them before they stand, and with them no session does; those of an archive of pg_dump once it is loaded, and its sessions
 * end last. Whatever fails, the database is empty again; a process that is killed on the way leaves one to be made anew.
 * @throws Error that says what is wrong with the file or the database, RestoredOther where something differs
 */
export async function restoreBackup(order: RestoreOrder): Promise<Restored> {
  const folder = order.folder ?? MIGRATION_FOLDER
  const manifest = await checkBackup(order, folder)
  await refuseFilled(order.ownerUrl)
  const queues = { queues: manifest.jobs.queues }
  try {
    const isArchive = manifest.data === 'pg_dump'
    const loaded = isArchive ? await restoreArchive(order) : await restoreCopies(order, manifest, folder)
    const isLatest = manifest.migrations.length === (await migrationNames(folder)).length
    // An archive says nothing of who may connect: migrating does.
    const migrated =
      isLatest && !isArchive ? [] : await migrateToLatest(order.ownerUrl, { folder, ...queues })
    await asOwner(order.ownerUrl, client => client.query('analyze'))
    return { manifest, migrated, ...loaded }
  } catch (error) {
    await emptyAgain(order.ownerUrl).catch((cause: unknown) => {
      throw new Error(
        `${sayWhy(error)} What was begun could not be taken out again: make the database anew.`,
        {
          cause,
        },
      )
    })
    throw error
  }
}

function sayWhy(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** Tables, policies and grants by the migrations that had run; the rows in one transaction, which is kept where nothing differs. */
async function restoreCopies(order: RestoreOrder, manifest: Manifest, folder: string): Promise<Loaded> {
  const to = manifest.migrations.at(-1)
  await migrateToLatest(order.ownerUrl, { folder, to, queues: manifest.jobs.queues })
  return asOwner(order.ownerUrl, async client => {
    await client.query('begin')
    await loadCopies(client, order)
    const compared = await compare(client, manifest)
    const sessions = await endSessions(client, manifest)
    await client.query('commit')
    return { compared, sessions }
  })
}

async function restoreArchive(order: RestoreOrder): Promise<Loaded> {
  const { ownerUrl, env } = order
  const major = await asOwner(ownerUrl, majorOf)
  const tools = await findPgTools(major, env)
  if (!tools)
    throw new Error(
      `${order.path} is an archive of pg_dump: pg_restore of version ${major} or later is needed (PG_BIN names its folder).`,
    )
  const manifest = await readEntries(order, (_entry, bytes) => loadArchive(tools, ownerUrl, bytes))
  return asOwner(ownerUrl, async client => {
    await setSequences(client, manifest)
    const compared = await compare(client, manifest)
    return { compared, sessions: await endSessions(client, manifest) }
  })
}

/** Sessions that ended since are in the backup too. */
async function endSessions(client: Client, { tables }: Manifest): Promise<number> {
  if (!tables.some(({ name }) => name === 'public.session')) return 0
  const { rowCount } = await client.query('delete from session')
  return rowCount ?? 0
}

async function compare(client: Client, manifest: Manifest): Promise<Compared[]> {
  const compared = compareWith(manifest, await measureDatabase(client), await majorOf(client))
  if (isDifferent(compared)) throw new RestoredOther(compared)
  return compared
}

async function majorOf(client: Client): Promise<number> {
  const { rows } = await client.query<{ major: number }>(
    `select current_setting('server_version_num')::int / 10000 as major`,
  )
  return rows[0]?.major ?? 0
}

async function asOwner<T>(ownerUrl: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: ownerUrl, connectionTimeoutMillis: 5000 })
  await client.connect()
  try {
    await settleSession(client)
    return await work(client)
  } finally {
    await client.end()
  }
}
