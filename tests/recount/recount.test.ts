import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedHistory } from '@db/seeds/history/seed-history'
import { poolPeriod, quarterPeriod, yearPeriod } from '~/domain/unmet-need/period'
import { PUBLISHABLE_TABLES } from '~/domain/unmet-need/publishable-tables'
import { createTestDatabase, type TestDatabase } from '../support/database'
import { loadRandomWorld, RANDOM_PERIODS } from './random-world'
import { disagreements, RECOUNTS } from './recount'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

it('is written for every table that is published', () => {
  expect([...RECOUNTS.keys()].sort()).toEqual(Object.keys(PUBLISHABLE_TABLES).sort())
})

describe('the same measures in plain SQL', () => {
  it('agree on the invented history: two quarters, a year and a pool', async () => {
    await seedHistory(database.owner, new Date('2026-11-27T09:00:00Z'))
    const periods = [quarterPeriod(2024, 4), quarterPeriod(2025, 3), yearPeriod(2025), poolPeriod(2022)]
    const { found, compared } = await disagreements(database, periods)
    expect(found).toEqual([])
    expect(compared).toBeGreaterThan(200)
  })

  it.each([1, 2, 3])('agree on a world drawn at random, with every edge: %i', async seed => {
    await loadRandomWorld(database.owner, seed)
    const { found, compared } = await disagreements(database, RANDOM_PERIODS)
    expect(found).toEqual([])
    expect(compared).toBeGreaterThan(200)
  })
})
