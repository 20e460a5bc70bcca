import { randomBytes } from 'node:crypto'
import { copyFile, mkdtemp, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { drill } from '@db/backup/drill'
import { type RestoredOther, restoreBackup } from '@db/backup/restore-backup'
import { takeBackup } from '@db/backup/take-backup'
import { openTiny, type Tiny } from './tiny-source'

const KEY = randomBytes(32)
/** Nothing but our own format: PostgreSQL's programs may be on this machine or not. */
const OWN = { env: null }
const LONG = 'long '.repeat(300_000)
/** What COPY writes in another way than it stands. */
const ODD = ['plain', 'two\nlines', 'a\ttab', '\\.', '\\N', 'a \\ b', 'Zoë’s “bed” 🛏', '', LONG]

let tiny: Tiny
let source: string
/** One good backup, encrypted. */
let good: string
/** With nothing in it, and nothing is ever to be. */
let untouched: string

beforeAll(async () => {
  tiny = await openTiny()
  source = await tiny.migrated()
  untouched = await tiny.empty()
  const rows = ODD.map((words, at) => `(${at + 1}, $word$${words}$word$)`).join(', ')
  await tiny.query(
    source,
    `insert into apple (id, words) values ${rows}, (100, null); insert into pear values (1, 2), (2, 100);
      insert into audit_entry select gen_random_uuid(), now() - make_interval(mins => n), 'entry ' || n from generate_series(1, 50) n;
      insert into pgboss.job (name, data) values ('notify', '{"messageId": "1"}'), ('send-email', '{"messageId": "2"}');
      insert into pgboss.job (name, state) values ('notify', 'completed')`,
  )
  good = tiny.path()
  await takeBackup({ ownerUrl: source, path: good, key: KEY, ...OWN })
})
afterAll(() => tiny.close())

/** Restores into a database of its own. @returns its address */
async function restored(path: string, key: Buffer | null = KEY) {
  const ownerUrl = await tiny.empty()
  const done = await restoreBackup({ path, key, ownerUrl, env: {}, folder: tiny.folder })
  return { ...done, ownerUrl }
}

/** Tries to restore what cannot be. @returns why not; the database has nothing in it */
async function refusal(path: string, key: Buffer | null = KEY, folder = tiny.folder): Promise<string> {
  const why = await restoreBackup({ path, key, ownerUrl: untouched, env: {}, folder }).then(
    () => 'It was restored.',
    (error: unknown) => String(error),
  )
  expect(await relationsIn(untouched)).toBe(0)
  return why
}

async function relationsIn(url: string): Promise<unknown> {
  const rows = await tiny.query(
    url,
    `select count(*)::int as many from pg_class where relnamespace not in (select oid from pg_namespace where nspname ~ '^pg_|^information')`,
  )
  return rows[0]?.many
}

describe('a backup', () => {
  it('that anybody may have made is not restored where a key is given', async () => {
    expect(await refusal(await openly(), KEY)).toContain('is not encrypted, and BACKUP_KEY is set')
  })

  it('gives back every row, jobs that are owed, sequences, and nothing that triggers wrote again', async () => {
    const { ownerUrl, compared, migrated } = await restored(good)
    expect(compared.filter(({ outcome }) => outcome !== 'same')).toEqual([])
    expect(compared.map(({ what }) => what.replace(/[0-9a-f]{16}$/, '#'))).toEqual([
      'public.apple: 10 rows, checksum #',
      'public.apple_change: 10 rows, checksum #',
      'public.apple_change: head of the chain #',
      'public.audit_entry: 50 rows, checksum #',
      'public.audit_entry: head of the chain #',
      'public.pear: 2 rows, checksum #',
      'pgboss.job: 2 rows, checksum #',
      'sequence apple_change_sequence_seq: at 10',
      expect.stringMatching(/^2 row policies, and \d+ grants and settings of row security$/),
    ])
    expect(migrated).toEqual([])
    const apples = await tiny.query(ownerUrl, 'select id, words, twice from apple order by id')
    expect(apples.map(({ words }) => words)).toEqual([...ODD, null])
    expect(apples[1]).toMatchObject({ id: 2, twice: 4 })
    expect(await tiny.query(ownerUrl, 'select name, data from pgboss.job order by name')).toEqual([
      { name: 'notify', data: { messageId: '1' } },
      { name: 'send-email', data: { messageId: '2' } },
    ])
    await tiny.query(ownerUrl, `insert into apple values (200, 'new')`)
    expect(await tiny.query(ownerUrl, 'select max(sequence)::int as last from apple_change')).toEqual([
      { last: 11 },
    ])
    // The row policies hold the owner again, and the foreign keys whoever writes.
    expect(
      await tiny.query(
        ownerUrl,
        `select relforcerowsecurity as forced from pg_class where relname = 'apple'`,
      ),
    ).toEqual([{ forced: true }])
    await expect(tiny.query(ownerUrl, 'insert into pear values (9, 77)')).rejects.toThrow('pear_apple')
  })

  it('is its owner’s alone, tells no row, and is never written over', async () => {
    expect((await stat(good)).mode & 0o777).toBe(0o600)
    const bytes = await readFile(good)
    expect(bytes.includes('plain')).toBe(false)
    await expect(takeBackup({ ownerUrl: source, path: good, key: KEY, ...OWN })).rejects.toThrow(
      'there already',
    )
    expect(await readFile(good)).toEqual(bytes)
  })

  it('leaves no file behind when it fails', async () => {
    const path = tiny.path('none.backup')
    await expect(takeBackup({ ownerUrl: await tiny.empty(), path, key: KEY, ...OWN })).rejects.toThrow(
      'never migrated',
    )
    await tiny.query(source, 'drop policy owner on apple')
    await expect(takeBackup({ ownerUrl: source, path, key: KEY, ...OWN })).rejects.toThrow(
      'does not see every row of: apple',
    )
    await tiny.query(
      source,
      'create policy owner on apple to throughgate_owner using (true) with check (true)',
    )
    expect((await readdir(tiny.folder)).filter(name => name.includes('none'))).toEqual([])
  })

  it('is of one instant, while others write', async () => {
    const writer = new Client({ connectionString: source })
    await writer.connect()
    let written = 0
    let stopped = false
    const writing = (async () => {
      for (let id = 1000; !stopped; id += 1) {
        await writer.query(
          `begin; insert into pear values (${id}, ${id}); insert into apple values (${id}); commit`,
        )
        written += 1
      }
    })()
    await vi.waitFor(() => expect(written).toBeGreaterThan(5))
    const { tables } = await takeBackup({ ownerUrl: source, path: tiny.path(), key: null, ...OWN })
    const writtenByThen = written
    await vi.waitFor(() => expect(written).toBeGreaterThan(writtenByThen))
    stopped = true
    await writing
    await writer.end()
    const rows = (name: string) => tables.find(table => table.name === name)?.rows ?? -1
    // Two stood alone before, and nine apples that no pear leads to.
    expect(rows('public.pear')).toBeGreaterThan(2)
    expect(rows('public.apple') - 10).toBe(rows('public.pear') - 2)
    expect(rows('public.apple_change')).toBe(rows('public.apple'))
    await tiny.query(
      source,
      'delete from pear where id >= 1000; delete from apple where id >= 1000; delete from apple_change where apple_id >= 1000',
    )
  })

  it('of an earlier release is brought up to date', async () => {
    const earlier = await tiny.migrated('0001_apple')
    await tiny.query(earlier, `insert into apple (id, words) values (1, 'early')`)
    const path = tiny.path()
    await takeBackup({ ownerUrl: earlier, path, key: KEY, ...OWN })
    const { ownerUrl, migrated } = await restored(path)
    expect(migrated).toEqual(['0002_guarded'])
    expect(await tiny.query(ownerUrl, 'select words from apple')).toEqual([{ words: 'early' }])
  })
})

describe('what is not restored', () => {
  it.each<[string, (bytes: Buffer) => Buffer]>([
    ['another first byte', bytes => flipped(bytes, 0)],
    ['another way to be sealed', bytes => flipped(bytes, bytes.indexOf('"iv"') + 8)],
    ['another byte at the beginning', bytes => flipped(bytes, bytes.indexOf('}\n') + 2)],
    ['another byte in the middle', bytes => flipped(bytes, Math.floor(bytes.length / 2))],
    ['another last byte', bytes => flipped(bytes, bytes.length - 1)],
    ['its end cut off', bytes => bytes.subarray(0, -1)],
    ['half of it', bytes => bytes.subarray(0, bytes.length / 2)],
    ['its first lines alone', bytes => bytes.subarray(0, bytes.indexOf('}\n') + 2)],
    ['something put behind it', bytes => Buffer.concat([bytes, Buffer.from('more')])],
    ['nothing in it', () => Buffer.alloc(0)],
  ])('is a file with %s', async (_what, harm) => {
    for (const [whole, key] of [[good, KEY] as const, [await openly(), null] as const]) {
      const path = tiny.path()
      await writeFile(path, harm(await readFile(whole)))
      expect(await refusal(path, key)).toMatch(
        /not whole|no backup|cut short|damaged|another key|cannot read/,
      )
    }
  })

  it('is one whose key is another, or not given', async () => {
    expect(await refusal(good, randomBytes(32))).toContain('another key than BACKUP_KEY')
    expect(await refusal(good, null)).toContain('is encrypted: set BACKUP_KEY')
  })

  it('is one of a newer format, or of a newer release', async () => {
    const path = tiny.path()
    const bytes = await readFile(good)
    await writeFile(path, Buffer.concat([Buffer.from('throughgate backup 2'), bytes.subarray(20)]))
    expect(await refusal(path)).toContain('written by a newer release (format 2')

    const older = await mkdtemp(join(tiny.folder, 'older-'))
    await copyFile(join(tiny.folder, '0001_apple.ts'), join(older, '0001_apple.ts'))
    expect(await refusal(good, KEY, older)).toContain('had run 0002_guarded, which this release has not')
  })

  it('is anything into a database that is not empty', async () => {
    const order = { path: good, key: KEY, ownerUrl: source, env: {}, folder: tiny.folder }
    await expect(restoreBackup(order)).rejects.toThrow('is not empty. Nothing was changed')
    expect(await tiny.query(source, 'select count(*)::int as many from apple')).toEqual([{ many: 10 }])
  })

  it('is what would stand under other rights than it did, said one by one', async () => {
    const other = (policy: string, grant: string) =>
      tiny.query(source, `alter policy everybody on apple using (${policy}); ${grant} throughgate_public`)
    await other('id > 5', 'grant select on pear to')
    const path = tiny.path()
    await takeBackup({ ownerUrl: source, path, key: KEY, ...OWN })
    await other('id > 0', 'revoke select on pear from')
    const order = { path, key: KEY, ownerUrl: untouched, env: {}, folder: tiny.folder }
    const error = await restoreBackup(order).catch((thrown: unknown) => thrown)
    const different = (error as RestoredOther).compared.filter(({ outcome }) => outcome === 'DIFFERENT')
    expect(different.map(({ what }) => what)).toEqual([
      'missing: policy everybody of table apple: permissive select, for throughgate_public using (id > 5) check -',
      'missing: throughgate_public may select table pear ',
      'too much: policy everybody of table apple: permissive select, for throughgate_public using (id > 0) check -',
    ])
    expect(await relationsIn(untouched)).toBe(0)
  })
})

describe('a drill', () => {
  const drilled = (file: string | null) =>
    drill({
      file: file === null ? null : { path: file, key: KEY },
      ownerUrl: source,
      adminUrl: tiny.adminUrl,
      env: {},
      now: new Date(),
      folder: tiny.folder,
    })
  const audit = (words: string) => `the audit, with the database that serves: ${words}`

  it('restores what is there now beside it, and leaves nothing', async () => {
    const { compared } = await drilled(null)
    expect(compared.filter(({ outcome }) => outcome !== 'same')).toEqual([])
    expect(compared.map(({ what }) => what)).toContain(
      audit('50 entries as they were, 0 changed, 0 gone, 0 written since'),
    )
    const left = await tiny.query(
      tiny.adminUrl,
      `select from pg_database where datname like 'throughgate_drill_%'`,
    )
    expect(left).toEqual([])
  })

  it('says what went on since, and finds an audit that was changed', async () => {
    await tiny.query(
      source,
      `insert into audit_entry values (gen_random_uuid(), now(), 'later');
      update audit_entry set detail = 'other' where detail = 'entry 7'; delete from audit_entry where detail = 'entry 8'`,
    )
    const { compared } = await drilled(good)
    expect(compared.filter(({ outcome }) => outcome !== 'same')).toEqual([
      { outcome: 'DIFFERENT', what: audit('48 entries as they were, 1 changed, 1 gone, 1 written since') },
    ])
  })
})

async function openly(): Promise<string> {
  const path = tiny.path()
  await takeBackup({ ownerUrl: source, path, key: null, ...OWN })
  return path
}

function flipped(bytes: Buffer, at: number): Buffer {
  const changed = Buffer.from(bytes)
  changed[at] = (changed[at] ?? 0) ^ 1
  return changed
}
