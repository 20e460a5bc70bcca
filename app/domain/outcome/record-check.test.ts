import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asStatistician, asViewer } from '@db/viewer-transaction'
import { anotherCase, createReferralWorld, form, type ReferralWorld } from '@tests/factories/referral-world'
import { closeCase } from '../casework/close-case.server'
import { moveReleaseDate } from '../casework/move-release-date.server'
import { caseChecks } from './case-days.server'
import type { CheckForm } from './check-form'
import { checkRecords } from './check-records.server'
import { checkStates } from './check-states'
import type { CheckAnswers, CheckKind } from './checks'
import { countDue, dueListFor } from './due-list.server'
import { housingNeedEver } from './housing-need'
import { recordCheck } from './record-check.server'
import { relabelCheck } from './relabel-check.server'

/** A Monday; the women of the small world leave on Monday 8 March. */
const MONDAY = new Date('2027-02-01T09:00:00Z')
const RELEASE_DAY = new Date('2027-03-08T15:00:00Z')
const NEXT_DAY = new Date('2027-03-09T09:00:00Z')
const DAY_91 = new Date('2027-06-07T09:00:00Z')

const NOWHERE: CheckAnswers<'reception'> = {
  receivedOn: '2027-01-28',
  hnia: 'done',
  hniaOn: '2027-02-01',
  housing: 'nowhere',
  home: 'none',
  arrears: 'unknown',
  benefit: 'no',
}
const HOUSED: CheckAnswers<'first_night'> = {
  housed: 'housed',
  route: 'family',
  where: 'E08000021',
  safe: 'no',
  suitable: 'unknown',
}

const NOT_KNOWN: CheckAnswers<'council_notice'> = {
  told: 'unknown',
  council: null,
  toldOn: null,
  agreed: null,
  chosen: null,
  contactPassed: null,
}

let world: ReferralWorld
beforeAll(async () => {
  world = await createReferralWorld()
})
afterAll(() => world.database.drop())

function record(
  on: { caseId: string; kind: CheckKind; version?: number },
  answers: CheckAnswers,
  because: CheckForm['because'] = null,
  viewer = world.viewers.lowNewtonOfficer,
) {
  return recordCheck(world.app, viewer, { version: 0, ...on }, { answers, because }, form())
}

function recordsOf(caseId: string, viewer = world.viewers.lowNewtonOfficer) {
  return asViewer(world.app.db, viewer, trx => checkRecords(trx, caseId))
}

async function standings(caseId: string, today: string) {
  const states = await asViewer(world.app.db, world.viewers.lowNewtonOfficer, async trx =>
    (await caseChecks(trx, [caseId])).flatMap(each => checkStates(each, today)),
  )
  return Object.fromEntries(states.map(({ kind, standing }) => [kind, standing]))
}

async function dueOf(caseId: string, viewer = world.viewers.lowNewtonOfficer) {
  const { cases } = await dueListFor(world.app, viewer, { page: 1, now: world.app.clock() })
  return cases.find(({ id }) => id === caseId)?.due.map(({ kind, dueOn }) => [kind, dueOn]) ?? []
}

