import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { inject } from 'vitest'
import { createEmptyDatabase, dropMadeDatabase } from '@db/backup/databases'
import { urlForDatabase } from '@db/database-urls'
import { migrateToLatest } from '@db/migrate'
import type { TestServer } from '../support/database-server'

/** Two tables that refer to each other's rows, a history and an audit, made by migrations of their own. */
const TINY_MIGRATIONS: Record<string, string> = {
  '0001_apple': `create table pear (id int primary key, apple_id int not null);
    create table apple (id int primary key, words text, twice int generated always as (id * 2) stored);
    alter table pear add constraint pear_apple foreign key (apple_id) references apple deferrable initially deferred;
    create table audit_entry (id uuid primary key, happened_at timestamptz not null, detail text);
    create table apple_change (sequence bigint generated always as identity, apple_id int, primary key (sequence));`,
  '0002_guarded': `alter table apple enable row level security; alter table apple force row level security;
    create policy owner on apple to throughgate_owner using (true) with check (true);
    create policy everybody on apple for select to throughgate_public using (id > 0);
    grant select on apple to throughgate_public;
    create function note_apple() returns trigger language plpgsql as $$ begin
      insert into apple_change (apple_id) values (new.id); return new; end $$;
    create trigger apple_noted after insert on apple for each row execute function note_apple();`,
}

/** Databases and folders of one test file. */
export interface Tiny {
  folder: string
  adminUrl: string
  /** Adds a migration to the folder. */
  addMigration(name: string, statement: string): Promise<void>
  /** A new database with nothing in it. @returns the owner's address */
  empty(): Promise<string>
  /** The same, migrated. */
  migrated(to?: string): Promise<string>
  query(url: string, statement: string): Promise<Record<string, unknown>[]>
  /** A path that nothing is at. */
  path(name?: string): string
  close(): Promise<void>
}

/** @param server that of the run unless told */
export async function openTiny(server: TestServer = runningServer()): Promise<Tiny> {
  const folder = await mkdtemp(join(tmpdir(), 'throughgate-backup-'))
  const made: string[] = []
  let paths = 0
  const tiny: Tiny = {
    folder,
    adminUrl: server.superuserUrl,
    addMigration: (name, statement) => writeFile(join(folder, `${name}.ts`), sourceOf(statement)),
    async empty() {
      const name = `test_${server.runId}_${crypto.randomUUID().slice(0, 8)}`
      await createEmptyDatabase(server.superuserUrl, name)
      made.push(name)
      return urlForDatabase(server.urls.owner, name)
    },
    async migrated(to) {
      const url = await tiny.empty()
      await migrateToLatest(url, { folder, ...(to && { to }) })
      return url
    },
    query,
    path: (name = `${(paths += 1)}.backup`) => join(folder, name),
    async close() {
      for (const name of made) await dropMadeDatabase(server.superuserUrl, name)
      await rm(folder, { recursive: true, force: true })
    },
  }
  for (const [name, statement] of Object.entries(TINY_MIGRATIONS)) await tiny.addMigration(name, statement)
  return tiny
}

function runningServer(): TestServer {
  const server = inject('databaseServer')
  if ('failure' in server) throw new Error(server.failure)
  return server
}

async function query(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows
  } finally {
    await client.end()
  }
}

function sourceOf(statement: string): string {
  return `export const up = db => db.executeQuery({ sql: ${JSON.stringify(statement)}, parameters: [], query: { kind: 'RawNode' } })\n`
}
