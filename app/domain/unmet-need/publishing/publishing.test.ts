import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedDirectory } from '@db/seeds/demonstration/seed-directory'
import { accountViewer } from '@db/seeds/demonstration/viewers'
import { seedHistory } from '@db/seeds/history/seed-history'
import { asStatistician, asViewer } from '@db/viewer-transaction'
import { nowOf } from '@tests/disclosure/inspect-world'
import { leaks } from '@tests/disclosure/published-bounds'
import { createTestDatabase, type TestDatabase } from '@tests/support/database'
import { countTables } from '../counting/count-tables'
import type { Publication } from '../published'
import { readPeriod } from '../period'
import { publishCorrection, publishDue } from './publish-due.server'
import { listPublications, readPublication } from './read-publications.server'
import { readWorld } from './read-world.server'

const NOW = new Date('2026-11-22T09:00:00Z')
const commissioner = accountViewer('commissioner@example.org')
const officer = accountViewer('officer.durham@example.org')
let database: TestDatabase
let published: Publication[]

beforeAll(async () => {
  database = await createTestDatabase()
  await seedDirectory(database.owner, 'not a hash', NOW)
  await seedHistory(database.owner, NOW)
  const both = await Promise.all([publishDue(database.worker, NOW), publishDue(database.worker, NOW)])
  published = both.flat()
})
afterAll(() => database.drop())

describe('the demonstration history, published', () => {
  it('is published once by two that publish at a time, the last quarter that is over for 30 days included', () => {
    const codes = published.map(({ period }) => period.code)
    expect(new Set(codes).size).toBe(codes.length)
    expect(codes).toContain('2026-27-q2')
    expect(codes).toContain('2025-26')
    expect(codes).toContain('2022-25')
  })

  it('gives no hidden cell away, whatever is read together', async () => {
    const { world } = await asStatistician(database.worker, readWorld)
    const now = nowOf(published.map(({ period }) => ({ period, tables: countTables(world, period) })))
    expect(leaks(published, now)).toEqual([])
  })

  it('does not all say “fewer than 5”', () => {
    const shown = (code: string, pick: (table: string) => boolean) => {
      const tables = published.find(({ period }) => period.code === code)?.tables ?? {}
      const cells = Object.values(tables)
        .filter(({ id }) => pick(id))
        .flatMap(({ cells: of }) => Object.values(of))
      return cells.filter(({ count }) => count.mark === 'count').length / cells.length
    }
    expect(shown('2022-25', id => id.endsWith('_by_authority'))).toBeGreaterThan(0.5)
    expect(shown('2025-26', id => !id.includes('_by_'))).toBeGreaterThan(0.5)
  })

  it('is read as it was published, by address, by every signed-in role', async () => {
    const year = published.find(({ period }) => period.code === '2025-26')
    for (const viewer of [commissioner, officer]) {
      expect(await readPublication(database.app, viewer, '2025-26', null)).toEqual({
        ...year,
        leftOut: [...(year?.leftOut ?? [])].sort(),
      })
      expect(await readPublication(database.app, viewer, '2025-26', 2)).toBeNull()
      expect(await listPublications(database.app, viewer)).toHaveLength(published.length)
    }
  })

  it('is published again neither by the next run nor by a correction of what holds', async () => {
    expect(await publishDue(database.worker, NOW)).toEqual([])
    const year = published.find(({ period }) => period.code === '2025-26')
    if (!year) throw new Error('The year is not published')
    expect(await publishCorrection(database.worker, NOW, year.period)).toEqual([])
  })
})

describe('what turns out to have been wrong', () => {
  /** Puts right that nobody of that quarter was housed, far more than rounding. */
  async function nobodyWasHoused(from: string, to: string) {
    await database.owner
      .updateTable('episode')
      .set({ firstNight: 'not_housed', firstNightRoute: null })
      .where('releasedOn', '>=', from)
      .where('releasedOn', '<=', to)
      .execute()
  }
  const said = (publications: readonly Publication[]) =>
    publications.map(({ period, version, because }) => `${period.code} ${version} ${because}`)

  it('is published at once when asked for, with the year that holds it, and the first version stays', async () => {
    const before = await readPublication(database.app, commissioner, '2025-26-q1', 1)
    await nobodyWasHoused('2025-04-01', '2025-06-30')
    const quarter = readPeriod('2025-26-q1')
    if (!quarter) throw new Error('No such period')
    const corrected = await publishCorrection(database.worker, NOW, quarter)
    expect(said(corrected)).toEqual(['2025-26-q1 2 corrected_at_once', '2025-26 2 corrected_at_once'])
    expect(corrected[0]?.tables.first_night?.cells.housed?.count.mark).toBe('few')
    expect(await readPublication(database.app, commissioner, '2025-26-q1', 1)).toEqual(before)
    expect(await readPublication(database.app, commissioner, '2025-26-q1', null)).toMatchObject({
      version: 2,
    })
  })

  it('waits otherwise for the next quarter, and is published with it', async () => {
    await nobodyWasHoused('2024-07-01', '2024-09-30')
    expect(await publishDue(database.worker, NOW)).toEqual([])
    const inFebruary = new Date('2027-02-01T09:00:00Z')
    expect(said(await publishDue(database.worker, inFebruary))).toEqual([
      '2024-25-q2 2 corrected_with_quarter',
      '2024-25 2 corrected_with_quarter',
      '2022-25 2 corrected_with_quarter',
      '2026-27-q3 1 first',
    ])
  })
})

describe('what is published is frozen', () => {
  const roles = ['throughgate_statistician', 'throughgate_professional', 'throughgate_commissioner']
  const statements = (table: string) => [
    table === 'publication'
      ? 'update publication set version = 9'
      : `update ${table} set table_id = 'releases'`,
    `delete from ${table}`,
    `truncate ${table} cascade`,
  ]

  it.each(['publication', 'published_figure', 'publication_left_out'])(
    'in %s, for the owner too',
    async table => {
      for (const statement of statements(table)) {
        await expect(sql.raw(statement).execute(database.owner)).rejects.toThrow(/frozen/)
        for (const role of roles) {
          const pool = role === 'throughgate_statistician' ? database.worker : database.app
          const trying = pool.transaction().execute(async trx => {
            await sql.raw(`set local role ${role}`).execute(trx)
            await sql.raw(statement).execute(trx)
          })
          await expect(trying).rejects.toThrow(/permission denied|frozen/)
        }
      }
    },
  )
})

describe('the roles of those who read figures', () => {
  const TABLES = ['episode', 'episode_referral']

  it.each(TABLES)('read nothing of %s', async table => {
    for (const viewer of [commissioner, officer]) {
      const reading = asViewer(database.app, viewer, trx =>
        sql`select 1 from ${sql.table(table)}`.execute(trx),
      )
      await expect(reading).rejects.toThrow(`permission denied for table ${table}`)
    }
  })
})
