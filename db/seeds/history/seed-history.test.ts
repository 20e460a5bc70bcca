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
