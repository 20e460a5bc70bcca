import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@tests/support/database'
import { createDatabase } from './connection'
import { databaseFailure } from './database-failure'

const PATIENT = { statementTimeoutMs: 20_000, connectTimeoutMs: 20_000 }

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

describe('a connection cut while it is in use', () => {
  it('fails what was asked of it, as a database away, and the next is made anew', async () => {
    const db = createDatabase(database.urls.app, PATIENT)
    const cut = db.transaction().execute(async trx => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx)
      const cutting = sql`select pg_terminate_backend(${rows[0]?.pid})`.execute(database.app)
      await Promise.all([sql`select pg_sleep(20)`.execute(trx), cutting])
    })
    expect(databaseFailure(await cut.catch((error: unknown) => error))).toBe('away')
    const { rows } = await sql`select 1 as one`.execute(db)
    expect(rows).toEqual([{ one: 1 }])
    await db.destroy()
  })

  it('fails what is asked of it next, when nothing was under way', async () => {
    const db = createDatabase(database.urls.app, PATIENT)
    const cut = db.transaction().execute(async trx => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx)
      await sql`select pg_terminate_backend(${rows[0]?.pid})`.execute(database.app)
      await untilGone(rows[0]?.pid)
      await sql`select 1`.execute(trx)
    })
    expect(databaseFailure(await cut.catch((error: unknown) => error))).toBe('away')
    await db.destroy()
  })
})

describe('more askers than connections', () => {
  it('are told that we are busy, for others are answered meanwhile', async () => {
    const db = createDatabase(database.urls.app, { ...PATIENT, max: 2, waitMs: 2_000 })
    const long = sql`select pg_sleep(6)`.execute(db)
    const busy = setInterval(() => void sql`select pg_sleep(0.02)`.execute(db).catch(() => undefined), 5)
    const asked = Array.from({ length: 40 }, () =>
      sql`select pg_sleep(0.2)`.execute(db).catch((error: unknown) => error),
    )
    const failures = (await Promise.all(asked)).map(databaseFailure)
    clearInterval(busy)
    expect(new Set(failures)).toEqual(new Set([null, 'busy']))
    await long
    await db.destroy()
  })
})

async function untilGone(pid: number | undefined): Promise<void> {
  const { rows } = await sql`select 1 from pg_stat_activity where pid = ${pid}`.execute(database.app)
  if (rows.length > 0) return untilGone(pid)
}
