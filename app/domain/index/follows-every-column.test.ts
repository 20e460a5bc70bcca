import { type Kysely, sql, type Transaction } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DB } from '@db/schema'
import { asIndexer } from '@db/viewer-transaction'
import { addOrganisation } from '@tests/factories/organisation'
import { addService } from '@tests/factories/service'
import { createTestDatabase, type TestDatabase } from '@tests/support/database'
import { documentRows } from './document-rows.server'

const TODAY = '2026-11-22'

let database: TestDatabase
let tables: string[]
let query: string
/** The service that is changed, and a bare one that a row may move to. */
let services: string[]

beforeAll(async () => {
  database = await createTestDatabase()
  services = [await addWholeService('Harebell Row'), await addBareService('Teasel Court')]
  query = await documentQuery()
  tables = tablesIn(query)
})

afterAll(() => database.drop())

/** A service that has a row in every table a document may be made from. */
async function addWholeService(name: string): Promise<string> {
  const { owner } = database
  const organisationId = await addOrganisation(owner, { kind: 'provider', name: `Provider of ${name}` })
  const { id, bedspaceIds } = await addService(owner, {
    organisationId,
    name,
    kind: 'parenting_programme',
    authorities: ['E08000024'],
    pathways: ['accommodation'],
    policy: { sex: 'women' },
    verifiedAt: new Date('2026-11-01T10:00:00Z'),
    site: { town: 'Sunderland', lat: 54.9, lng: -1.38, address: '1 Fawcett Street', outcode: 'SR1' },
    confirmedAt: new Date('2026-11-20T10:00:00Z'),
    bedspaces: 1,
    programme: { deliveredIn: ['prison'], prisonCodes: ['LNI'], rotl: 'possible' },
    cohorts: [{ startsOn: '2026-12-01', endsOn: '2027-01-31', lastReferralOn: '2026-11-25', capacity: 8 }],
  })
  await owner
    .insertInto('bedspaceClaim')
    .values({
      id: crypto.randomUUID(),
      bedspaceId: bedspaceIds[0] ?? '',
      kind: 'void',
      voidReason: 'repair',
      during: '[2026-11-01,2026-12-10)',
    })
    .execute()
  return id
}

/** A service with a bedspace, a programme and nothing else. */
async function addBareService(name: string): Promise<string> {
  const organisationId = await addOrganisation(database.owner, {
    kind: 'provider',
    name: `Provider of ${name}`,
  })
  const programme = { deliveredIn: [] }
  const { id } = await addService(database.owner, { organisationId, name, bedspaces: 1, programme })
  return id
}

async function documentQuery(): Promise<string> {
  const compiled = await asIndexer(database.app, trx => Promise.resolve(documentRows(trx, TODAY).compile()))
  return compiled.sql
}

/** The tables the query of a document names. */
function tablesIn(text: string): string[] {
  const named = [...text.matchAll(/\b(?:from|join) (?!lateral)"?([a-z_]+)"?/g)]
  return [...new Set(named.map(match => match[1] ?? ''))].sort()
}

interface Column {
  table: string
  column: string
  type: string
}

/** The columns of a table whose name the query of a document holds, be it of another table; a range is read through what is generated from it. */
async function columnsOf(table: string): Promise<Column[]> {
  const { rows } = await sql<Column>`
    select table_name as "table", column_name as "column", udt_name as "type" from information_schema.columns
    where table_schema = 'public' and table_name = ${table} and is_generated = 'NEVER' and column_name <> 'id'
    order by ordinal_position`.execute(database.owner)
  return rows.filter(({ column, type }) => type === 'daterange' || new RegExp(`\\b${column}\\b`).test(query))
}

const TEXTS = `(select array_agg(distinct literal[1]) from pg_constraint, regexp_matches(pg_get_constraintdef(oid), '''([^'']+)''', 'g') literal
  where conrelid = '$table'::regclass and contype = 'c')`

/** What a column of a type is changed to, as SQL; the first that the table's constraints allow is taken. */
const OTHER_VALUES: Record<string, readonly string[]> = {
  text: [`$column || ' anew'`, `'anew'`, `'E08000021'`, `null`],
  bool: [`not coalesce($column, false)`],
  int4: [`coalesce($column, 0) + 1`],
  float8: [`$column + 0.01`],
  date: [`$column + 1`, `$column - 1`],
  time: [`time '21:00'`],
  timestamptz: [`coalesce($column, now()) - interval '1 day'`, 'now()'],
  daterange: [`daterange('2026-11-01', '2026-12-24')`],
  jsonb: [`'{"sex": "men", "couple": "no"}'`, `'[{"days": [1], "from": "09:00", "to": "17:00"}]'`, 'null'],
  _text: [`array['community']`, `array['Polish']`, `array['DHI']`],
  uuid: [],
}

/** The rows documents are made from, as one text each: of the two services. */
async function documentsNow(trx: Transaction<DB>): Promise<string[]> {
  const rows = await documentRows(trx, TODAY).execute()
  return services.map(id => JSON.stringify(rows.find(row => row.id === id) ?? null))
}

async function notedSince(trx: Transaction<DB>): Promise<string[]> {
  const { rows } = await sql<{ serviceId: string }>`
    select distinct service_id from index_change where transaction_id = pg_current_xact_id()`.execute(trx)
  return rows.map(row => row.serviceId)
}

