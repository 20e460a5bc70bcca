import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createKeyRing } from '@db/encryption/key-ring'
import { newId } from '@db/id'
import { asViewer } from '@db/viewer-transaction'
import { seedSmallWorld, type SmallWorld } from '@db/seeds/small'
import { createTestDatabase, type TestDatabase } from '@tests/support/database'
import { keepSupplyReading } from '~/domain/supply/reading.server'
import { supplyCsv } from './csv'
import { supplyFactsFor } from './facts.server'
import { supplyPage } from './page'

/** By the first night the hostel's vacancies are to be checked already: nothing but the hidden beds changes. */
const SEEDED = new Date('2026-09-28T09:00:00Z')

let database: TestDatabase
let world: SmallWorld

beforeAll(async () => {
  database = await createTestDatabase(SEEDED)
  world = await seedSmallWorld(database.owner, createKeyRing(randomBytes(32)), SEEDED)
})
afterAll(() => database.drop())

/** Every byte of /supply and of its file, as it now stands and by any combination. */
async function bytes(now: Date): Promise<string[]> {
  const context = { db: database.app, clock: () => now }
  const shown = ['', 'place=women_only', 'place=refuge', 'place=women_only&from_prison=yes&dates=yes'].map(
    async address => {
      const facts = await supplyFactsFor(context, world.viewers.commissioner, new URLSearchParams(address))
      return [JSON.stringify(supplyPage({ ...facts, nights: [] })), supplyCsv(facts)]
    },
  )
  return (await Promise.all(shown)).flat()
}

async function kept(night: string) {
  const { owner } = database
  const services = await owner
    .selectFrom('supplyReading')
    .select(['serviceId', 'service'])
    .where('night', '=', night)
    .orderBy('serviceId')
    .execute()
  const beds = await owner
    .selectFrom('bedNight')
    .select(['provision', 'beds', 'freshBeds', 'freshFree'])
    .where('night', '=', night)
    .orderBy('provision', 'desc')
    .execute()
  return { services, beds }
}

/** The hidden place has five bedspaces more, one of them void, and confirmed them never. */
async function changeTheHiddenBeds(): Promise<void> {
  const { owner } = database
  const serviceId = world.services.refuge
  const ids = Array.from({ length: 5 }, () => newId())
  const rooms = ids.map((id, at) => ({
    id,
    serviceId,
    name: `More ${at}`,
    type: 'shared',
    position: 10 + at,
  }))
  await owner.insertInto('bedspace').values(rooms).execute()
  const claim = { id: newId(), bedspaceId: ids[0] ?? '', during: '[2026-09-30,)' }
  await owner
    .insertInto('bedspaceClaim')
    .values({ ...claim, kind: 'void', voidReason: 'repair' })
    .execute()
  await owner.deleteFrom('serviceVacancy').where('serviceId', '=', serviceId).execute()
}

/** A place of either kind, and the two nights on which it is read. */
const KINDS = [
  ['supported_housing', '2026-10-01', '2026-10-02'],
  ['refuge', '2026-10-03', '2026-10-04'],
] as const

it.each(KINDS)('the beds of a hidden %s are in no byte of supply', async (kind, first, next) => {
  const at = (night: string) => new Date(`${night}T00:05:00Z`)
  const { refuge: id } = world.services
  await database.owner.updateTable('service').set({ kind }).where('id', '=', id).execute()
  const before = await bytes(at(first))
  await keepSupplyReading(database.worker, at(first))
  await changeTheHiddenBeds()
  expect(await bytes(at(first))).toEqual(before)
  await keepSupplyReading(database.worker, at(next))
  expect((await kept(next)).services).toEqual((await kept(first)).services)
  for (const night of [first, next]) {
    const { services, beds } = await kept(night)
    expect(services.find(({ serviceId }) => serviceId === id)?.service).toMatchObject({
      kind,
      ...{ beds: null, free: null, isVacancyConfirmed: null, vacancyConfirmedAt: null },
    })
    // Larch House has three beds, Rowan Hostel two; the hidden place is in neither row.
    expect(beds.map(each => [each.provision, each.beds])).toEqual([
      ['women_only', 3],
      ['mixed', 2],
    ])
  }
})

it('a commissioner’s role reads no bed of a hidden place, no claim on one and no day it was confirmed, and those of all others', async () => {
  const { owner, app } = database
  const all = async (db: typeof owner) => {
    const beds = await db.selectFrom('bedspace').select(['id', 'serviceId']).execute()
    const claims = await db.selectFrom('bedspaceClaim').select('bedspaceId').execute()
    const vacancies = await db.selectFrom('serviceVacancy').select('serviceId').execute()
    return { beds, claims, vacancies }
  }
  const { refuge } = world.services
  const bedspaceId = world.bedspaces.refuge[0] ?? ''
  const during = '[2028-01-01,2028-01-05)'
  await owner
    .insertInto('bedspaceClaim')
    .values({ id: newId(), bedspaceId, during, kind: 'void', voidReason: 'repair' })
    .execute()
  await owner.insertInto('serviceVacancy').values({ serviceId: refuge, confirmedAt: SEEDED }).execute()
  const [whole, seen] = [await all(owner), await asViewer(app, world.viewers.commissioner, all)]
  const hidden = new Set(whole.beds.filter(bed => bed.serviceId === refuge).map(({ id }) => id))
  expect(hidden.size).toBeGreaterThan(0)
  expect(seen.beds).toHaveLength(whole.beds.length - hidden.size)
  expect(seen.beds.filter(({ id }) => hidden.has(id))).toEqual([])
  expect(whole.claims.some(claim => hidden.has(claim.bedspaceId))).toBe(true)
  expect(seen.claims).toHaveLength(whole.claims.filter(claim => !hidden.has(claim.bedspaceId)).length)
  expect(seen.vacancies).toHaveLength(whole.vacancies.length - 1)
})
