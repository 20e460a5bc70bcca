import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@tests/support/database'
import { DEPARTURES } from './reasons'
import { ASSESSMENT_METHODS } from './referral'
import { REFERRAL_STATES } from './states'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

/** The values a check of the database names, in quotes. */
async function valuesOf(table: string, column: string): Promise<string[]> {
  const { rows } = await sql<{ definition: string }>`
    select pg_get_constraintdef(oid) as definition from pg_constraint
    where conrelid = ${table}::regclass and contype = 'c' and pg_get_constraintdef(oid) like ${`%(${column} = ANY%`}`.execute(
    database.owner,
  )
  expect(rows).toHaveLength(1)
  return [...(rows[0]?.definition.matchAll(/'([a-z_]+)'/g) ?? [])].map(match => match[1] ?? '').sort()
}

describe('the database allows what the code knows, and nothing else', () => {
  it('as states of a referral', async () => {
    expect(await valuesOf('referral', 'state')).toEqual([...REFERRAL_STATES].sort())
  })

  it('as ways to hold an assessment', async () => {
    expect(await valuesOf('referral', 'assessment_method')).toEqual([...ASSESSMENT_METHODS].sort())
  })

  it('as departures', async () => {
    expect(await valuesOf('placement', 'departure')).toEqual([...DEPARTURES].sort())
  })
})