class UndoneAgain extends Error {}

/** Makes one change, tells which services' documents it changed and which were noted, and undoes it. Null when it is refused. */
async function tryChange(change: string): Promise<{ changed: string[]; noted: string[] } | null> {
  let seen: { changed: string[]; noted: string[] } | null = null
  const work = async (trx: Transaction<DB>) => {
    const before = await documentsNow(trx)
    await sql.raw(change).execute(trx)
    const after = await documentsNow(trx)
    seen = { changed: services.filter((_, at) => before[at] !== after[at]), noted: await notedSince(trx) }
    throw new UndoneAgain()
  }
  const owner: Kysely<DB> = database.owner
  await owner
    .transaction()
    .execute(work)
    .catch((error: unknown) => {
      if (!(error instanceof UndoneAgain) && !isRefused(error)) throw error
    })
  return seen
}

/** The database's own word that a value does not fit: classes 22 and 23 of its errors, and a trigger of ours. */
function isRefused(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^(22|23|P0)/.test(String(error.code))
}

async function firstAllowed(changes: readonly string[]) {
  for (const change of changes) {
    const seen = await tryChange(change)
    if (seen && seen.changed.length > 0) return seen
  }
  return null
}

/** Of one table, how its row of the first service is found. */
function ofFirst(table: string): string {
  const [first = ''] = services
  if (table === 'service') return `id = '${first}'`
  if (table === 'organisation') return `id = (select organisation_id from service where id = '${first}')`
  if (table === 'bedspace_claim')
    return `bedspace_id in (select id from bedspace where service_id = '${first}')`
  return `service_id = '${first}'`
}

async function updatesOf({ table, column, type }: Column): Promise<string[]> {
  const literals = await literalsOf(table)
  const values = type === 'text' ? [...(OTHER_VALUES.text ?? []), ...literals] : (OTHER_VALUES[type] ?? [])
  return values.map(
    value => `update ${table} set ${column} = ${value.replaceAll('$column', column)} where ${ofFirst(table)}`,
  )
}

/** Moves the first service's row to another service; null where rows belong to none. */
function moveOf(table: string, to: string): string | null {
  if (table === 'service' || table === 'organisation') return null
  const column = table === 'bedspace_claim' ? 'bedspace_id' : 'service_id'
  const target =
    table === 'bedspace_claim' ? `(select id from bedspace where service_id = '${to}')` : `'${to}'`
  const emptied = table === 'programme' ? `delete from programme where service_id = '${to}'; ` : ''
  return `${emptied}update ${table} set ${column} = ${target} where ${ofFirst(table)}`
}

/** The words a table's constraints allow somewhere. */
async function literalsOf(table: string): Promise<string[]> {
  const { rows } = await sql
    .raw<{ texts: string[] | null }>(`select ${TEXTS.replace('$table', table)} as texts`)
    .execute(database.owner)
  return (rows[0]?.texts ?? []).map(text => `'${text}'`)
}

/** What certainly changes a document, whatever else is read one day. */
const CERTAIN = [
  'organisation.name',
  'service.name',
  'service.kind',
  'service.summary',
  'service.description',
  'service.visibility',
  'service.support_level',
  'service.wheelchair',
  'service.complex_needs',
  'service.archived_at',
  'service_area.authority_code',
  'service_pathway.pathway',
  'service_policy.criteria',
  'service_policy.verified_at',
  'site.town',
  'site.lat',
  'site.lng',
  'programme.delivered_in',
  'programme.prison_codes',
  'programme.rotl',
  'bedspace.retired_at',
  'bedspace_claim.during',
  'service_vacancy.confirmed_at',
]

describe('a document follows', () => {
  it('every column it is made from, in every table', async () => {
    const followed: string[] = []
    const missed: string[] = []
    for (const table of tables) {
      for (const column of await columnsOf(table)) {
        const seen = await firstAllowed(await updatesOf(column))
        if (!seen) continue
        followed.push(`${table}.${column.column}`)
        if (seen.changed.some(id => !seen.noted.includes(id))) missed.push(`${table}.${column.column}`)
      }
    }
    expect(missed).toEqual([])
    expect(CERTAIN.filter(column => !followed.includes(column))).toEqual([])
  })

  it('a row that goes, from every table whose rows may', async () => {
    const gone: string[] = []
    const missed: string[] = []
    for (const table of tables) {
      const seen = await tryChange(`delete from ${table} where ${ofFirst(table)}`)
      if (!seen || seen.changed.length === 0) continue
      gone.push(table)
      if (seen.changed.some(id => !seen.noted.includes(id))) missed.push(table)
    }
    expect(missed).toEqual([])
    expect(gone).toEqual(
      expect.arrayContaining(['service_area', 'service_policy', 'site', 'programme', 'bedspace_claim']),
    )
  })

  it('a row that moves to another service, in both', async () => {
    const [, second = ''] = services
    const moved: string[] = []
    const missed: string[] = []
    for (const table of tables) {
      const change = moveOf(table, second)
      const seen = change === null ? null : await tryChange(change)
      if (!seen || seen.changed.length === 0) continue
      moved.push(table)
      if (seen.changed.some(id => !seen.noted.includes(id))) missed.push(table)
    }
    expect(missed).toEqual([])
    expect(moved).toEqual(expect.arrayContaining(['site', 'service_area', 'bedspace_claim']))
  })
})
