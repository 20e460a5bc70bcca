import { sql, type Transaction } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@tests/support/database'
import type { DB } from './schema'
import type { Role, SignedInViewer } from './viewer'
import { asIndexer, asSignIn, asSystem, asViewer, asWorker } from './viewer-transaction'

const PERSON = '11111111-1111-4111-8111-111111111111'
const ORGANISATION = '22222222-2222-4222-8222-222222222222'
const CASE = '33333333-3333-4333-8333-333333333333'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
})

afterAll(() => database.drop())

describe('who the database takes a viewer for', () => {
  it.each<[Role, string]>([
    ['officer', 'throughgate_professional'],
    ['provider_worker', 'throughgate_professional'],
    ['council_officer', 'throughgate_professional'],
    ['editor', 'throughgate_professional'],
    ['commissioner', 'throughgate_commissioner'],
  ])('takes %s for %s of her organisation', async (role, databaseRole) => {
    const seen = await asViewer(database.app, member(role), whoAmI)
    expect(seen).toEqual({ user: databaseRole, person: PERSON, organisation: ORGANISATION, role, case: '' })
  })

  it('takes a reader of the public pages for nobody', async () => {
    const seen = await asViewer(database.app, { kind: 'public' }, whoAmI)
    expect(seen).toEqual({ user: 'throughgate_public', person: '', organisation: '', role: '', case: '' })
  })

  it('gives every other part of the service a role of its own', async () => {
    expect((await asSignIn(database.app, whoAmI)).user).toBe('throughgate_sign_in')
    expect((await asIndexer(database.app, whoAmI)).user).toBe('throughgate_indexer')
    expect((await asWorker(database.worker, whoAmI)).user).toBe('throughgate_worker')
  })

  it('forgets the viewer with the transaction, however it ends', async () => {
    await asViewer(database.app, member('officer'), whoAmI)
    await expect(
      asViewer(database.app, member('officer'), () => Promise.reject(new Error('no'))),
    ).rejects.toThrow('no')
    const seen = await Promise.all(
      Array.from({ length: 5 }, () => database.app.transaction().execute(whoAmI)),
    )
    expect(new Set(seen.map(one => `${one.user} ${one.person ?? ''}`))).toEqual(new Set(['throughgate_app ']))
  })
})

describe('the system within one case', () => {
  it('acts for that case, then the viewer is back', async () => {
    const seen = await asViewer(database.app, member('officer'), async trx => ({
      inside: await asSystem(trx, CASE, whoAmI),
      after: await whoAmI(trx),
    }))
    expect(seen.inside).toMatchObject({ user: 'throughgate_system', case: CASE })
    expect(seen.after).toMatchObject({ user: 'throughgate_professional', person: PERSON, case: '' })
  })
})

describe('two transactions in each other’s way', () => {
  it('are both done: the one the database gives up runs again whole', async () => {
    const begun: string[] = []
    const met = meeting(2)
    const lockBoth = (name: string, first: number, second: number) =>
      asViewer(database.app, { kind: 'public' }, async trx => {
        begun.push(name)
        await sql`select pg_advisory_xact_lock(${first})`.execute(trx)
        await met()
        await sql`select pg_advisory_xact_lock(${second})`.execute(trx)
        return name
      })
    expect(await Promise.all([lockBoth('one', 1, 2), lockBoth('other', 2, 1)])).toEqual(['one', 'other'])
    expect(begun).toHaveLength(3)
  })

  it('give up in the end, and at once where it is no fault of another', async () => {
    const failing = async (code: string) => {
      let runs = 0
      await asViewer(database.app, { kind: 'public' }, async trx => {
        runs += 1
        await sql`do ${sql.lit(`begin raise exception 'no' using errcode = '${code}'; end`)}`.execute(trx)
      }).catch(() => undefined)
      return runs
    }
    expect(await failing('40001')).toBe(5)
    expect(await failing('23505')).toBe(1)
  })
})

describe('the roles', () => {
  it('give the service nothing until it has become a viewer', async () => {
    await expect(database.app.selectFrom('person').select('id').execute()).rejects.toThrow(
      'permission denied',
    )
  })

  it('cannot be left for the owner or a superuser', async () => {
    await expect(sql`set role throughgate_owner`.execute(database.app)).rejects.toThrow('permission denied')
    await expect(sql`set role postgres`.execute(database.app)).rejects.toThrow('permission denied')
    await expect(sql`set role throughgate_sign_in`.execute(database.worker)).rejects.toThrow(
      'permission denied',
    )
  })

  it('own nothing and cannot get past row-level security', async () => {
    const { rows } = await sql<{ name: string }>`
      select rolname as name from pg_roles r
       where rolname like 'throughgate\\_%' and rolname <> 'throughgate_owner'
         and (rolsuper or rolbypassrls or rolinherit or rolcreaterole or rolcreatedb
              or exists (select from pg_class where relowner = r.oid))`.execute(database.owner)
    expect(rows).toEqual([])
  })

  it('may not make tables, not even temporary ones', async () => {
    await expect(sql`create table stray (id int)`.execute(database.app)).rejects.toThrow('permission denied')
    await expect(sql`create temporary table stray (id int)`.execute(database.worker)).rejects.toThrow(
      'permission denied',
    )
  })
})

/** Lets `count` callers go on once they are all there, and everyone after them at once. */
function meeting(count: number): () => Promise<void> {
  let here = 0
  let letGo = () => {}
  const all = new Promise<void>(resolve => (letGo = resolve))
  return () => {
    here += 1
    if (here === count) letGo()
    return all
  }
}

function member(role: Role): SignedInViewer {
  const membershipId = '44444444-4444-4444-8444-444444444444'
  return { kind: 'member', personId: PERSON, organisationId: ORGANISATION, membershipId, role }
}

interface Seen {
  user: string
  person: string | null
  organisation: string | null
  role: string | null
  case: string | null
}

async function whoAmI(trx: Transaction<DB>): Promise<Seen> {
  const { rows } = await sql<Seen>`
    select current_user::text as "user", current_setting('app.person_id', true) as person,
           current_setting('app.organisation_id', true) as organisation, current_setting('app.role', true) as role,
           current_setting('app.case_id', true) as "case"`.execute(trx)
  const [seen] = rows
  if (!seen) throw new Error('A select without a from gives one row.')
  return seen
}
