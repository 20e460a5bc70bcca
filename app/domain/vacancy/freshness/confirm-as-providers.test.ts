import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createKeyRing } from '@db/encryption/key-ring'
import { seedSmallWorld, type SmallWorld } from '@db/seeds/small'
import { createTestDatabase, type TestDatabase } from '@tests/support/database'
import { confirmAsProviders } from './confirm-as-providers.server'

const SEEDED = new Date('2026-11-23T09:00:00Z')
const EIGHT_HOURS_ON = new Date('2026-11-23T17:00:00Z')
const FIVE_DAYS_ON = new Date('2026-11-28T09:00:00Z')

let database: TestDatabase
let world: SmallWorld

beforeAll(async () => {
  database = await createTestDatabase(SEEDED)
  world = await seedSmallWorld(database.owner, createKeyRing(randomBytes(32)), SEEDED)
})
afterAll(() => database.drop())

describe('the provider the demonstration plays', () => {
  it('confirms what goes within the day soon, the rest in some days, and never for those it does not play', async () => {
    const { hostel, flats } = world.services
    expect(await confirmAsProviders(database.worker, [hostel, flats], SEEDED)).toBe(0)
    expect(await confirmAsProviders(database.worker, [hostel, flats], EIGHT_HOURS_ON)).toBe(1)
    expect(await confirmAsProviders(database.worker, [hostel, flats], FIVE_DAYS_ON)).toBe(2)
    const silent = await database.owner
      .selectFrom('serviceVacancy')
      .select('confirmedAt')
      .where('serviceId', '=', world.services.womensHouse)
      .executeTakeFirstOrThrow()
    expect(silent.confirmedAt).toEqual(SEEDED)
  })
})
