import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { SignedInViewer } from '@db/viewer'
import { newId } from '@db/id'
import { asStatistician, asViewer, asWorker } from '@db/viewer-transaction'
import { filledCase } from '@tests/factories/filled-case'
import {
  anotherCase,
  createReferralWorld,
  form,
  type ReferralWorld,
  submitted,
  workerOf,
} from '@tests/factories/referral-world'
import { setDatabaseClock } from '@tests/support/database'
import type { ClosingReason } from '../case/closing/case-closing'
import { closeCase } from '../casework/close-case.server'
import { recordCheck } from '../outcome/record-check.server'
import { findReferralFor } from '../referral/record/referral-queries.server'
import { setSetting } from '../setting/set-setting.server'
import { countTables } from '../unmet-need/counting/count-tables'
import { drawEpisodes } from '../unmet-need/drawing/draw-episodes.server'
import { drawParents } from '../unmet-need/drawing/draw-parents.server'
import { yearPeriod } from '../unmet-need/period'
import { readWorld } from '../unmet-need/publishing/read-world.server'
import { KEPT_TABLES } from './kept-tables'
import { pastCase, pastReferral } from './past.server'
import { retain } from './retain.server'

const START = new Date('2027-02-01T09:00:00Z')
let world: ReferralWorld
beforeAll(async () => {
  world = await createReferralWorld()
})
beforeEach(async () => {
  world.passTo(START)
  await setDatabaseClock(world.database, new Date(START.getTime() - 3_600_000))
})
afterAll(() => world.database.drop())

async function close(caseId: string, on: string, reason: ClosingReason = 'housed') {
  world.passTo(new Date(`${on}T15:00:00Z`))
  const { version } = await world.database.owner
    .selectFrom('personCase')
    .select('version')
    .where('id', '=', caseId)
    .executeTakeFirstOrThrow()
  const closing = { reason, note: 'Words on closing', notKnown: 'yes' } as const
  const officer = world.viewers.lowNewtonOfficer
  expect(await closeCase(world.app, officer, { caseId, version }, closing, form())).toEqual({ ok: true })
}

/** A night of the worker: figures are drawn, then what is over is deleted. */
async function night(day: string) {
  const now = new Date(`${day}T03:00:00Z`)
  world.passTo(now)
  await setDatabaseClock(world.database, now)
  await drawEpisodes(world.database.worker, now)
  await drawParents(world.database.worker, now)
  const failed: unknown[] = []
  const deleted = await retain(world.worker, error => failed.push(error))
  expect(failed).toEqual([])
  return deleted
}

async function isKept(caseId: string): Promise<boolean> {
  const row = await world.database.owner
    .selectFrom('personCase')
    .select('id')
    .where('id', '=', caseId)
    .executeTakeFirst()
  return row !== undefined
}

/** The tables that hold a row of a case, as an administrator is given them. */
async function tablesOf(caseId: string): Promise<string[]> {
  const { rows } = await asViewer(world.database.app, world.viewers.administrator, trx =>
    sql<{ name: string }>`select distinct kept_in as name from held_on_case(${caseId}) order by 1`.execute(
      trx,
    ),
  )
  return rows.map(({ name }) => name)
}

function tablesThatEnd(...ends: string[]): string[] {
  return Object.keys(KEPT_TABLES)
    .filter(table => ends.includes(KEPT_TABLES[table]?.ends ?? ''))
    .sort()
}

