import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@tests/support/database'
import { makeHistory } from './make-history'
import { seedHistory } from './seed-history'

const NOW = new Date('2026-11-27T09:00:00Z')
let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
  await seedHistory(database.owner, NOW)
})
afterAll(() => database.drop())

it('loads every release of the history with its referrals, each marked as invented and from no case', async () => {
  const history = makeHistory('2026-11-27')
  const episodes = await database.owner
    .selectFrom('episode')
    .select(['id', 'isSynthetic', 'caseId', 'woman', 'releasedOn', 'barriers'])
    .execute()
  expect(episodes).toHaveLength(history.length)
  expect(episodes.every(({ isSynthetic, caseId }) => isSynthetic && caseId === null)).toBe(true)
  const byId = new Map(episodes.map(each => [each.id, each]))
  for (const { id, woman, releasedOn, barriers } of history) {
    const { woman: key, ...row } = byId.get(id)!
    expect({ ...row, woman: key.toString('hex') }).toMatchObject({ woman, releasedOn, barriers })
  }
  const referrals = await database.owner.selectFrom('episodeReferral').select('id').execute()
  expect(referrals).toHaveLength(history.flatMap(each => each.referrals).length)
})

it('loads the beds of every night until yesterday, at 94% taken', async () => {
  const nights = await database.owner.selectFrom('bedNight').selectAll().orderBy('night').execute()
  // From 1 April 2022 to 26 November 2026 there are 1,701 nights.
  expect(nights).toHaveLength(2 * 1701)
  expect([nights[0]?.night, nights.at(-1)?.night]).toEqual(['2022-04-01', '2026-11-26'])
  for (const provision of ['women_only', 'mixed']) {
    const those = nights.filter(night => night.provision === provision)
    const fresh = those.reduce((sum, night) => sum + night.freshBeds, 0)
    const free = those.reduce((sum, night) => sum + night.freshFree, 0)
    expect(free / fresh).toBeGreaterThan(0.055)
    expect(free / fresh).toBeLessThan(0.065)
  }
})
