import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createKeyRing } from '@db/encryption/key-ring'
import { CANARY } from '@db/seeds/small-services'
import { seedSmallWorld, type SmallWorld } from '@db/seeds/small'
import { asViewer, asWorker } from '@db/viewer-transaction'
import { Policy } from '../eligibility/policy'
import { createTestDatabase, type TestDatabase } from '@tests/support/database'
import { cellOf, supplyAnswers } from './cell'
import { keepSupplyReading, nightsRead, supplyReadOn } from './reading.server'
import { supplyGridFor } from './queries.server'

const FIRST = new Date('2026-10-01T00:05:00Z')
const LATER_THAT_DAY = new Date('2026-10-01T15:00:00Z')
const NEXT = new Date('2026-10-02T00:05:00Z')
const NEWCASTLE = 'E08000021'
const WOMEN_WITH_CHILDREN = { place: 'women_only', asks: ['from_prison', 'children', 'age_25_34'] } as const

let database: TestDatabase
let world: SmallWorld

beforeAll(async () => {
  database = await createTestDatabase(FIRST)
  world = await seedSmallWorld(
    database.owner,
    createKeyRing(randomBytes(32)),
    new Date('2026-09-28T09:00:00Z'),
  )
  await keepSupplyReading(database.worker, FIRST)
  await changeTheHouse()
  await keepSupplyReading(database.worker, LATER_THAT_DAY)
  await keepSupplyReading(database.worker, NEXT)
})
afterAll(() => database.drop())

/** From now on women live there with their children, and Room 1 is void. */
async function changeTheHouse(): Promise<void> {
  const criteria = { sex: 'women', ageMin: 18, peopleFromPrison: 'yes', children: { rule: 'live_in' } }
  await database.owner
    .updateTable('servicePolicy')
    .set({ criteria: JSON.stringify(Policy.parse(criteria)) })
    .where('serviceId', '=', world.services.womensHouse)
    .execute()
  const [bedspaceId = ''] = world.bedspaces.womensHouse
  await database.owner
    .insertInto('bedspaceClaim')
    .values({
      id: crypto.randomUUID(),
      bedspaceId,
      during: '[2026-09-30,)',
      kind: 'void',
      voidReason: 'repair',
    })
    .execute()
}

async function cellOn(night: string) {
  const read = await supplyReadOn(database.app, world.viewers.commissioner, night)
  if (!read) throw new Error(`No reading of ${night}`)
  return cellOf(supplyAnswers(NEWCASTLE, read.services, WOMEN_WITH_CHILDREN))
}

describe('a reading of supply', () => {
  it('answers whatever combination is asked later as it was that night, and is not taken again', async () => {
    expect(await cellOn('2026-10-01')).toMatchObject({
      outcome: 'does_not_take',
      services: 1,
      beds: 3,
      free: 3,
    })
    expect(await cellOn('2026-10-02')).toMatchObject({ outcome: 'yes', services: 1, beds: 3, free: 2 })
  })

  it('says when it was taken, and of which day it is', async () => {
    const read = await supplyReadOn(database.app, world.viewers.commissioner, '2026-10-01')
    expect(read).toMatchObject({ asOf: FIRST, day: '2026-10-01', isEarlier: true })
    expect(read?.services).toHaveLength(4)
  })

  it('is there for the nights that were read, the latest first, and for no other', async () => {
    expect(await nightsRead(database.app, world.viewers.commissioner)).toEqual(['2026-10-02', '2026-10-01'])
    expect(await supplyReadOn(database.app, world.viewers.commissioner, '2026-09-30')).toBeNull()
  })

  it('counts the beds of the night for women and mixed: no house for men, and no refuge', async () => {
    const nights = await database.owner
      .selectFrom('bedNight')
      .select(['night', 'provision', 'beds', 'freshBeds', 'freshFree'])
      .orderBy('night')
      .orderBy('provision', 'desc')
      .execute()
    expect(nights.map(night => Object.values(night))).toEqual([
      ['2026-10-01', 'women_only', 3, 3, 3],
      // The hostel was confirmed three days before, which is too long for emergency beds.
      ['2026-10-01', 'mixed', 2, 0, 0],
      ['2026-10-02', 'women_only', 3, 3, 2],
      ['2026-10-02', 'mixed', 2, 0, 0],
    ])
  })

  it('holds no person and no piece of a hidden site', async () => {
    const { rows } = await sql<{
      text: string
    }>`select string_agg(service::text, ' ') as text from supply_reading`.execute(database.owner)
    const kept = rows[0]?.text ?? ''
    expect(kept).toContain(world.services.refuge)
    for (const piece of [...Object.values(CANARY).map(String), 'Larch', 'Rowan'])
      expect(kept).not.toContain(piece)
  })
})

describe('nobody changes a reading', () => {
  const CHANGES = {
    'update it': sql`update supply_reading set taken_at = now()`,
    'take it away': sql`delete from supply_reading`,
  }

  it.each(Object.entries(CHANGES))('not to %s', async (_what, change) => {
    await expect(change.execute(database.owner)).rejects.toThrow('A reading of supply is kept as it was')
    const denied = 'permission denied for table supply_reading'
    await expect(asWorker(database.worker, trx => change.execute(trx))).rejects.toThrow(denied)
    await expect(
      asViewer(database.app, world.viewers.commissioner, trx => change.execute(trx)),
    ).rejects.toThrow(denied)
  })

  it('and whoever does not read supply reads none', async () => {
    const reading = supplyReadOn(database.app, world.viewers.lowNewtonOfficer, '2026-10-01')
    await expect(reading).rejects.toThrow('permission denied for table supply_reading')
  })
})

describe('the grid of an authority as it now stands', () => {
  it('is read of services alone', async () => {
    const grid = await supplyGridFor(database.app, world.viewers.commissioner, NEWCASTLE, NEXT)
    // What the house was changed to says nothing of couples; the hostel says no, and is step-free.
    expect(grid.map(({ outcome }) => outcome)).toEqual([
      ...['yes', 'yes', 'yes', 'yes', 'not_confirmed', 'not_confirmed', 'yes', 'none', 'yes'],
    ])
  })
})