describe('a case that was kept long enough', () => {
  it('is deleted a year after it closed, with every table that belongs to it, and its figures stay', async () => {
    const { caseId, referrals } = await filledCase(world)
    const { owner } = world.database
    const claims = await owner.selectFrom('bedspaceClaim').selectAll().orderBy('id').execute()
    await close(caseId, '2027-06-10')
    await night('2027-06-11')
    const held = await tablesOf(caseId)
    const ofACase = tablesThatEnd('case', 'referral')
    // A table that comes later is filled in tests/factories/filled-case.ts.
    expect(held.filter(table => ofACase.includes(table))).toEqual(ofACase)
    const counted = await counts()

    expect(await night('2028-06-09')).toMatchObject({ cases: 0, referrals: 2 })
    expect(await isKept(caseId)).toBe(true)
    expect(await night('2028-06-10')).toMatchObject({ cases: 1 })
    for (const table of ofACase)
      expect([table, await rowsOf(table, caseId, referrals.declined)]).toEqual([table, 0])
    // Who read and did what stays for six years, of the case and of its referrals.
    const audited = await owner
      .selectFrom('auditEntry')
      .select('id')
      .where('subjectId', 'in', [caseId, referrals.declined])
      .execute()
    expect(audited.length).toBeGreaterThan(3)

    expect(await counts()).toEqual(counted)
    await night('2028-06-11')
    expect(await counts()).toEqual(counted)
    const leading = await sql`select from episode e join episode_referral r on r.episode_id = e.id
      where e.case_id = ${caseId} or r.referral_id in (${referrals.declined}, ${referrals.departed})`.execute(
      owner,
    )
    expect(leading.rows).toEqual([])
    expect(await owner.selectFrom('bedspaceClaim').selectAll().orderBy('id').execute()).toEqual(claims)
  })

  it('leaves a line without a name to those who had it', async () => {
    const caseId = await anotherCase(world)
    const { referralId } = await submitted(world, 'hostel', caseId)
    await close(caseId, '2027-02-03', 'opened_by_mistake')
    await night('2028-02-03')
    const { app, viewers } = world
    const { reference } = (await pastCase(app, viewers.lowNewtonOfficer, caseId))!
    expect(reference).toMatch(/^C-\d+$/)
    expect(await pastCase(app, viewers.durhamOfficer, caseId)).toBeNull()
    const seen = (viewer: SignedInViewer) => pastReferral(app, viewer, referralId)
    const line = { closedOn: '2027-02-03', deletedOn: '2028-02-03' }
    expect(await seen(viewers.lowNewtonOfficer)).toMatchObject(line)
    expect(await seen(workerOf(world, 'hostel'))).toMatchObject(line)
    expect(await seen(viewers.firstWorker)).toBeNull()
  })

  it.each<[string, ClosingReason, string | null, string]>([
    // Closed on 1 March for a release on 8 March 2027: day 91 is 7 June.
    ['is kept while day 91 is not due', 'housed', null, '2027-06-07'],
    ['goes once day 91 is recorded', 'died', 'died', '2027-06-01'],
    ['waits for no day 91 where nobody was released', 'transferred', null, '2027-06-01'],
  ])('%s', async (_, reason, settled, over) => {
    const { app, viewers } = world
    const set = { setting: 'keep_case', value: 3, validFrom: '2027-02-01', why: 'A test' } as const
    await setSetting(app, viewers.administrator, set, form())
    const caseId = await anotherCase(world)
    await close(caseId, '2027-03-01', reason)
    if (settled !== null) {
      const on = { caseId, kind: 'day_91', version: 0 } as const
      const answers = { settled: 'died' } as const
      world.passTo(new Date('2027-03-20T10:00:00Z'))
      expect(
        await recordCheck(app, viewers.lowNewtonOfficer, on, { answers, because: null }, form()),
      ).toMatchObject({ ok: true })
    }
    await night(dayBefore(over))
    expect(await isKept(caseId)).toBe(true)
    await night(over)
    expect(await isKept(caseId)).toBe(false)
  })

  it('is not touched while it is open, or was reopened, or somebody stays by a referral of it', async () => {
    const open = await anotherCase(world)
    const { referralId } = await submitted(world, 'hostel', open)
    await night('2030-01-01')
    expect(await isKept(open)).toBe(true)
    expect(await findReferralFor(world.app, world.viewers.lowNewtonOfficer, referralId)).toMatchObject({
      detailsDeletedOn: null,
    })
    // Closed by hand, as nothing in the service may: the referral alone keeps it.
    await sql`update person_case set closed_at = '2027-02-03T10:00:00Z' where id = ${open}`.execute(
      world.database.owner,
    )
    await sql`insert into case_closing (id, case_id, reason, closed_by, closed_at)
      values (gen_random_uuid(), ${open}, 'housed', ${world.viewers.lowNewtonOfficer.personId}, '2027-02-03T10:00:00Z')`.execute(
      world.database.owner,
    )
    await night('2030-01-02')
    expect(await isKept(open)).toBe(true)
  })
})

