import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@tests/support/database'
import { createDatabase } from './connection'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
})

afterAll(() => database.drop())

describe('a value read from the database', () => {
  it('is what the service works with: days and ranges as text, counts as numbers, instants as dates', async () => {
    const { rows } = await sql`
      select date '2027-03-28' as the_day, array[date '2027-03-28', null] as the_days, 12::int8 as count_of,
             array[1, 2]::int8[] as counts, 1.50::numeric as money, daterange('2027-03-01', '2027-04-01') as during,
             timestamptz '2027-03-28 01:30:00+00' as the_instant, '{"kept_as_is": 1}'::jsonb as the_json`.execute(
      database.app,
    )
    expect(rows).toEqual([
      {
        theDay: '2027-03-28',
        theDays: ['2027-03-28', null],
        countOf: 12,
        counts: [1, 2],
        money: '1.50',
        during: '[2027-03-01,2027-04-01)',
        theInstant: new Date('2027-03-28T01:30:00Z'),
        theJson: { kept_as_is: 1 },
      },
    ])
  })
})

describe('a statement that takes too long', () => {
  it('is stopped by the server', async () => {
    const db = createDatabase(database.urls.app, { statementTimeoutMs: 100, connectTimeoutMs: 20_000 })
    await expect(sql`select pg_sleep(20)`.execute(db)).rejects.toThrow('statement timeout')
    await db.destroy()
  })

  it('does not leave its transaction, or its role, to the next one when the server is silent', async () => {
    const db = createDatabase(database.urls.app, {
      max: 1,
      statementTimeoutMs: 200,
      connectTimeoutMs: 20_000,
    })
    const silent = db.transaction().execute(async trx => {
      // Stands for a server that hangs: it no longer stops the statement, so our own time-out does.
      await sql`select set_config('statement_timeout', '0', false), set_config('role', 'throughgate_public', true)`.execute(
        trx,
      )
      await sql`select pg_sleep(20)`.execute(trx)
    })
    await expect(silent).rejects.toThrow('Query read timeout')
    const { rows } =
      await sql`select current_user::text as role, current_setting('statement_timeout') as patience`.execute(
        db,
      )
    expect(rows).toEqual([{ role: 'throughgate_app', patience: '200ms' }])
    await db.destroy()
  })
})
