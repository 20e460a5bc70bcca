import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { asViewer } from '@db/viewer-transaction'
import { createTestDatabase, type TestDatabase } from '../support/database'
import { type AccessWorld, makeAccessWorld, type Member } from './access-world'

/**
 * Past every screen and every row policy: what the functions that see more than who asks them (`security definer`) tell a stranger of what is
 * another's. The database lists them, so that a new one is asked as well.
 */

const STRANGERS: readonly Member[] = ['otherOfficer', 'otherProvider', 'council']

interface Answering {
  name: string
  types: string[]
}

let database: TestDatabase
let world: AccessWorld
let answering: Answering[]

beforeAll(async () => {
  database = await createTestDatabase()
  world = await makeAccessWorld(database)
  const { rows } = await sql<Answering>`
    select p.proname as name, array(select format_type(t, null) from unnest(p.proargtypes) t) as types
    from pg_proc p
    where p.pronamespace = 'public'::regnamespace and p.prosecdef and p.provolatile = 's'
      and p.prorettype <> 'trigger'::regtype and has_function_privilege('throughgate_professional', p.oid, 'EXECUTE')
      and 'uuid'::regtype = any (p.proargtypes) order by 1`.execute(database.owner)
  answering = rows
}, 300_000)
afterAll(() => database?.drop())

it('finds the functions that answer of one record', () => {
  const names = answering.map(({ name }) => name)
  expect(names).toEqual(expect.arrayContaining(['open_at_service', 'was_sent_to', 'held_on_case']))
})

it.each(STRANGERS)('tells %s nothing of what is another’s', async who => {
  const told: string[] = []
  for (const { name, types } of answering)
    for (const [whose, id] of Object.entries(idsOf(world))) {
      const given = types.map(type => (type === 'uuid' ? sql`${id}::uuid` : VALUES[type]))
      if (given.includes(undefined)) throw new Error(`${name} takes a ${types.join(', ')}: give it one here`)
      const rows = await asViewer(database.app, world.members[who], async trx => {
        const asked = sql<object>`select * from ${sql.ref(name)}(${sql.join(given)})`
        return (await asked.execute(trx)).rows
      })
      if (rows.some(tells)) told.push(`${name} of ${whose}: ${JSON.stringify(rows)}`)
    }
  expect(told).toEqual([])
})

/** Of the types such functions take besides an id, one value each. */
const VALUES: Readonly<Record<string, ReturnType<typeof sql>>> = {
  integer: sql`10`,
  text: sql`''`,
  'bytea[]': sql`array['x'::bytea]`,
  bytea: sql`'x'::bytea`,
  citext: sql`'nobody@access.example'`,
}

function idsOf(of: AccessWorld): Record<string, string> {
  const { members, runs } = of
  const own = Object.entries(of).filter(([name, id]) => name.endsWith('Id') && typeof id === 'string')
  return {
    ...Object.fromEntries(own.map(([name, id]) => [name, String(id)])),
    ...{ organisationId: members.officer.organisationId, personId: members.officer.personId },
    ...{ providerId: members.worker.organisationId, cohortId: runs.cohortId, runOf: runs.serviceId },
  }
}

/** Nothing, no, none: whatever else a row holds tells something. */
function tells(row: object): boolean {
  return Object.values(row).some(
    value =>
      value !== null && value !== false && value !== 0 && !(Array.isArray(value) && value.length === 0),
  )
}
