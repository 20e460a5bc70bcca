import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@tests/support/database'
import { createJobQueue, createWorkerBoss } from './jobs'
import type { SignedInViewer } from './viewer'
import { asSignIn, asViewer } from './viewer-transaction'

const OFFICER: SignedInViewer = {
  kind: 'member',
  personId: '11111111-1111-4111-8111-111111111111',
  organisationId: '22222222-2222-4222-8222-222222222222',
  membershipId: '44444444-4444-4444-8444-444444444444',
  role: 'officer',
}

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
})

afterAll(() => database.drop())

describe('a job', () => {
  it('is there for the worker once the transaction that caused it commits', async () => {
    const id = await asViewer(database.app, OFFICER, trx =>
      createJobQueue().enqueue(trx, 'send-email', { emailId: 'e1' }),
    )
    const boss = await startWorker()
    const jobs = await boss.fetch('send-email')
    expect(jobs?.map(job => ({ id: job.id, data: job.data }))).toEqual([{ id, data: { emailId: 'e1' } }])
    await boss.complete('send-email', id ?? '')
    await boss.stop({ graceful: false })
  })

  it('never was when that transaction rolls back', async () => {
    const before = await countJobs()
    const work = asViewer(database.app, OFFICER, async trx => {
      await createJobQueue().enqueue(trx, 'send-email', { referralId: 'r1' })
      throw new Error('changed my mind')
    })
    await expect(work).rejects.toThrow('changed my mind')
    expect(await countJobs()).toBe(before)
  })

  it('can be put in by sign-in, and waits for its time', async () => {
    const later = { startAfter: new Date('2099-01-01T00:00:00Z') }
    const id = await asSignIn(database.app, trx =>
      createJobQueue().enqueue(trx, 'send-email', { personId: 'p1' }, later),
    )
    expect(id).toMatch(/^[0-9a-f-]{36}$/)
    const boss = await startWorker()
    expect(await boss.fetch('send-email')).toEqual([])
    await boss.stop({ graceful: false })
  })

  it('with a key that is taken is not put in twice', async () => {
    const once = { singletonKey: 'service-1', singletonSeconds: 3600 }
    const put = () =>
      asSignIn(database.app, trx => createJobQueue().enqueue(trx, 'tidy', { serviceId: 's1' }, once))
    await put()
    expect(await put()).toBeNull()
  })

  it('cannot be changed or removed by whoever put it in', async () => {
    const remove = () => asViewer(database.app, OFFICER, trx => sql`delete from pgboss.job`.execute(trx))
    const change = () =>
      asViewer(database.app, OFFICER, trx => sql`update pgboss.job set data = '{}'`.execute(trx))
    await expect(remove()).rejects.toThrow('permission denied')
    await expect(change()).rejects.toThrow('permission denied')
    await expect(sql`delete from pgboss.job`.execute(database.app)).rejects.toThrow('permission denied')
  })

  it('cannot be put in by the public', async () => {
    const put = asViewer(database.app, { kind: 'public' }, trx =>
      createJobQueue().enqueue(trx, 'send-email', {}),
    )
    await expect(put).rejects.toThrow('permission denied')
  })
})

describe('the worker', () => {
  it('sends a job that fails too often to the dead letters', async () => {
    const id = await asSignIn(database.app, trx =>
      createJobQueue().enqueue(trx, 'demo-confirm', { offerId: 'o1' }),
    )
    await sql`update pgboss.job set retry_limit = 0 where id = ${id}`.execute(database.worker)
    const boss = await startWorker()
    await boss.fetch('demo-confirm')
    await boss.fail('demo-confirm', id ?? '')
    expect((await boss.fetch('dead-letter'))?.map(job => job.data)).toEqual([{ offerId: 'o1' }])
    await boss.stop({ graceful: false })
  })

  it('takes a job again within a minute of the death of the worker that had it in hand', async () => {
    const id = await asSignIn(database.app, trx => createJobQueue().enqueue(trx, 'notify', {}))
    const boss = await startWorker()
    await boss.fetch('notify')
    await sql`update pgboss.job set started_on = started_on - interval '31 s' where id = ${id}`.execute(
      database.worker,
    )
    await boss.maintain()
    const { rows } = await sql<{ state: string; waits: number }>`
      select state, extract(epoch from start_after - now())::float8 as waits from pgboss.job where id = ${id}`.execute(
      database.worker,
    )
    // 30 s in hand, at most 10 s until it is looked for, at most 10 s of waiting.
    expect(rows[0]?.state).toBe('retry')
    expect(rows[0]?.waits).toBeLessThanOrEqual(10)
    await boss.stop({ graceful: false })
  })

  it('keeps a timetable and tidies up with the rights it has', async () => {
    const errors: Error[] = []
    const boss = await createWorkerBoss(database.urls.worker, error => errors.push(error))
    await boss.schedule('expire-offers', '* * * * *', {}, { tz: 'Europe/London' })
    await boss.maintain()
    expect((await boss.getSchedules()).map(({ name, cron }) => ({ name, cron }))).toEqual([
      { name: 'expire-offers', cron: '* * * * *' },
    ])
    await boss.stop({ graceful: false })
    expect(errors).toEqual([])
  })
})

async function startWorker() {
  return createWorkerBoss(database.urls.worker, error => expect.unreachable(error.message))
}

async function countJobs(): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) from pgboss.job`.execute(database.worker)
  return rows[0]?.count ?? 0
}
