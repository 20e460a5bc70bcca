import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@tests/support/database'
import { MIGRATION_FOLDER, migrateToLatest, pendingMigrations } from './migrate'

let database: TestDatabase
let folder: string

beforeAll(async () => {
  database = await createTestDatabase()
})

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'throughgate-migrations-'))
  await sql`delete from kysely_migration`.execute(database.owner)
})

afterEach(async () => {
  await sql`drop table if exists apple, pear`.execute(database.owner)
  await rm(folder, { recursive: true, force: true })
})

afterAll(() => database.drop())

describe('the service’s own migrations', () => {
  it('are all run in a test database', async () => {
    const fresh = await createTestDatabase()
    expect(await pendingMigrations(fresh.app, MIGRATION_FOLDER)).toEqual([])
    expect(await migrateToLatest(fresh.urls.owner)).toEqual([])
    await fresh.drop()
  })
})

describe('migrating', () => {
  it('runs what was not run yet, in order, and says so', async () => {
    await write('0001_apple', 'create table apple (id int)')
    expect(await pendingMigrations(database.app, folder)).toEqual(['0001_apple'])
    expect(await migrate()).toEqual(['0001_apple'])
    await write('0002_pear', 'create table pear (id int)')
    expect(await pendingMigrations(database.worker, folder)).toEqual(['0002_pear'])
    expect(await migrate()).toEqual(['0002_pear'])
    expect(await pendingMigrations(database.app, folder)).toEqual([])
  })

  it('runs each once when two start at once', async () => {
    await write('0001_apple', 'create table apple (id int)')
    const ran = await Promise.all([migrate(), migrate(), migrate()])
    expect(ran.flat()).toEqual(['0001_apple'])
  })

  it('leaves nothing behind when one of them fails', async () => {
    await write('0001_apple', 'create table apple (id int)')
    await write('0002_pear', 'create table pear (id nonsense)')
    await expect(migrate()).rejects.toThrow('type "nonsense" does not exist')
    expect(await pendingMigrations(database.app, folder)).toEqual(['0001_apple', '0002_pear'])
    await expect(sql`select from apple`.execute(database.owner)).rejects.toThrow('does not exist')
  })

  it('steps aside for whoever reads the table, and tries again', async () => {
    await sql`create table apple (id int)`.execute(database.owner)
    await write('0001_apple', 'alter table apple add colour text')
    const { migrating, gaveWay } = await database.owner.transaction().execute(async trx => {
      await sql`select from apple`.execute(trx)
      const migrating = migrate()
      return { migrating, gaveWay: await untilLockTimeout() }
    })
    expect(gaveWay).toBe(true)
    expect(await migrating).toEqual(['0001_apple'])
  })
})

async function migrate(): Promise<string[]> {
  return migrateToLatest(database.urls.owner, { folder })
}

async function write(name: string, statement: string): Promise<void> {
  const source = `export const up = db => db.executeQuery({ sql: ${JSON.stringify(statement)}, parameters: [], query: { kind: 'RawNode' } })\n`
  await writeFile(join(folder, `${name}.ts`), source)
}

/** Waits until a session has waited for the table, and until none does any more. */
async function untilLockTimeout(): Promise<boolean> {
  while (!(await isSomebodyWaiting())) await delay(20)
  while (await isSomebodyWaiting()) await delay(20)
  return true
}

async function isSomebodyWaiting(): Promise<boolean> {
  const { rows } = await sql<{ waiting: boolean }>`
    select exists (select from pg_locks where not granted and relation = 'apple'::regclass) as waiting`.execute(
    database.owner,
  )
  return rows[0]?.waiting === true
}
