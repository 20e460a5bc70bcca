import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asViewer } from '@db/viewer-transaction'
import {
  anotherCase,
  createReferralWorld,
  ELIGIBLE,
  form,
  next,
  type ReferralWorld,
  submitted,
  underReview,
} from '@tests/factories/referral-world'
import { submitReferral } from '../referral/submit/submit-referral.server'
import { addDays } from '../time/calendar'
import { withdrawReferral } from '../referral/events/withdraw/act.server'
import { closeCase } from './close-case.server'
import { correctClosing } from './correct-closing.server'
import { historyFor } from '../../screens/case-history/facts.server'
import { closedCasesFor } from '../case/closing/closed-cases.server'
import { createCase } from '../case/record/create-case.server'
import { decideForCase } from '../../screens/case-refer/facts.server'
import { casesFor } from '../../screens/cases/facts.server'
import { moveReleaseDate } from './move-release-date.server'
import { mayRecord } from '../outcome/check-states'
import { dueListFor } from '../outcome/due-list.server'
import { standingWords } from '../../screens/case/check-words'
import { findCaseFor } from '../../screens/case/facts.server'
import { reopenCase } from './reopen-case.server'
import { teamCase } from '../case/record/team-case.server'
import { updateFacts } from './update-facts.server'

const HOUSED = { reason: 'housed', note: null, notKnown: 'yes' } as const

let world: ReferralWorld
beforeAll(async () => {
  world = await createReferralWorld()
})
afterAll(() => world.database.drop())

function officer() {
  return world.viewers.lowNewtonOfficer
}

function close(caseId: string, version = 1, viewer = officer(), request = form()) {
  return closeCase(world.app, viewer, { caseId, version }, HOUSED, request)
}

function reopen(caseId: string, version: number, viewer = officer()) {
  return reopenCase(world.app, viewer, { caseId, version }, form())
}

async function isQueued(caseId: string): Promise<boolean> {
  const queue = await casesFor(world.app.db, officer(), world.app.keys, { page: 1, now: world.app.clock() })
  return queue.cases.some(queued => queued.id === caseId)
}

function refer(caseId: string) {
  const input = { caseId, serviceId: world.services.womensHouse, agreed: true, agreedTier: 1 } as const
  return submitReferral(world.app, officer(), { ...input, decision: ELIGIBLE, justification: null }, form())
}

