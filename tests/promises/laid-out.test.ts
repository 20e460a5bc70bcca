import { afterAll, beforeAll, describe, it } from 'vitest'
import type { TestDatabase } from '@tests/support/database'
import { layOutOn, PROMISES } from './laid-out'

/** One sample of laid-out.long.test.ts: the last working day before Christmas, whose holidays touch every date of the world. */
const DAY = '2026-12-24'
let database: TestDatabase

beforeAll(async () => {
  database = await layOutOn(DAY)
})
afterAll(() => database.drop())

describe(`the demonstration laid out on ${DAY}`, () => {
  it.each(Object.entries(PROMISES))('%s', (_, keeps) => keeps(database, DAY))
})
