import { Client } from 'pg'
import { inject } from 'vitest'
import { urlForDatabase } from '@db/database-urls'
import type { TestDatabase } from './database'

/** All that a test database holds at one moment, to compare with and to go back to. */
export interface KeptRows {
  /** A mark of the rows of each table, as they are now. */
  mark(): Promise<Map<string, string>>
  /** Puts every row back as it was kept. */
  restore(): Promise<void>
  close(): Promise<void>
}

const SCHEMA = 'kept_rows'

/** What is written beside whatever is done: that something was asked for, not what it said. The post of a session that ended is kept for its person. */
const BESIDE = ['audit_entry', 'idempotency_key', 'kept_form', 'throttle']
/** Not compared, for every request writes it; put back, for some acts end it. */
const SESSION = 'public.session'

/** Keeps a copy of every table of the service but what is written beside, and of the jobs it has set. Puts back as superuser, past triggers and policies. */
export async function keepRows(database: TestDatabase): Promise<KeptRows> {
  const server = inject('databaseServer')
  if ('failure' in server) throw new Error(server.failure)
  const name = new URL(database.urls.owner).pathname.slice(1)
  const client = new Client({ connectionString: urlForDatabase(server.superuserUrl, name) })
  await client.connect()
  const tables = await tablesOf(client)
  await client.query(`create schema ${SCHEMA}`)
  for (const { table, copy } of tables) await client.query(`create table ${copy} as table ${table}`)
  const mark = () =>
    marksOf(
      client,
      tables.filter(({ table }) => table !== SESSION),
    )
  const atFirst = await mark()
  return {
    mark,
    async restore() {
      const names = [SESSION, ...differing(atFirst, await mark())]
      await client.query('begin')
      await client.query('set local session_replication_role = replica')
      for (const { table, copy, columns } of tables.filter(each => names.includes(each.table))) {
        await client.query(`delete from ${table}`)
        await client.query(
          `insert into ${table} (${columns}) overriding system value select ${columns} from ${copy}`,
        )
      }
      await client.query('commit')
    },
    close: () => client.end(),
  }
}

interface KeptTable {
  table: string
  copy: string
  /** What can be written: all but what the database generates. */
  columns: string
}

async function tablesOf(client: Client): Promise<KeptTable[]> {
  const { rows } = await client.query<KeptTable>(
    `select format('%I.%I', n.nspname, c.relname) as table, format('${SCHEMA}.%I', n.nspname || '_' || c.relname) as copy,
      (select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
        where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = '') as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and not c.relispartition
      and (n.nspname = 'public' and c.relname not like 'kysely%' and not c.relname = any($1)
        or n.nspname = 'pgboss' and c.relname = 'job')
    order by 1`,
    [BESIDE],
  )
  return rows
}

async function marksOf(client: Client, tables: readonly KeptTable[]): Promise<Map<string, string>> {
  const each = tables.map(
    ({ table }) =>
      `select '${table}' as table, md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as mark from ${table} t`,
  )
  // By a name, so that so long a statement is planned once.
  const { rows } = await client.query<{ table: string; mark: string }>({
    name: 'marks',
    text: each.join(' union all '),
  })
  return new Map(rows.map(({ table, mark }) => [table, mark]))
}

/** The tables whose marks differ. */
export function differing(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  return [...after].filter(([table, mark]) => before.get(table) !== mark).map(([table]) => table)
}