describe('closing a case', () => {
  it('takes it out of the queue and says by whom, when and why', async () => {
    const caseId = await anotherCase(world)
    expect(await isQueued(caseId)).toBe(true)
    const other = { reason: 'other', note: 'She moved abroad', notKnown: 'yes' } as const
    expect(await closeCase(world.app, officer(), { caseId, version: 1 }, other, form())).toEqual({ ok: true })
    expect(await isQueued(caseId)).toBe(false)
    const seen = await findCaseFor(world.app, world.viewers.lowNewtonColleague, caseId)
    expect(seen).toMatchObject({ closedAt: world.app.clock(), version: 2 })
    expect(seen?.closing).toMatchObject({
      reason: 'other',
      note: 'She moved abroad',
      closedAt: world.app.clock(),
      closedBy: await nameOf(officer().personId),
    })
  })

  it('leaves nothing to be searched for, referred or answered', async () => {
    const caseId = await anotherCase(world)
    await close(caseId)
    expect(await teamCase(world.app, officer(), caseId, 'case.search')).toBeNull()
    expect(await decideForCase(world.app, officer(), caseId, world.services.womensHouse)).toBeNull()
    expect(await refer(caseId)).toEqual({ ok: false, reason: 'not_found' })
    const answers = { caseId, topic: 'money', facts: { recourse: 'no' }, version: 2 } as const
    expect(await updateFacts(world.app, officer(), answers, form())).toEqual({
      ok: false,
      reason: 'not_found',
    })
  })

  it('waits for every open referral, but not for the end of a stay', async () => {
    const caseId = await anotherCase(world)
    const target = await submitted(world, 'womensHouse', caseId)
    expect(await close(caseId)).toEqual({ ok: false, reason: 'referrals_open' })
    const reasons = { primary: 'withdrawn.circumstances', others: [], note: null }
    next(target, await withdrawReferral(world.app, officer(), { ...target, reasons }, form()))
    const stay = await submitted(world, 'hostel', caseId)
    await arrives(stay.referralId)
    expect(await close(caseId)).toEqual({ ok: true })
  })

  it('is done once for one form, by the team alone, and never over a colleague’s change', async () => {
    const caseId = await anotherCase(world)
    const move = {
      releaseOn: addDays(world.releaseOn, 7),
      releaseConfidence: 'firm',
      releaseType: 'automatic',
      cause: 'calculation',
      version: 1,
    } as const
    await moveReleaseDate(world.app, world.viewers.lowNewtonColleague, caseId, move, form())
    expect(await close(caseId)).toEqual({ ok: false, reason: 'stale' })
    expect(await close(caseId, 2, world.viewers.durhamOfficer)).toEqual({ ok: false, reason: 'not_found' })
    expect(await close(caseId, 2, world.viewers.firstManager)).toEqual({ ok: false, reason: 'not_found' })
    const request = form()
    const both = await Promise.all([
      close(caseId, 2, officer(), request),
      close(caseId, 2, officer(), request),
    ])
    expect(both).toEqual([{ ok: true }, { ok: true }])
    expect(await close(caseId, 3)).toEqual({ ok: false, reason: 'not_found' })
    const entries = await world.database.owner
      .selectFrom('auditEntry')
      .select(['action', 'personId', 'detail'])
      .where('subjectId', '=', caseId)
      .where('action', 'like', 'case.close')
      .execute()
    expect(entries).toEqual([{ action: 'case.close', personId: officer().personId, detail: {} }])
  })

  it('and a referral sent in the same instant never both happen', async () => {
    for (let round = 0; round < 5; round += 1) {
      const caseId = await anotherCase(world)
      const [closed, referred] = await Promise.all([close(caseId), refer(caseId)])
      expect([closed.ok, referred.ok].filter(Boolean)).toHaveLength(1)
    }
  })

  it('tells no provider why, not even the named assessor', async () => {
    const caseId = await anotherCase(world)
    const { referralId } = await underReview(world, 'womensHouse', caseId, 3)
    await arrives(referralId)
    expect(await close(caseId)).toEqual({ ok: true })
    const closings = (viewer: typeof world.viewers.firstWorker) =>
      asViewer(world.app.db, viewer, trx =>
        trx.selectFrom('caseClosing').select('reason').where('caseId', '=', caseId).execute(),
      )
    expect(await closings(world.viewers.firstWorker)).toEqual([])
    expect(await closings(world.viewers.lowNewtonColleague)).toEqual([{ reason: 'housed' }])
  })
})