describe('a referral that closed long ago, of a case that goes on', () => {
  it('loses what was disclosed and written, and stays as what was done and how it ended', async () => {
    const { caseId, referrals } = await filledCase(world, 1)
    const { owner } = world.database
    const referral = () =>
      owner.selectFrom('referral').selectAll().where('id', '=', referrals.declined).executeTakeFirstOrThrow()
    const before = await referral()
    const history = () =>
      owner.selectFrom('referralHistory').selectAll().where('caseId', '=', caseId).orderBy('id').execute()
    const done = await history()
    await night('2028-01-31')
    expect(await referral()).toEqual(before)
    expect(await night('2028-02-01')).toMatchObject({ cases: 0, referrals: 1 })

    for (const table of tablesThatEnd('referral'))
      expect([
        table,
        await sql`select from ${sql.table(table)} where referral_id = ${referrals.declined}`
          .execute(owner)
          .then(({ rows }) => rows.length),
      ]).toEqual([table, 0])
    const { state, reference, primaryReason } = before
    expect(await referral()).toMatchObject({
      state,
      reference,
      primaryReason,
      detailsDeletedOn: '2028-02-01',
    })
    expect(await history()).toEqual(done)
    const seen = await findReferralFor(world.app, world.viewers.lowNewtonOfficer, referrals.declined)
    expect(seen).toMatchObject({ justification: null, buttons: [], detailsDeletedOn: '2028-02-01' })
    expect(JSON.stringify(seen?.history)).not.toContain('typed on declining')
    // Nobody takes up again what is deleted.
    const taken = await asViewer(world.database.app, world.viewers.lowNewtonOfficer, trx =>
      trx.updateTable('referral').set({ state: 'submitted' }).where('id', '=', referrals.declined).execute(),
    )
    expect(taken[0]?.numUpdatedRows).toBe(0n)
    await night('2028-03-31')
    expect((await tablesOf(caseId)).includes('referral_decision')).toBe(true)
    await night('2028-04-01')
    expect((await tablesOf(caseId)).filter(table => tablesThatEnd('referral').includes(table))).toEqual([])
  })
})

describe('what else was kept long enough', () => {
  it('is an entry of the audit after six years, and a shorter time is refused by the database', async () => {
    const { owner, worker } = world.database
    const entry = (happenedAt: string) =>
      owner
        .insertInto('auditEntry')
        .values({ id: newId(), happenedAt, action: 'a test', subjectKind: 'session' })
        .execute()
    await entry('2024-05-31T12:00:00Z')
    await entry('2024-06-01T12:00:00Z')
    await night('2030-05-31')
    const left = () =>
      owner.selectFrom('auditEntry').select('happenedAt').where('action', '=', 'a test').execute()
    expect(await left()).toEqual([{ happenedAt: new Date('2024-06-01T12:00:00Z') }])
    await asWorker(worker, trx => sql`select delete_audit(5, '2030-05-31', 100)`.execute(trx))
    await asWorker(worker, trx => sql`select delete_audit(6, '2040-05-31', 100)`.execute(trx))
    expect(await left()).toHaveLength(1)
  })

  it('is a release of the list that nobody opened a case for, and its coverage stays counted', async () => {
    const { owner } = world.database
    const { organisationId, personId: listedBy } = world.viewers.lowNewtonOfficer
    await owner
      .insertInto('releaseListEntry')
      .values({
        ...{
          id: newId(),
          organisationId,
          prisonCode: 'LNI',
          releaseOn: '2030-05-10',
          sex: 'woman',
          listedBy,
        },
        ...{
          listedAt: new Date('2030-05-01T12:00:00Z'),
          prisonNumberHash: world.app.keys.lookupHash('Q1234AB'),
        },
      })
      .execute()
    const listed = () => owner.selectFrom('releaseListEntry').select('releaseOn').execute()
    const alone = () =>
      owner.selectFrom('episode').select('isListed').where('releasedOn', '=', '2030-05-10').execute()
    // Three months: the region's setting of another test.
    await night('2030-08-09')
    expect([await listed(), await alone()]).toEqual([[{ releaseOn: '2030-05-10' }], [{ isListed: true }]])
    expect(await night('2030-08-10')).toMatchObject({ listed: 1 })
    await night('2030-08-11')
    expect([await listed(), await alone()]).toEqual([[], [{ isListed: true }]])
  })
})

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)
}

