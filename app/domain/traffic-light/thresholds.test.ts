import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '@db/id'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { addAccount } from '@tests/factories/account'
import { domainContext } from '@tests/factories/domain-context'
import { addOrganisation } from '@tests/factories/organisation'
import { createTestDatabase, type TestDatabase } from '@tests/support/database'
import type { IndicatorCode } from './indicator'
import { setThreshold, strikeReason, strikeThreshold } from './set-threshold.server'
import { sinceWords, thresholdOn } from './threshold'
import { thresholdForm } from './threshold-form'
import { readThresholds } from './thresholds.server'

const NOW = new Date('2027-02-01T10:00:00Z')
const LATER = new Date('2027-02-03T10:00:00Z')

let database: TestDatabase
let commissioner: SignedInViewer
let administrator: SignedInViewer
let sunderland: SignedInViewer
let editor: SignedInViewer
let officer: SignedInViewer
const at = (now: Date) => domainContext(database, now)
const form = (key = newId()) => ({ key, fingerprint: key })
const FROM_APRIL = { green: 30, amber: 40, validFrom: '2027-04-01', why: 'Agreed at the spring meeting' }

beforeAll(async () => {
  database = await createTestDatabase()
  const { owner } = database
  const partnership = await addOrganisation(owner, { kind: 'commissioner' })
  const council = await addOrganisation(owner, { kind: 'commissioner', authorityCode: 'E08000024' })
  const region = await addOrganisation(owner, { kind: 'region' })
  const prison = await addOrganisation(owner, { prisonCode: 'LNI' })
  commissioner = await addAccount(owner, partnership, 'commissioner', 'c@threshold.example')
  sunderland = await addAccount(owner, council, 'commissioner', 's@threshold.example')
  administrator = await addAccount(owner, region, 'administrator', 'a@threshold.example')
  editor = await addAccount(owner, region, 'editor', 'e@threshold.example')
  officer = await addAccount(owner, prison, 'officer', 'o@threshold.example')
})
afterAll(() => database.drop())

function set(viewer: SignedInViewer, indicator: IndicatorCode, more: object = {}, now = NOW) {
  return setThreshold(at(now), viewer, { indicator, corrects: null, ...FROM_APRIL, ...more }, form())
}

async function rowsOf(indicator: IndicatorCode) {
  const rows = await readThresholds(database.app, commissioner)
  return rows.filter(row => row.indicator === indicator)
}

describe('thresholds', () => {
  it('begin with the two of the specification, that nobody set, and with no other', async () => {
    const rows = await readThresholds(database.app, editor)
    expect(rows.map(({ indicator, green, amber, setBy }) => [indicator, green, amber, setBy])).toEqual(
      expect.arrayContaining([
        ['stale_vacancies', 10, 25, null],
        ['decisions_in_limits', 90, 75, null],
      ]),
    )
    expect(rows).toHaveLength(2)
  })

  it('are set by the region’s commissioner and by administrators, read by editors, and closed to everybody else', async () => {
    expect(await set(commissioner, 'm3')).toEqual({ ok: true })
    expect(await set(administrator, 'm2')).toEqual({ ok: true })
    for (const viewer of [sunderland, editor, officer])
      expect(await set(viewer, 'm7')).toEqual({ ok: false, reason: 'not_allowed' })
    expect((await readThresholds(database.app, sunderland)).map(({ indicator }) => indicator)).toContain('m3')
    expect(await readThresholds(database.app, officer)).toEqual([])
  })

  it('change no day before the one they hold from, and stand once a day', async () => {
    await set(commissioner, 'hnia')
    expect(await set(commissioner, 'hnia', { green: 20 })).toEqual({ ok: false, reason: 'taken' })
    await set(commissioner, 'hnia', { green: 25, amber: 35, validFrom: '2027-07-01' })
    const rows = await rowsOf('hnia')
    const heldOn = (day: string) => thresholdOn(rows, 'hnia', day)?.green
    expect([heldOn('2027-03-31'), heldOn('2027-06-30'), heldOn('2027-07-01')]).toEqual([undefined, 30, 25])
  })

  it('are corrected by a new row; the wrong one stays, struck, with who and when', async () => {
    await set(commissioner, 'm8')
    const [wrong] = await rowsOf('m8')
    const change = { corrects: wrong!.id, green: 35, why: 'Typed wrongly' }
    expect(await set(administrator, 'm8', change, LATER)).toEqual({ ok: true })
    expect(await set(commissioner, 'm8', change, LATER)).toEqual({ ok: false, reason: 'struck' })
    const rows = await rowsOf('m8')
    expect(rows).toHaveLength(2)
    expect(rows.find(row => row.id === wrong!.id)).toMatchObject({
      green: 30,
      why: FROM_APRIL.why,
      struckAt: LATER,
      struckBy: 'Person at a@threshold.example',
    })
    expect(thresholdOn(rows, 'm8', '2027-04-01')).toMatchObject({ green: 35, corrects: wrong!.id })
  })

  it('are dated back by an administrator alone, and only where none held before, and the row says so', async () => {
    const back = { validFrom: '2022-04-01', why: 'Agreed on 4 March 2022' }
    expect(await set(commissioner, 'm12', back)).toEqual({ ok: false, reason: 'past' })
    expect(await set(administrator, 'm12', back)).toEqual({ ok: true })
    // What the first rates stays rated by it.
    expect(await set(administrator, 'm12', { validFrom: '2024-04-01' })).toEqual({
      ok: false,
      reason: 'held',
    })
    expect(await set(administrator, 'm12', { validFrom: '2021-04-01' })).toEqual({ ok: true })
    expect(await set(administrator, 'm12', { validFrom: '2027-02-01' })).toEqual({ ok: true })
    const rows = await rowsOf('m12')
    expect(rows.map(sinceWords)).toEqual([
      'from 1 February 2027',
      'from 1 April 2022, dated back on 1 February 2027',
      'from 1 April 2021, dated back on 1 February 2027',
    ])
    expect(thresholdOn(rows, 'm12', '2023-03-31')?.green).toBe(30)
    const kinds = await database.owner
      .selectFrom('auditEntry')
      .select('subjectKind')
      .distinct()
      .where('action', 'like', 'threshold.%')
      .execute()
    expect(kinds).toEqual([{ subjectKind: 'threshold' }])
  })

  it('leave what held before when one is struck, and lose their reason alone where it should never have been typed', async () => {
    await set(commissioner, 'stale_vacancies', { green: 5, amber: 15 })
    const [row] = await rowsOf('stale_vacancies')
    const of = { id: row!.id, indicator: 'stale_vacancies' } as const
    expect(await strikeReason(at(LATER), commissioner, of, form())).toMatchObject({ reason: 'not_found' })
    expect(await strikeThreshold(at(LATER), sunderland, of, form())).toMatchObject({ reason: 'not_allowed' })
    expect(await strikeThreshold(at(LATER), commissioner, of, form())).toEqual({ ok: true })
    expect(thresholdOn(await rowsOf('stale_vacancies'), 'stale_vacancies', '2027-05-01')?.green).toBe(10)
    expect(await strikeReason(at(LATER), administrator, of, form())).toEqual({ ok: true })
    const again = {
      ok: false,
      reason: 'struck',
      by: 'Person at a@threshold.example',
      at: LATER.toISOString(),
    }
    expect(await strikeReason(at(LATER), commissioner, of, form())).toEqual(again)
    expect((await rowsOf('stale_vacancies')).find(each => each.id === row!.id)).toMatchObject({
      green: 5,
      why: null,
      whyStruckBy: 'Person at a@threshold.example',
      struckBy: 'Person at c@threshold.example',
    })
  })
})

