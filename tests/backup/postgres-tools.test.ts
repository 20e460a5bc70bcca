import { randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findPgTools } from '@db/backup/pg-tools'
import { restoreBackup } from '@db/backup/restore-backup'
import { takeBackup } from '@db/backup/take-backup'
import { installedPostgres, startInstalled } from './installed-postgres'
import { openTiny, type Tiny } from './tiny-source'

const KEY = randomBytes(32)
const bin = installedPostgres()

it('finds no tools that are older than the server', async () => {
  expect(await findPgTools(999, { PATH: process.env.PATH, PG_BIN: bin ?? '' })).toBeNull()
})

/** Where no PostgreSQL is installed with its tools, SKIPPED: the one that comes with the project brings none. */
describe.skipIf(bin === null)('a backup by pg_dump', () => {
  const env = { PG_BIN: bin ?? '' }
  let stop: () => Promise<void>
  let tiny: Tiny
  let source: string
  let path: string

  beforeAll(async () => {
    const installed = await startInstalled(bin ?? '')
    stop = installed.stop
    tiny = await openTiny(installed.server)
    source = await tiny.migrated()
    await tiny.query(
      source,
      `insert into apple values (1, 'one'), (2, E'two\\nlines'); insert into pear values (1, 2);
        insert into pgboss.job (name, data) values ('notify', '{"messageId": "1"}')`,
    )
    path = tiny.path()
  })
  afterAll(async () => {
    await tiny?.close()
    await stop?.()
  })

  it('holds its archive, and gives back rows, jobs, policies and grants', async () => {
    const { data, tables } = await takeBackup({ ownerUrl: source, path, key: KEY, env })
    expect([data, tables.find(({ name }) => name === 'public.apple')?.rows]).toEqual(['pg_dump', 2])
    const ownerUrl = await tiny.empty()
    const { compared } = await restoreBackup({ path, key: KEY, ownerUrl, env, folder: tiny.folder })
    expect(compared.filter(({ outcome }) => outcome !== 'same')).toEqual([])
    expect(await tiny.query(ownerUrl, 'select words from apple order by id')).toEqual([
      { words: 'one' },
      { words: 'two\nlines' },
    ])
    await tiny.query(ownerUrl, `insert into apple values (3, 'three')`)
    expect(await tiny.query(ownerUrl, 'select max(sequence)::int as last from apple_change')).toEqual([
      { last: 3 },
    ])
    expect(
      await tiny.query(
        ownerUrl,
        `select has_database_privilege('throughgate_app', current_database(), 'connect') as app,
          has_database_privilege('throughgate_public', current_database(), 'connect') as others`,
      ),
    ).toEqual([{ app: true, others: false }])
  })

  it('is restored, though others wrote while it was made', async () => {
    const writer = new Client({ connectionString: source })
    await writer.connect()
    let stopped = false
    const writing = (async () => {
      for (let id = 1000; !stopped; id += 1) await writer.query('insert into apple values ($1)', [id])
    })()
    const busy = tiny.path()
    await takeBackup({ ownerUrl: source, path: busy, key: KEY, env })
    stopped = true
    await writing
    await writer.end()
    const ownerUrl = await tiny.empty()
    const { compared } = await restoreBackup({ path: busy, key: KEY, ownerUrl, env, folder: tiny.folder })
    expect(compared.filter(({ outcome }) => outcome !== 'same')).toEqual([])
    await tiny.query(
      source,
      'delete from apple where id >= 1000; delete from apple_change where apple_id >= 1000',
    )
  })

  it('that was changed is refused before anything is', async () => {
    const bytes = await readFile(path)
    bytes[bytes.length - 20] = (bytes[bytes.length - 20] ?? 0) ^ 1
    const changed = tiny.path()
    await writeFile(changed, bytes)
    const ownerUrl = await tiny.empty()
    const order = { path: changed, key: KEY, ownerUrl, env, folder: tiny.folder }
    await expect(restoreBackup(order)).rejects.toThrow('was changed since it was written')
    expect(await tiny.query(ownerUrl, `select to_regclass('public.apple') as apple`)).toEqual([
      { apple: null },
    ])
  })

  it('is not needed: its rows by COPY are restored by another version, which writes policies in words of its own', async () => {
    const own = tiny.path()
    await takeBackup({ ownerUrl: source, path: own, key: KEY, env: null })
    const elsewhere = await openTiny()
    const ownerUrl = await elsewhere.empty()
    const { compared } = await restoreBackup({ path: own, key: KEY, ownerUrl, env: {}, folder: tiny.folder })
    expect(compared.filter(({ outcome }) => outcome === 'DIFFERENT')).toEqual([])
    await elsewhere.close()
  })
})
