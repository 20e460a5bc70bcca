import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { KEPT_TABLES } from '~/domain/retention/kept-tables'
import { createTestDatabase, type TestDatabase } from '../support/database'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

/** Tables that lead to a case by foreign keys, whatever the way. */
const FAMILY = sql`
  with recursive family (relation) as (
    select 'person_case'::regclass::oid
    union
    select c.conrelid from pg_constraint c join family f on f.relation = c.confrelid where c.contype = 'f')`

async function names(query: ReturnType<typeof sql<{ name: string }>>): Promise<string[]> {
  const { rows } = await query.execute(database.owner)
  return rows.map(({ name }) => name).sort()
}

function rowsThatEnd(...ends: string[]): string[] {
  return Object.keys(KEPT_TABLES)
    .filter(table => ends.includes(KEPT_TABLES[table]?.ends ?? ''))
    .sort()
}

describe('every table says when what it keeps is deleted', () => {
  it('has a row in app/domain/retention/kept-tables.ts', async () => {
    const tables = await names(
      sql`select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`,
    )
    expect(tables.filter(table => !(table in KEPT_TABLES))).toEqual([])
    expect(Object.keys(KEPT_TABLES).filter(table => !tables.includes(table))).toEqual([])
  })

  it('goes with its case where it belongs to one, by a foreign key or by a column', async () => {
    const belong = await names(sql`${FAMILY} select relation::regclass::text as name from family`)
    expect(rowsThatEnd('case', 'referral')).toEqual(belong)
    const named =
      await names(sql`select table_name as name from information_schema.columns natural join information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE'
        and column_name in ('case_id', 'referral_id', 'nomination_id', 'prison_number', 'prison_number_hash', 'woman')
      group by table_name`)
    const others = named.filter(table => !belong.includes(table))
    // What is counted for figures leads to its case while that is kept, and to nobody after; the list leads to nobody's row.
    expect(others).toEqual(['episode', 'episode_referral', 'programme_episode', 'release_list_entry'])
  })

  it('is deleted by the database itself: no constraint stands in the way of a case that goes', async () => {
    const inTheWay = await names(sql`${FAMILY}
      select conrelid::regclass || '.' || conname as name from pg_constraint
      where contype = 'f' and confrelid in (select relation from family) and confdeltype not in ('c', 'n')`)
    expect(inTheWay).toEqual([])
  })

  it('is deleted by an index wherever rows go with another’s: no deletion reads a whole table', async () => {
    // A partial index serves where it leaves out nothing but rows without the key.
    const unindexed = await names(sql`select conrelid::regclass || '.' || conname as name from pg_constraint c
      where contype = 'f' and connamespace = 'public'::regnamespace and confdeltype in ('c', 'n') and not exists (
        select from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
        where i.indrelid = c.conrelid and a.attnum = any (c.conkey)
          and (i.indpred is null or pg_get_expr(i.indpred, i.indrelid) = format('(%I IS NOT NULL)', a.attname)))`)
    expect(unindexed).toEqual([])
  })

  it('is deleted by nobody else: no role of the service may delete a case or what is disclosed of it', async () => {
    const may =
      await names(sql`select grantee || ' ' || table_name as name from information_schema.role_table_grants
      where privilege_type in ('DELETE', 'TRUNCATE') and grantee like 'throughgate_%' and grantee <> 'throughgate_owner'
        and table_name = any (${rowsThatEnd('case', 'referral', 'audit', 'past')})`)
    // Marks of a name are made again as it is corrected, an arrival is undone, what was compared with a referral is done with.
    expect(may).toEqual([
      'throughgate_professional case_name_mark',
      'throughgate_professional placement',
      'throughgate_system policy_change_waiting',
    ])
  })
})