describe('the table of thresholds', () => {
  const insert = (by: SignedInViewer) => sql`
    insert into indicator_threshold (indicator, green, amber, valid_from, why, set_by, set_at)
    values ('m10', 1, 2, '2027-04-01', 'w', ${by.personId}, now())`
  const run = (viewer: SignedInViewer, query: ReturnType<typeof sql>) =>
    asViewer(database.app, viewer, async trx => Number((await query.execute(trx)).numAffectedRows))

  it('refuses who may not set one, another’s name, a changed number and a second strike', async () => {
    for (const viewer of [sunderland, editor, officer])
      await expect(run(viewer, insert(viewer))).rejects.toThrow(/row-level security/)
    await expect(run(commissioner, insert(administrator))).rejects.toThrow(/row-level security/)
    expect(await run(commissioner, insert(commissioner))).toBe(1)
    const of = sql`where indicator = 'm10'`
    const strike = (by: SignedInViewer) =>
      sql`update indicator_threshold set struck_by = ${by.personId}, struck_at = now() ${of}`
    await expect(run(commissioner, sql`update indicator_threshold set green = 9 ${of}`)).rejects.toThrow(
      /permission denied/,
    )
    await expect(run(commissioner, sql`update indicator_threshold set why = 'other' ${of}`)).rejects.toThrow()
    await expect(run(commissioner, strike(administrator))).rejects.toThrow(/row-level security/)
    expect(await run(sunderland, strike(sunderland))).toBe(0)
    expect(await run(commissioner, strike(commissioner))).toBe(1)
    await expect(run(administrator, strike(administrator))).rejects.toThrow(/struck once/)
    await expect(run(commissioner, sql`delete from indicator_threshold ${of}`)).rejects.toThrow(
      /permission denied/,
    )
  })
})

describe('the form of a threshold', () => {
  const typed = {
    green: '10',
    amber: '25%',
    validFrom: { day: '1', month: '4', year: '2027' },
    why: 'Baseline of 2025-26',
  }
  const problems = (changes: object, since?: string) => {
    const read = thresholdForm('lower', { today: '2027-02-01', since }).safeParse({ ...typed, ...changes })
    return read.success ? [] : read.error.issues.map(issue => issue.path.join('.'))
  }
  const PAST = { validFrom: { day: '31', month: '1', year: '2027' } }

  it.each([
    [{}, []],
    [{ green: '26' }, ['amber']],
    [{ green: '10.5' }, ['green']],
    [{ amber: '101' }, ['amber']],
    [{ why: undefined }, ['why']],
    [{ why: 'As A1234BC asked' }, ['why']],
    [PAST, ['validFrom']],
  ])('refuses %o beside its field', (changes, fields) => {
    expect(problems(changes)).toEqual(fields)
  })

  it('goes back to the day of the one it corrects, and no further', () => {
    expect(problems(PAST, '2027-01-31')).toEqual([])
    expect(problems(PAST, '2027-02-01')).toEqual(['validFrom'])
  })
})