describe('recording a check', () => {
  it('keeps codes and days, by whom and when, for the team alone', async () => {
    world.passTo(MONDAY)
    const caseId = await anotherCase(world)
    expect(await record({ caseId, kind: 'reception' }, NOWHERE)).toEqual({ ok: true })
    expect(await recordsOf(caseId, world.viewers.lowNewtonColleague)).toMatchObject([
      { kind: 'reception', answers: NOWHERE, recordedAt: MONDAY, replaced: null },
    ])
    expect(await recordsOf(caseId, world.viewers.durhamOfficer)).toEqual([])
    expect(await recordsOf(caseId, world.viewers.firstManager)).toEqual([])
    expect(await record({ caseId, kind: 'reception' }, NOWHERE, null, world.viewers.durhamOfficer)).toEqual({
      ok: false,
      reason: 'not_found',
    })
  })

  it('asks why before it replaces what stands, keeps what stood, and never writes over a colleague’s', async () => {
    world.passTo(MONDAY)
    const caseId = await anotherCase(world)
    const on = { caseId, kind: 'reception' } as const
    await record(on, NOWHERE)
    const found = { ...NOWHERE, housing: 'place' } as const
    expect(await record(on, found)).toEqual({ ok: false, reason: 'stale' })
    expect(await record({ ...on, version: 1 }, found)).toEqual({ ok: false, reason: 'because_missing' })
    expect(await record({ ...on, version: 1 }, NOWHERE, 'changed')).toEqual({
      ok: false,
      reason: 'unchanged',
    })
    expect(await record({ ...on, version: 1 }, found, 'changed')).toEqual({ ok: true })
    const records = await recordsOf(caseId)
    expect(records.map(({ answers, replaced }) => [answers, replaced?.because])).toEqual([
      [found, undefined],
      [NOWHERE, 'changed'],
    ])
    expect(need(records)).toBe('nowhere')
    await record({ ...on, version: 2 }, { ...found, housing: 'under_12_weeks' }, 'wrong')
    expect(need(await recordsOf(caseId))).toBe('nowhere')
  })

  it('takes the day of reception anew, keeps what it was, and counts the days of the assessment from it', async () => {
    world.passTo(MONDAY)
    const caseId = await anotherCase(world)
    const on = { caseId, kind: 'reception' } as const
    const waits = { ...NOWHERE, hnia: 'not_yet', hniaOn: null } as const
    const due = async () => (await dueOf(caseId)).map(([, day]) => day)
    world.passTo(new Date('2027-02-05T09:00:00Z'))
    expect(await due()).toEqual(['2027-02-05'])
    await record(on, waits)
    // Received on 28 January, and due within 4 days, but not before the case was opened.
    expect(await due()).toEqual(['2027-02-01'])
    const received = { ...waits, receivedOn: '2027-01-30' }
    expect(await record({ ...on, version: 1 }, received, 'wrong')).toEqual({ ok: true })
    expect(await due()).toEqual(['2027-02-03'])
    expect((await recordsOf(caseId)).map(({ answers }) => answers)).toMatchObject([
      { receivedOn: '2027-01-30' },
      { receivedOn: '2027-01-28' },
    ])
  })

  it('says anew why an answer does not stand, for the team alone, and the figures follow', async () => {
    world.passTo(MONDAY)
    const { lowNewtonColleague, durhamOfficer } = world.viewers
    const caseId = await anotherCase(world)
    await record({ caseId, kind: 'reception' }, NOWHERE)
    await record({ caseId, kind: 'reception', version: 1 }, { ...NOWHERE, housing: 'place' }, 'changed')
    const [stands, earlier] = await recordsOf(caseId)
    const say = (recordId: string | undefined, because: 'changed' | 'wrong', by = lowNewtonColleague) =>
      relabelCheck(world.app, by, { caseId, recordId: recordId ?? '', because }, form())
    expect(await say(earlier?.id, 'wrong', durhamOfficer)).toEqual({ ok: false, reason: 'not_found' })
    expect(await say(stands?.id, 'wrong')).toEqual({ ok: false, reason: 'not_found' })
    expect(await say(earlier?.id, 'changed')).toEqual({ ok: false, reason: 'unchanged' })
    expect(need(await recordsOf(caseId))).toBe('nowhere')
    expect(await say(earlier?.id, 'wrong')).toEqual({ ok: true })
    const [, after] = await recordsOf(caseId)
    expect(after?.replaced).toMatchObject({ because: 'wrong', relabelled: { at: MONDAY } })
    expect(need(await recordsOf(caseId))).toBe('none')
    expect(await say(earlier?.id, 'changed')).toEqual({ ok: true })
    expect(need(await recordsOf(caseId))).toBe('nowhere')
  })

  it('counts for nothing what was recorded wrongly', async () => {
    world.passTo(MONDAY)
    const caseId = await anotherCase(world)
    const on = { caseId, kind: 'reception' } as const
    await record(on, NOWHERE)
    await record({ ...on, version: 1 }, { ...NOWHERE, housing: 'place' }, 'wrong')
    expect(need(await recordsOf(caseId))).toBe('none')
  })

  it('refuses what cannot be known yet, and says from when on it can', async () => {
    world.passTo(MONDAY)
    const caseId = await anotherCase(world)
    const tooEarly = (from: string) => ({ ok: false, reason: 'too_early', from })
    const secured = { secured: 'yes', route: 'council' } as const
    expect(await record({ caseId, kind: 'first_night' }, HOUSED)).toEqual(tooEarly('2027-03-08'))
    expect(await record({ caseId, kind: 'night_before' }, secured)).toEqual(tooEarly('2027-03-07'))
    expect(await record({ caseId, kind: 'day_91' }, { settled: 'settled' })).toEqual(tooEarly('2027-06-07'))
    expect(await record({ caseId, kind: 'day_91' }, { settled: 'died' })).toEqual({ ok: true })
    expect(await recordsOf(caseId)).toHaveLength(1)
    world.passTo(RELEASE_DAY)
    expect(await record({ caseId, kind: 'first_night' }, HOUSED)).toEqual({ ok: true })
  })

  it('is asked again where the release moves to a day on which it could not be known', async () => {
    world.passTo(RELEASE_DAY)
    const caseId = await anotherCase(world)
    await record({ caseId, kind: 'first_night' }, HOUSED)
    expect(await standings(caseId, '2027-03-09')).toMatchObject({ first_night: 'recorded' })
    const move = { releaseOn: '2027-03-15', releaseConfidence: 'firm', releaseType: 'automatic' } as const
    await moveReleaseDate(
      world.app,
      world.viewers.lowNewtonOfficer,
      caseId,
      { ...move, cause: 'further_charge', version: 1 },
      form(),
    )
    expect(await standings(caseId, '2027-03-09')).toMatchObject({ first_night: 'again' })
    world.passTo(new Date('2027-03-16T09:00:00Z'))
    expect(await record({ caseId, kind: 'first_night', version: 1 }, HOUSED)).toEqual({ ok: true })
    expect((await recordsOf(caseId)).map(({ replaced }) => replaced?.because)).toEqual([undefined, 'wrong'])
  })
})

