import { afterAll, beforeAll, describe, it } from 'vitest'
import type { TestDatabase } from '@tests/support/database'
import { TWELVE_DAYS } from './hand-calendar'
import { layOutOn, PROMISES } from './laid-out'

describe.each(TWELVE_DAYS)('the demonstration laid out on %s', day => {
  let database: TestDatabase

  beforeAll(async () => {
    database = await layOutOn(day)
  })
  afterAll(() => database.drop())

  it.each(Object.entries(PROMISES))('%s', (_, keeps) => keeps(database, day))
})
