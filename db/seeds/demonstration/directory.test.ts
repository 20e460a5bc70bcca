import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import { createTestDatabase, type TestDatabase } from '@tests/support/database'
import { hasCompletePolicy } from './policies'
import { ARCHETYPES } from './archetypes'
import { seedDirectory } from './seed-directory'

const NOW = new Date('2026-11-22T09:00:00Z')
let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
  await seedDirectory(database.owner, 'not a hash', NOW)
})
afterAll(() => database.drop())

describe('the demonstration’s directory', () => {
  it('holds 88 services of providers, 12 of councils and 39 programmes', async () => {
    const { rows } = await sql<{ kind: string; services: number }>`
      select o.kind, count(*) as services from service s join organisation o on o.id = s.organisation_id
      group by o.kind order by o.kind`.execute(database.owner)
    expect(rows).toEqual([
      { kind: 'council', services: 12 },
      { kind: 'provider', services: 127 },
    ])
  })

  it('says of every provider that it is fictional', async () => {
    const rows = await database.owner
      .selectFrom('organisation')
      .select('name')
      .where('kind', '=', 'provider')
      .execute()
    expect(rows.filter(row => !row.name.endsWith('(fictional)'))).toEqual([])
  })

  it('has 94 of 100 bedspaces occupied, to within one', async () => {
    const { rows } = await sql<{ percent: number }>`
      select (100.0 * count(c.id) / count(*))::float as percent from bedspace b
      left join bedspace_claim c on c.bedspace_id = b.id and c.kind = 'occupied' and c.during @> date '2026-11-22'`.execute(
      database.owner,
    )
    expect(rows[0]?.percent).toBeGreaterThan(93)
    expect(rows[0]?.percent).toBeLessThan(95)
  })

  it('keeps refuges and one women-only house confidential, with no shown site', async () => {
    const rows = await database.owner
      .selectFrom('service')
      .leftJoin('site', 'site.serviceId', 'service.id')
      .innerJoin('confidentialSite', 'confidentialSite.serviceId', 'service.id')
      .select(['service.kind', 'site.id as site'])
      .orderBy('service.kind')
      .execute()
    expect(rows.map(row => row.kind)).toEqual([...Array<string>(11).fill('refuge'), 'supported_housing'])
    expect(rows.filter(row => row.site !== null)).toEqual([])
  })

  it('has at least 25 services that answer every question about whom they take', () => {
    expect(ARCHETYPES.filter(archetype => hasCompletePolicy(archetype.id)).length).toBeGreaterThanOrEqual(25)
  })

  it('keeps as notes what no criterion covers', async () => {
    const row = await database.owner
      .selectFrom('servicePolicy')
      .innerJoin('service', 'service.id', 'servicePolicy.serviceId')
      .select('notes')
      .where('service.name', '=', 'Brackenlow House')
      .executeTakeFirstOrThrow()
    expect(row.notes).toEqual(['Not taken: anyone not MAPPA managed', 'MAPPA referrals only'])
  })
})
