import { pipeline } from 'node:stream/promises'
import type { Client } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { type KeptTable, keptTables } from './catalogue'
import type { Measurement } from './manifest'
import { type BackupFile, readEntries } from './open-backup'

/**
 * Loads the rows of a backup into migrated tables, in the transaction of the client, which is the owner's. Triggers do not run: what they
 * write is in the backup already. Row policies do not hold the owner meanwhile. Foreign keys and every other constraint are checked.
 */
export async function loadCopies(client: Client, file: BackupFile): Promise<void> {
  const tables = await keptTables(client)
  const guards = await readGuards(client)
  for (const { off } of guards) await client.query(off)
  await client.query(`truncate ${tables.map(({ name }) => name).join(', ')}`)
  const manifest = await readEntries(file, (entry, bytes) => load(client, findTable(tables, entry), bytes))
  await setSequences(client, manifest)
  // A table with checks that wait for the commit cannot be changed.
  await client.query('set constraints all immediate')
  for (const { on } of guards) await client.query(on)
}

/** Sequences follow no snapshot: where others wrote while the backup was made, its rows are of before and they are read after, never behind. */
export async function setSequences(
  client: Client,
  { sequences }: Pick<Measurement, 'sequences'>,
): Promise<void> {
  for (const { name, last, isCalled } of sequences)
    await client.query('select setval($1::regclass, $2::bigint, $3)', [name, last, isCalled])
}

/** Names come from the database alone: what a file says is never run. */
function findTable(tables: KeptTable[], entry: object): KeptTable {
  const table = tables.find(({ name }) => 'table' in entry && entry.table === name)
  const columns = 'columns' in entry ? entry.columns : []
  if (table && JSON.stringify(table.columns) === JSON.stringify(columns)) return table
  throw new Error('The backup holds a table, or a column, that its migrations do not make.')
}

async function load(client: Client, { name, columns }: KeptTable, bytes: AsyncIterable<Buffer>) {
  await pipeline(bytes, client.query(copyFrom(`copy ${name} (${columns.join(', ')}) from stdin`))).catch(
    (error: unknown) => {
      throw withoutRows(name, error)
    },
  )
}

/** PostgreSQL tells the row that it would not take; that belongs in no log. */
function withoutRows(table: string, error: unknown): Error {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
  const constraint = error instanceof Error && 'constraint' in error ? ` (${String(error.constraint)})` : ''
  return new Error(`The rows of ${table} were refused: error ${code}${constraint}.`)
}

/** What would change or refuse rows that are only put back, how it is taken away and how it is put back as it was. */
async function readGuards(client: Client): Promise<{ off: string; on: string }[]> {
  const { rows } = await client.query<{ off: string; on: string }>(
    `select format('alter table %s disable trigger %I', tgrelid::regclass, tgname) as off,
        format('alter table %s enable %s trigger %I', tgrelid::regclass,
          case tgenabled when 'A' then 'always' when 'R' then 'replica' else '' end, tgname) as on
      from pg_trigger t join pg_class c on c.oid = t.tgrelid
      where c.relnamespace = 'public'::regnamespace and not tgisinternal and tgenabled <> 'D'
    union all
    select format('alter table %s no force row level security', oid::regclass),
        format('alter table %s force row level security', oid::regclass)
      from pg_class where relnamespace = 'public'::regnamespace and relforcerowsecurity`,
  )
  return rows
}
