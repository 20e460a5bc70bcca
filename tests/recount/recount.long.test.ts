import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../support/database'
import { loadRandomWorld, RANDOM_PERIODS } from './random-world'
import { disagreements } from './recount'

const SEEDS = Array.from({ length: 20 }, (_, at) => at + 1)

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

it.each(SEEDS)('the same measures in plain SQL agree on a world drawn at random: %i', async seed => {
  await loadRandomWorld(database.owner, seed)
  const { found, compared } = await disagreements(database, RANDOM_PERIODS)
  expect(found).toEqual([])
  expect(compared).toBeGreaterThan(200)
})