describe('what is due', () => {
  it('is a reception check 4 days after reception, while the person is in prison', async () => {
    world.passTo(MONDAY)
    const caseId = await anotherCase(world)
    expect(await dueOf(caseId)).toEqual([])
    world.passTo(new Date('2027-02-05T09:00:00Z'))
    expect(await dueOf(caseId)).toEqual([['reception', '2027-02-05']])
    expect(await dueOf(caseId, world.viewers.durhamOfficer)).toEqual([])
    await record({ caseId, kind: 'reception' }, { ...NOWHERE, hnia: 'not_yet', hniaOn: null })
    expect(await dueOf(caseId)).toEqual([['reception', '2027-02-01']])
    await record({ caseId, kind: 'reception', version: 1 }, NOWHERE, 'changed')
    expect(await dueOf(caseId)).toEqual([])
  })

  it('is the first night on the day after, and day 91, also of a case that is closed', async () => {
    world.passTo(MONDAY)
    const caseId = await anotherCase(world)
    await record({ caseId, kind: 'reception' }, NOWHERE)
    const closing = { reason: 'housed', note: null } as const
    const seen = { caseId, version: 1 }
    const officer = world.viewers.lowNewtonOfficer
    const close = (notKnown: 'yes' | null) =>
      closeCase(world.app, officer, seen, { ...closing, notKnown }, form())
    expect(await close(null)).toEqual({ ok: false, reason: 'checks_missing' })
    expect(await close('yes')).toEqual({ ok: true })
    const kept = (await recordsOf(caseId)).map(({ kind, answers }) => [kind, answers] as const)
    expect(Object.fromEntries(kept)).toEqual({ reception: NOWHERE, council_notice: NOT_KNOWN })
    world.passTo(NEXT_DAY)
    expect(await dueOf(caseId)).toEqual([
      ['night_before', '2027-03-08'],
      ['first_night', '2027-03-09'],
    ])
    await record({ caseId, kind: 'night_before' }, { secured: 'unknown', route: null })
    await record({ caseId, kind: 'first_night' }, HOUSED)
    expect(await dueOf(caseId)).toEqual([])
    world.passTo(DAY_91)
    expect(await dueOf(caseId)).toEqual([['day_91', '2027-06-07']])
    const many = await countDue(world.app.db, officer, DAY_91)
    await record({ caseId, kind: 'day_91' }, { settled: 'unknown' })
    expect(await countDue(world.app.db, officer, DAY_91)).toBe(many - 1)
  })

  it('is what a case closed on the day of release was too early for: nothing of a later day is said to be not known', async () => {
    world.passTo(MONDAY)
    const caseId = await anotherCase(world)
    await record({ caseId, kind: 'reception' }, NOWHERE)
    world.passTo(RELEASE_DAY)
    const closing = { reason: 'housed', note: null, notKnown: 'yes' } as const
    const seen = { caseId, version: 1 }
    expect(await closeCase(world.app, world.viewers.lowNewtonOfficer, seen, closing, form())).toEqual({
      ok: true,
    })
    const kept = (await recordsOf(caseId)).map(({ kind }) => kind)
    expect(kept.sort()).toEqual(['council_notice', 'night_before', 'reception'])
    // That she died is known before day 91, and hides nothing of what is due before.
    await record({ caseId, kind: 'day_91' }, { settled: 'died' })
    world.passTo(NEXT_DAY)
    expect(await dueOf(caseId)).toEqual([['first_night', '2027-03-09']])
    await record({ caseId, kind: 'first_night' }, HOUSED)
    expect(await dueOf(caseId)).toEqual([])
  })

  it('is nothing of a release that did not happen', async () => {
    world.passTo(MONDAY)
    const caseId = await anotherCase(world)
    const closing = { reason: 'transferred', note: null, notKnown: 'yes' } as const
    await closeCase(world.app, world.viewers.lowNewtonOfficer, { caseId, version: 1 }, closing, form())
    world.passTo(DAY_91)
    expect(await dueOf(caseId)).toEqual([])
    expect(await standings(caseId, '2027-06-07')).toMatchObject({ first_night: 'none', day_91: 'none' })
  })
})

