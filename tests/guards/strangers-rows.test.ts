import { sql, type Transaction } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '@db/id'
import type { DB } from '@db/schema'
import { asViewer } from '@db/viewer-transaction'
import { createTestDatabase, type TestDatabase } from '../support/database'
import { type AccessWorld, makeAccessWorld, type Member } from './access-world'
import { eventPlaces } from './event-places'

/** Past every screen: what the database itself lets a stranger write of what is another's, table by table. */

/** What a role of those who are signed in may write, as the database says it. */
interface Written {
  table: string
  column: string
  /** 'INSERT' or 'UPDATE'. */
  how: string
}

/** What of the world somebody may change who has no part in its cases, its referrals and its services: what is their own. */
const MAY_CHANGE: Partial<Record<Member, readonly string[]>> = {
  otherOfficer: ['person.name'],
  otherProvider: [
    ...['role', 'ended_at', 'version', 'ended_by', 'ended_reason'].map(name => `membership.${name}`),
    ...['name', 'prison_code', 'authority_code', 'phone', 'closed_at', 'team_email', 'lawful_basis'].map(
      name => `organisation.${name}`,
    ),
    'organisation.version',
    'person.name',
  ],
}
const STRANGERS = Object.entries(MAY_CHANGE) as [Member, readonly string[]][]

let database: TestDatabase
let world: AccessWorld
let written: Written[]

beforeAll(async () => {
  database = await createTestDatabase()
  world = await makeAccessWorld(database)
  const arrived = eventPlaces(database, world).find(({ address }) => address.endsWith('/depart'))
  await arrived?.prepare()
  written = await writtenColumns()
}, 300_000)
afterAll(() => database?.drop())

describe('a stranger, whom no screen stands before', () => {
  it.each(STRANGERS)('%s changes one row of their own, and none of another’s', async (who, own) => {
    expect(await changedBy(who)).toEqual(own.map(column => `${column}: 1`))
  })

  it.each(STRANGERS)('%s adds no row that is another’s', async who => {
    expect(await addedBy(who)).toEqual([])
  })

  it('is none of those whose rows they are', async () => {
    const columns = ['case_identity.name: 3', 'referral.state: 2', 'placement.arrived_on: 1']
    expect(await changedBy('colleague')).toEqual(expect.arrayContaining(columns))
  })
})

async function writtenColumns(): Promise<Written[]> {
  const { rows } = await sql<Written>`
    select c.relname as "table", a.attname as "column", privilege as how
    from pg_class c join pg_attribute a on a.attrelid = c.oid, unnest(array['INSERT', 'UPDATE']) privilege
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
      and a.attgenerated = '' and has_column_privilege('throughgate_professional', c.oid, a.attnum, privilege)
    order by 1, a.attnum`.execute(database.owner)
  return rows
}

/** insufficient_privilege: no grant, or no policy lets this row be written. */
const NOT_ALLOWED = '42501'

class UndoneAgain extends Error {}

/** Runs statements as somebody, each for itself, and undoes all. */
async function trying(who: Member, work: (trx: Transaction<DB>) => Promise<void>): Promise<void> {
  await asViewer(database.app, world.members[who], async trx => {
    await work(trx)
    throw new UndoneAgain()
  }).catch((error: unknown) => {
    if (!(error instanceof UndoneAgain)) throw error
  })
}

/** How a statement ended: rows, or the database's own code for why not. */
async function outcomeOf(trx: Transaction<DB>, statement: ReturnType<typeof sql>): Promise<string> {
  await sql`savepoint before_it`.execute(trx)
  try {
    const { numAffectedRows = 0n } = await statement.execute(trx)
    return `${numAffectedRows}`
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : 'no code'
  } finally {
    await sql`rollback to savepoint before_it`.execute(trx)
  }
}

/** Each column, set to what it is, in every row that can be reached: 'person.name: 1'. */
async function changedBy(who: Member): Promise<string[]> {
  const found: string[] = []
  await trying(who, async trx => {
    for (const { table, column } of written.filter(({ how }) => how === 'UPDATE')) {
      const name = sql.ref(column)
      const outcome = await outcomeOf(trx, sql`update ${sql.table(table)} set ${name} = ${name}`)
      if (outcome !== '0' && outcome !== NOT_ALLOWED) found.push(`${table}.${column}: ${outcome}`)
    }
  })
  return found
}

/**
 * A row of each table again under an id of its own, or where the world has none one of the ids of what is another's: whose row it is is asked
 * before whether it is whole. What was not refused for whose it is.
 */
async function addedBy(who: Member): Promise<string[]> {
  const found: string[] = []
  const insertable = written.filter(({ how }) => how === 'INSERT')
  for (const table of new Set(insertable.map(each => each.table))) {
    const row = JSON.stringify(await anothersRow(table))
    const columns = insertable.filter(each => each.table === table).map(({ column }) => sql.ref(column))
    const names = sql.join(columns)
    const insert = sql`insert into ${sql.table(table)} (${names}) overriding system value
      select ${names} from jsonb_populate_record(null::${sql.table(table)}, ${row}::jsonb)`
    await trying(who, async trx => {
      const outcome = await outcomeOf(trx, insert)
      if (outcome !== NOT_ALLOWED) found.push(`${table}: ${outcome}`)
    })
  }
  return found
}

async function anothersRow(table: string): Promise<Record<string, unknown>> {
  const { rows } = await sql<{ row: Record<string, unknown> }>`
    select to_jsonb(t) as row from ${sql.table(table)} t limit 1`.execute(database.owner)
  const { caseId, serviceId, referralId, nominationId, bedspaceId, entryId, members } = world
  const ids = {
    ...{ case_id: caseId, service_id: serviceId, referral_id: referralId, nomination_id: nominationId },
    ...{ bedspace_id: bedspaceId, entry_id: entryId, organisation_id: members.officer.organisationId },
    person_id: members.officer.personId,
  }
  return { ...(rows[0]?.row ?? ids), id: newId() }
}