describe('reopening a case', () => {
  it('puts it back into the queue, for the team alone', async () => {
    const caseId = await anotherCase(world)
    expect(await reopen(caseId, 1)).toEqual({ ok: false, reason: 'not_found' })
    await close(caseId)
    expect(await reopen(caseId, 1)).toEqual({ ok: false, reason: 'stale' })
    expect(await reopen(caseId, 2, world.viewers.durhamOfficer)).toEqual({ ok: false, reason: 'not_found' })
    expect(await reopen(caseId, 2, world.viewers.lowNewtonColleague)).toEqual({ ok: true })
    expect(await isQueued(caseId)).toBe(true)
    expect(await findCaseFor(world.app, officer(), caseId)).toMatchObject({ closing: null, version: 3 })
    expect(await close(caseId, 3)).toEqual({ ok: true })
  })

  it('is refused once the same person has a new case', async () => {
    const episode = {
      prisonNumber: 'Z8001AB',
      name: 'Wren Siskin',
      anotherPerson: 'yes Z8001AB',
      dateOfBirth: '1991-02-03',
      sex: 'woman',
      custodyStatus: 'sentenced',
      releaseConfidence: 'firm',
      releaseOn: world.releaseOn,
      releaseType: 'automatic',
      homeAuthority: 'unknown',
    } as const
    const open = () => createCase(world.app, officer(), episode, form())
    const first = await open()
    if (!first.ok) throw new Error(first.reason)
    expect(await open()).toMatchObject({ reason: 'already_open', caseId: first.caseId })
    await close(first.caseId)
    const second = await open()
    if (!second.ok) throw new Error(second.reason)
    expect((await findCaseFor(world.app, officer(), second.caseId))?.earlier).toEqual({
      id: first.caseId,
      closedAt: world.app.clock(),
    })
    expect((await findCaseFor(world.app, officer(), first.caseId))?.earlier).toBeNull()
    expect(await reopen(first.caseId, 2)).toEqual({
      ok: false,
      reason: 'another_open',
      caseId: second.caseId,
    })
    expect(await findCaseFor(world.app, officer(), first.caseId)).toMatchObject({ version: 2 })
    await close(second.caseId)
    expect(await reopen(first.caseId, 2)).toEqual({ ok: true })
  })
})

describe('the closed cases of a team', () => {
  const closedOnes = (page = 1, viewer = officer()) =>
    closedCasesFor(world.app.db, viewer, world.app.keys, { page, now: world.app.clock() })

  it('lists them with why and the day, the newest closing first, while they stay closed', async () => {
    const [first, second, open] = [
      await anotherCase(world),
      await anotherCase(world),
      await anotherCase(world),
    ]
    world.passTo(new Date('2027-02-02T09:00:00Z'))
    await close(first)
    world.passTo(new Date('2027-02-03T09:00:00Z'))
    await close(second)
    const { cases } = await closedOnes()
    expect(cases.slice(0, 2).map(({ id }) => id)).toEqual([second, first])
    expect(cases[0]).toMatchObject({ name: 'Wren Siskin', reason: 'housed', closedOn: '2027-02-03' })
    expect(cases.some(({ id }) => id === open)).toBe(false)
    await reopen(second, 2)
    await close(second, 3)
    expect((await closedOnes()).cases.filter(({ id }) => id === second)).toHaveLength(1)
    await reopen(second, 4)
    expect((await closedOnes()).cases.some(({ id }) => id === second)).toBe(false)
    expect((await closedOnes(1, world.viewers.durhamOfficer)).cases).toEqual([])
  })

  it('stand 50 to a page, each on one', async () => {
    for (let count = 0; count < 51; count += 1) await close(await anotherCase(world))
    const { pages } = await closedOnes()
    expect(pages).toBe(2)
    const [first, last, beyond] = [await closedOnes(1), await closedOnes(2), await closedOnes(9)]
    expect(first.cases).toHaveLength(50)
    expect(beyond).toEqual(last)
    const ids = [...first.cases, ...last.cases].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(last.page).toBe(2)
  })
})

async function arrives(referralId: string): Promise<void> {
  await world.database.owner
    .updateTable('referral')
    .set({ state: 'arrived' })
    .where('id', '=', referralId)
    .execute()
}

async function nameOf(personId: string): Promise<string> {
  const { name } = await world.database.owner
    .selectFrom('person')
    .select('name')
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
  return name
}

