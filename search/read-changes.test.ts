import { EventEmitter, once } from 'node:events'
import { sql, type Kysely } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '@db/id'
import type { DB } from '@db/schema'
import { createTestDatabase, type TestDatabase } from '@tests/support/database'
import { listenForChanges } from './listen'
import { createChangeReader, type Changes } from './read-changes'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
})

afterAll(() => database.drop())

/** Notes a change in a transaction of its own, which commits when the returned function is called. */
async function openChange(db: Kysely<DB>, serviceId: string): Promise<() => Promise<void>> {
  const gate = new EventEmitter()
  const committed = db.transaction().execute(async trx => {
    await sql`insert into index_change (service_id) values (${serviceId})`.execute(trx)
    gate.emit('noted')
    await once(gate, 'commit')
  })
  await once(gate, 'noted')
  return () => {
    gate.emit('commit')
    return committed
  }
}

async function noteChange(db: Kysely<DB>, serviceId: string): Promise<void> {
  await sql`insert into index_change (service_id) values (${serviceId})`.execute(db)
}

/** The services in what is read from a horizon on. */
async function servicesIn(reading: Promise<Changes>): Promise<string[]> {
  return (await reading).changes.map(change => change.serviceId)
}

describe('reading changes', () => {
  it('does not lose a transaction that began first and commits last', async () => {
    const read = createChangeReader(database.app)
    const [late, early] = [newId(), newId()]
    const start = await read(null)
    const commitLate = await openChange(database.owner, late)
    await noteChange(database.owner, early)

    const meanwhile = await read(start.horizon)
    expect(meanwhile.changes.map(change => change.serviceId)).toEqual([early])

    await commitLate()
    expect(await servicesIn(read(meanwhile.horizon))).toContain(late)
  })

  it('gives the same changes to every reader', async () => {
    const [one, other] = [createChangeReader(database.app), createChangeReader(database.worker)]
    const from = (await one(null)).horizon
    const id = newId()
    await noteChange(database.owner, id)
    expect(await servicesIn(one(from))).toContain(id)
    expect(await servicesIn(other(from))).toContain(id)
  })

  it('moves the horizon on once nobody writes', async () => {
    const read = createChangeReader(database.app)
    const id = newId()
    await noteChange(database.owner, id)
    await expect
      .poll(async () => servicesIn(read((await read(null)).horizon)), { timeout: 20_000 })
      .not.toContain(id)
  })

  it('knows nothing of a change that was rolled back', async () => {
    const read = createChangeReader(database.app)
    const { horizon } = await read(null)
    const id = newId()
    const rolledBack = database.owner.transaction().execute(async trx => {
      await sql`insert into index_change (service_id) values (${id})`.execute(trx)
      throw new Error('never mind')
    })
    await expect(rolledBack).rejects.toThrow('never mind')
    expect(await servicesIn(read(horizon))).not.toContain(id)
  })
})

describe('listening', () => {
  it('is woken when a change is notified', async () => {
    const woken: number[] = []
    const errors: unknown[] = []
    const stop = listenForChanges(
      database.urls.app,
      () => woken.push(Date.now()),
      error => errors.push(error),
    )
    await expect.poll(() => woken.length, { timeout: 10_000 }).toBe(1)
    await sql`select pg_notify('index_change', '')`.execute(database.owner)
    await expect.poll(() => woken.length, { timeout: 10_000 }).toBe(2)
    await stop()
    expect(errors).toEqual([])
  })
})
