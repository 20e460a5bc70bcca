import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedDirectory } from '@db/seeds/demonstration/seed-directory'
import { accountViewer } from '@db/seeds/demonstration/viewers'
import { asViewer } from '@db/viewer-transaction'
import { createTestDatabase, type TestDatabase } from '@tests/support/database'
import { supplyFor } from './queries.server'
import type { SupplyReport } from './report'

const NOW = new Date('2026-11-22T09:00:00Z')
const commissioner = accountViewer('commissioner@example.org')
let database: TestDatabase
let report: SupplyReport

beforeAll(async () => {
  database = await createTestDatabase()
  await seedDirectory(database.owner, 'not a hash', NOW)
  report = await supplyFor(database.app, commissioner, NOW)
})
afterAll(() => database.drop())

function cellsOf(authorityCode: string) {
  const row = report.rows.find(each => each.authorityCode === authorityCode)
  if (!row) throw new Error(`No row for ${authorityCode}`)
  return row.cells
}

describe('supply as a commissioner reads it', () => {
  it('finds women-only supported housing in 4 of 12 authorities', () => {
    expect(report.sentence).toBe(
      '4 of 12 authorities have women-only supported housing. In one of them a woman from prison is taken as a rule; in two, case by case.',
    )
  })

  it('counts the beds of each, and what is free where that is confirmed', () => {
    const newcastle = cellsOf('E08000021')
    expect([newcastle.women_only.beds, newcastle.women_only_from_prison.beds]).toEqual([18, 12])
    expect(newcastle.women_only_from_prison.free).toBe(4)
    expect(newcastle.women_only_from_prison.lastConfirmedAt).toEqual(new Date('2026-11-22T06:00:00Z'))
  })

  it('counts no bed of a house for men only: Saltpan Blyth, for anyone, and not Stonecrop', () => {
    const { from_prison: northumberland } = cellsOf('E06000057')
    expect([northumberland.outcome, northumberland.beds]).toEqual(['yes', 8])
  })

  it('keeps “not confirmed” apart from “none”', () => {
    expect(cellsOf('E08000023').women_only.outcome).toBe('none')
    expect(cellsOf('E08000037').women_only.outcome).toBe('not_confirmed')
    expect(report.notConfirmed).toBe('In two authorities nobody has confirmed whether there is any.')
  })

  it('has a row for each of the 12 authorities, by name', () => {
    expect(report.rows.map(row => row.authorityCode).slice(0, 3)).toEqual([
      'E06000047',
      'E06000005',
      'E08000037',
    ])
    expect(report.rows).toHaveLength(12)
  })
})

describe('the commissioner’s role in the database', () => {
  it.each([
    'person_case',
    'case_identity',
    'case_triage',
    'case_needs',
    'case_safety',
    'case_reader',
    'case_key',
    'case_search',
    'case_shortlist',
    'case_shortlist_note',
    'release_date_change',
    'referral',
    'referral_party',
    'referral_history',
    'referral_claim',
    'offer',
    'placement',
    'confidential_site',
    'site',
    'session',
    'episode',
    'episode_referral',
    'outcome_check',
  ])('can read nothing of %s', async table => {
    const reading = asViewer(database.app, commissioner, trx =>
      sql`select 1 from ${sql.table(table)}`.execute(trx),
    )
    await expect(reading).rejects.toThrow(`permission denied for table ${table}`)
  })
})
