import type { Client } from 'pg'

/** One table whose rows are kept, as its rows are read and written. */
export interface KeptTable {
  /** With its schema, quoted where need be: public.person_case. */
  name: string
  /** All but what the database works out by itself. */
  columns: string[]
  /** The key, or of what is only added to the order of writing: words after ORDER BY that no locale changes. */
  order: string
  /** Words after WHERE, where not all rows are kept. */
  where: string | null
  /** Whether its rows are only ever added to, and so have a head. */
  isChain: boolean
}

/**
 * What is not kept, and why. index_change names transactions of the server it was written on, and would mislead whoever follows it on
 * another: the index is built anew. Which migrations ran, the database that is restored into says by itself.
 */
export const LEFT_OUT = ['index_change', 'kysely_migration', 'kysely_migration_lock']

/** The audit has no column that counts; every other history has `sequence`. */
const AUDIT = { name: 'audit_entry', order: 'happened_at, id' }

/**
 * The jobs that somebody is owed: an email waits as a job and nowhere else. Done and failed ones are owed to nobody, and the timetable,
 * the queues and the rights on them are made by migrating.
 */
const OWED_JOBS = {
  name: 'pgboss.job',
  order: 'name collate "C", id',
  where: `state in ('created', 'retry', 'active')`,
}

/** Every table that is kept, those that others refer to before those others. */
export async function keptTables(client: Client): Promise<KeptTable[]> {
  const { rows } = await client.query<{ name: string; columns: string[]; key: string; counts: boolean }>(
    `select c.oid::regclass::text as name, a.columns, k.key, a.counts
      from pg_class c
      cross join lateral (
        select array_agg(quote_ident(attname) order by attnum) as columns, bool_or(attname = 'sequence' and attidentity <> '') as counts
        from pg_attribute where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = '') a
      cross join lateral (
        select string_agg(quote_ident(p.attname) || case when p.attcollation = 0 then '' else ' collate "C"' end, ', '
          order by array_position(i.indkey::int[], p.attnum::int)) as key
        from pg_index i join pg_attribute p on p.attrelid = i.indrelid and p.attnum = any (i.indkey)
        where i.indrelid = c.oid and i.indisprimary) k
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
        and not c.relname = any($1)
      order by 1`,
    [LEFT_OUT],
  )
  const tables = rows.map(({ name, columns, key, counts }): KeptTable => {
    const isAudit = name === AUDIT.name
    const order = isAudit ? AUDIT.order : counts ? 'sequence' : key
    return { name: `public.${name}`, columns, order, where: null, isChain: isAudit || counts }
  })
  return [...inOrderOfReference(tables, await references(client)), await owedJobs(client)]
}

async function owedJobs(client: Client): Promise<KeptTable> {
  const { rows } = await client.query<{ columns: string[] }>(
    `select array_agg(quote_ident(attname) order by attnum) as columns from pg_attribute
      where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
    [OWED_JOBS.name],
  )
  return { ...OWED_JOBS, columns: rows[0]?.columns ?? [], isChain: false }
}

/** Which table refers to which other, by foreign keys. */
async function references(client: Client): Promise<{ from: string; to: string }[]> {
  const { rows } = await client.query<{ from: string; to: string }>(
    `select distinct 'public.' || conrelid::regclass as "from", 'public.' || confrelid::regclass as "to" from pg_constraint
      where contype = 'f' and connamespace = 'public'::regnamespace and conrelid <> confrelid`,
  )
  return rows
}

function inOrderOfReference(tables: KeptTable[], references: { from: string; to: string }[]): KeptTable[] {
  const ordered: KeptTable[] = []
  const placed = new Set<string>()
  let waiting = tables
  while (waiting.length > 0) {
    const ready = waiting.filter(({ name }) =>
      references.every(({ from, to }) => from !== name || placed.has(to)),
    )
    if (ready.length === 0)
      throw new Error(`These tables refer to each other: ${waiting.map(({ name }) => name).join(', ')}.`)
    ready.forEach(table => placed.add(table.name))
    ordered.push(...ready)
    waiting = waiting.filter(table => !placed.has(table.name))
  }
  return ordered
}

/**
 * Refuses to read as somebody from whom a row policy hides rows: a backup that leaves rows out would say nothing of it.
 * @throws Error that names the tables
 */
export async function refuseHiddenRows(client: Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select c.relname as name from pg_class c
      where c.relnamespace in ('public'::regnamespace, 'pgboss'::regnamespace) and c.relrowsecurity
        and not (select rolsuper or rolbypassrls from pg_roles where rolname = current_user)
        and (c.relforcerowsecurity or not pg_has_role(c.relowner, 'usage'))
        and (not exists (select from pg_policy p where p.polrelid = c.oid and p.polpermissive and p.polcmd in ('*', 'r')
            and c.relowner = any (p.polroles) and pg_has_role(c.relowner, 'usage')
            and pg_get_expr(p.polqual, p.polrelid) = 'true')
          or exists (select from pg_policy p where p.polrelid = c.oid and not p.polpermissive
            and (0 = any (p.polroles) or c.relowner = any (p.polroles))))
      order by 1`,
  )
  if (rows.length === 0) return
  throw new Error(
    `The role that backs up does not see every row of: ${rows.map(({ name }) => name).join(', ')}.`,
  )
}
