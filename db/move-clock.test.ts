import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@tests/support/database'
import { moveClock } from './move-clock'

const DAY_MS = 86_400_000
let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
  await moveClock(database.urls.owner, 0)
})
afterEach(() => moveClock(database.urls.owner, 0))
afterAll(() => database.drop())

async function daysAhead(): Promise<number> {
  const { rows } = await sql<{ days: number }>`
    select (extract(epoch from app_now() - now()) / 86400)::float as days`.execute(database.app)
  return rows[0]?.days ?? NaN
}

describe('the database’s own clock', () => {
  it('is the machine’s until it is moved, and again when it is put back', async () => {
    expect(await daysAhead()).toBe(0)
    await moveClock(database.urls.owner, 40 * DAY_MS)
    expect(await daysAhead()).toBe(40)
    await moveClock(database.urls.owner, 0)
    expect(await daysAhead()).toBe(0)
  })

  it.each(['app', 'worker'] as const)('cannot be moved by the %s', async login => {
    await expect(moveClock(database.urls[login], DAY_MS)).rejects.toThrow(/permission denied|must be owner/)
    expect(await daysAhead()).toBe(0)
  })

  it('is the only one that a policy or a default asks', async () => {
    const { rows } = await sql<{ asking: string }>`
      select tablename || '.' || policyname as asking from pg_policies
        where schemaname = 'public' and concat(qual, with_check) ~ '(?<!app_)now\(\)|current_(date|time)|clock_timestamp'
      union all
      select table_name || '.' || column_name from information_schema.columns
        where table_schema = 'public' and column_default ~ '(?<!app_)now\(\)|current_(date|time)|clock_timestamp'`.execute(
      database.owner,
    )
    expect(rows).toEqual([])
  })

  it('is asked by the policies of time', async () => {
    const { rows } = await sql<{ policies: number }>`
      select count(*)::int as policies from pg_policies where concat(qual, with_check) like '%app_now()%'`.execute(
      database.owner,
    )
    expect(rows[0]?.policies).toBeGreaterThan(15)
  })
})