describe('a case that was opened by mistake', () => {
  const MISTAKE = { reason: 'opened_by_mistake', note: null, notKnown: null } as const

  it('withdraws what waits as sent in error, and tells each provider', async () => {
    const caseId = await anotherCase(world)
    const targets = [
      await submitted(world, 'womensHouse', caseId),
      await underReview(world, 'hostel', caseId),
    ]
    expect(await closeCase(world.app, officer(), { caseId, version: 1 }, MISTAKE, form())).toEqual({
      ok: true,
    })
    for (const { referralId } of targets) {
      const row = await world.database.owner
        .selectFrom('referral')
        .select(['state', 'primaryReason'])
        .where('id', '=', referralId)
        .executeTakeFirst()
      expect(row).toEqual({ state: 'withdrawn', primaryReason: 'withdrawn.error' })
      const told = await sql`select from pgboss.job where name = 'notify' and data ->> 'historyId' in
        (select id::text from referral_history where referral_id = ${referralId} and event = 'withdraw')`.execute(
        world.database.owner,
      )
      expect(told.rows).toHaveLength(1)
    }
  })

  it('owes no check any more, and owes them again once it is reopened', async () => {
    const caseId = await anotherCase(world)
    expect(await closeCase(world.app, officer(), { caseId, version: 1 }, MISTAKE, form())).toEqual({
      ok: true,
    })
    const standings = async () =>
      (await findCaseFor(world.app, officer(), caseId))?.checks.map(each => [
        each.kind,
        standingWords(each, '2027-02-01'),
        mayRecord(each),
      ])
    const asked = 'Not asked: opened by mistake'
    expect(await standings()).toEqual([
      ['reception', asked, false],
      ['council_notice', asked, false],
      ['night_before', asked, false],
      ['first_night', asked, false],
      ['day_91', asked, false],
    ])
    const year = { page: 1, now: new Date('2028-01-31T12:00:00Z') }
    const { cases } = await dueListFor(world.app, officer(), year)
    expect(cases.map(({ id }) => id)).not.toContain(caseId)
    expect(await reopen(caseId, 2)).toMatchObject({ ok: true })
    expect((await standings())?.[1]).toEqual(['council_notice', 'Due Wed 3 February', true])
  })

  it('is none of somebody who lives in a place, neither closed so nor corrected to it', async () => {
    const caseId = await anotherCase(world)
    await arrives((await submitted(world, 'hostel', caseId)).referralId)
    const refused = await closeCase(world.app, officer(), { caseId, version: 1 }, MISTAKE, form())
    expect(refused).toEqual({ ok: false, reason: 'referrals_open' })
    await close(caseId)
    expect(await correctClosing(world.app, officer(), { caseId, version: 2 }, MISTAKE, form())).toEqual({
      ok: false,
      reason: 'somebody_lives_there',
    })
  })
})

describe('why a case was closed', () => {
  it('is corrected by the team alone, once, over nobody’s change, and the history says what it was', async () => {
    const caseId = await anotherCase(world)
    const died = { reason: 'died', note: 'Told by the chaplain' } as const
    const correct = (
      version: number,
      closing: { reason: 'died' | 'housed'; note: string | null },
      viewer = officer(),
    ) => correctClosing(world.app, viewer, { caseId, version }, closing, form())
    expect(await correct(1, died)).toEqual({ ok: false, reason: 'not_found' })
    await close(caseId)
    expect(await correct(2, died, world.viewers.durhamOfficer)).toEqual({ ok: false, reason: 'not_found' })
    expect(await correct(2, { reason: 'housed', note: null })).toEqual({ ok: false, reason: 'unchanged' })
    expect(await correct(1, died)).toEqual({ ok: false, reason: 'stale' })
    expect(await correct(2, died)).toEqual({ ok: true })
    expect(await correct(3, { reason: 'died', note: 'Told by probation' })).toEqual({ ok: true })
    const seen = await findCaseFor(world.app, officer(), caseId)
    expect(seen?.closing).toMatchObject({ reason: 'died', note: 'Told by probation' })
    expect((await historyFor(world.app, officer(), caseId))?.lines).toMatchObject([
      { label: 'Note on the closing', from: 'Told by the chaplain', to: 'Told by probation' },
      { label: 'Note on the closing', from: 'Not known yet', to: 'Told by the chaplain' },
      { label: 'Why it closed', from: 'Housed', to: 'Died' },
    ])
  })
})