/** Every table of the year in which the women of these tests were released, counted from what is kept. */
async function counts() {
  const { world: counted } = await asStatistician(world.database.worker, readWorld)
  return countTables(counted, yearPeriod(2026))
}

async function rowsOf(table: string, caseId: string, referralId: string): Promise<number> {
  const { rows: columns } = await sql<{
    name: string
  }>`select column_name as name from information_schema.columns
    where table_schema = 'public' and table_name = ${table} and column_name in ('case_id', 'referral_id')`.execute(
    world.database.owner,
  )
  const name = columns.some(column => column.name === 'case_id') ? 'case_id' : columns[0]?.name
  if (name === undefined) return 0
  const of = name === 'case_id' ? caseId : referralId
  const { rows } = await sql<{ many: number }>`select count(*)::int as many from ${sql.table(table)}
    where ${sql.ref(name)} = ${of}`.execute(world.database.owner)
  return rows[0]?.many ?? 0
}

describe('notes about entries that are over', () => {
  it('go 24 months after they were answered, taken back or their service closed, with their history; others stay', async () => {
    const { owner } = world.database
    const teller = world.viewers.lowNewtonOfficer
    const note = async (serviceId: string, over: Partial<Record<'answeredAt' | 'takenBackAt', Date>>) => {
      const id = newId()
      const answered = over.answeredAt && { answer: 'right', answeredBy: world.viewers.firstManager.personId }
      const told = { toldBy: teller.personId, toldOrganisationId: teller.organisationId, toldAt: START }
      await owner
        .insertInto('entryNote')
        .values({ id, serviceId, kind: 'contact', ...told, toldOn: '2027-02-01', ...over, ...answered })
        .execute()
      await owner.updateTable('entryNote').set({ words: 'Nobody answers' }).where('id', '=', id).execute()
      return id
    }
    const { womensHouse, hostel, flats, refuge } = world.services
    const answered = await note(womensHouse, { answeredAt: new Date('2027-03-01T10:00:00Z') })
    const takenBack = await note(hostel, { takenBackAt: new Date('2027-03-02T10:00:00Z') })
    const open = await note(flats, {})
    const ofClosed = await note(refuge, {})
    await owner
      .updateTable('service')
      .set({ archivedAt: new Date('2027-03-02T10:00:00Z') })
      .where('id', '=', refuge)
      .execute()
    const left = async () => (await owner.selectFrom('entryNote').select('id').execute()).map(({ id }) => id)
    const history = async () =>
      new Set(
        (
          await owner
            .selectFrom('recordChange')
            .select('rowKey')
            .where('tableName', '=', 'entry_note')
            .execute()
        ).map(({ rowKey }) => rowKey),
      )
    await night('2029-02-28')
    expect((await left()).sort()).toEqual([answered, takenBack, open, ofClosed].sort())
    await night('2029-03-01')
    expect((await left()).sort()).toEqual([takenBack, open, ofClosed].sort())
    expect((await history()).has(answered)).toBe(false)
    await night('2029-03-02')
    expect(await left()).toEqual([open])
    expect([...(await history())]).toEqual([open])
    await owner.updateTable('service').set({ archivedAt: null }).where('id', '=', refuge).execute()
  })
})