describe('the statistician', () => {
  it('reads what was recorded, and not who recorded it', async () => {
    world.passTo(MONDAY)
    const caseId = await anotherCase(world)
    await record({ caseId, kind: 'reception' }, NOWHERE)
    const read = await asStatistician(world.database.worker, trx =>
      trx.selectFrom('outcomeCheck').select('answers').where('caseId', '=', caseId).execute(),
    )
    expect(read).toEqual([{ answers: NOWHERE }])
    const asks = asStatistician(world.database.worker, trx =>
      trx.selectFrom('outcomeCheck').select('recordedBy').execute(),
    )
    await expect(asks).rejects.toThrow(/permission denied/)
  })
})

function need(records: Awaited<ReturnType<typeof recordsOf>>) {
  return housingNeedEver(
    records.flatMap(({ answers, replaced }) =>
      'housing' in answers ? [{ answers, replacedBecause: replaced?.because ?? null }] : [],
    ),
  )
}

describe('the table of checks', () => {
  it('takes no other name than the officer’s, and no change of what is replaced', async () => {
    world.passTo(MONDAY)
    const { lowNewtonOfficer, lowNewtonColleague } = world.viewers
    const caseId = await anotherCase(world)
    await record({ caseId, kind: 'reception' }, NOWHERE)
    const query = (change: ReturnType<typeof sql>) =>
      asViewer(world.app.db, lowNewtonOfficer, async trx =>
        Number((await change.execute(trx)).numAffectedRows),
      )
    const replaced = (by: { personId: string }) => sql`
      update outcome_check set replaced_by = ${by.personId}, replaced_at = now(), replaced_because = 'changed'
      where case_id = ${caseId}`
    const recorded = (by: { personId: string }) => sql`
      insert into outcome_check (id, case_id, kind, answers, recorded_by, recorded_at)
      values (gen_random_uuid(), ${caseId}, 'day_91', '{}', ${by.personId}, now())`
    for (const change of [replaced(lowNewtonColleague), recorded(lowNewtonColleague)])
      await expect(query(change)).rejects.toThrow(/row-level security/)
    expect(await query(replaced(lowNewtonOfficer))).toBe(1)
    await expect(query(replaced(lowNewtonOfficer))).rejects.toThrow(/what was replaced stays/)
    expect(await query(recorded(lowNewtonOfficer))).toBe(1)
  })
})
