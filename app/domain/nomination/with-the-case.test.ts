import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addService } from '@tests/factories/service'
import { anotherCase, createReferralWorld, form, type ReferralWorld } from '@tests/factories/referral-world'
import { nominationFor } from '../../screens/nomination/facts.server'
import { nominationsFor } from '../../screens/nominations/facts.server'
import { closeCase } from '../casework/close-case.server'
import { moveReleaseDate } from '../casework/move-release-date.server'
import { reopenCase } from '../casework/reopen-case.server'
import type { ClosingReason } from '../case/closing/case-closing'
import { nominate } from './nominate.server'
import { findNomination, listNominations, nominationsOfCase } from './nominations.server'
import { takeStep } from './take-step.server'

/** The world begins on Monday 1 February 2027; its women leave on 8 March. */
let world: ReferralWorld
beforeAll(async () => {
  world = await createReferralWorld()
})
afterAll(() => world.database.drop())

/** A case that is named for a run of two places in prison, unless told, from 8 February to 5 March, with checks begun and a place. */
async function placed(deliveredIn: string[] = ['prison'], capacity = 2) {
  const { firstManager, firstWorker, lowNewtonOfficer } = world.viewers
  const run = { startsOn: '2027-02-08', endsOn: '2027-03-05', lastReferralOn: '2027-02-05' }
  const { id: serviceId } = await addService(world.database.owner, {
    organisationId: firstManager.organisationId,
    kind: 'parenting_programme',
    policy: {},
    programme: { deliveredIn, prisonCodes: ['LNI'], childContactClearance: false },
    cohorts: [{ ...run, capacity, taken: 0, waiting: 0 }],
  })
  const { id: cohortId } = await world.database.owner
    .selectFrom('cohort')
    .select('id')
    .where('serviceId', '=', serviceId)
    .executeTakeFirstOrThrow()
  const caseId = await anotherCase(world)
  const wanted = { caseId, serviceId, cohortId, agreed: 'yes' } as const
  const made = await nominate(world.app, lowNewtonOfficer, wanted, form())
  if (!made.ok) throw new Error(made.reason)
  for (const [at, event] of (['begin_checks', 'give_place'] as const).entries()) {
    const step = { nominationId: made.nominationId, version: at + 1, event, leftReason: null, licence: null }
    expect(await takeStep(world.app, firstWorker, step, form())).toEqual({ ok: true })
  }
  return { id: made.nominationId, caseId, cohortId }
}

function close(caseId: string, reason: ClosingReason) {
  const closing = { reason, note: 'Words', notKnown: 'yes' } as const
  return closeCase(world.app, world.viewers.lowNewtonOfficer, { caseId, version: 1 }, closing, form())
}

function reopen(caseId: string) {
  return reopenCase(world.app, world.viewers.lowNewtonOfficer, { caseId, version: 2 }, form())
}

async function standing(id: string) {
  const row = await world.database.owner
    .selectFrom('nomination as n')
    .innerJoin('cohort as c', 'c.id', 'n.cohortId')
    .select(['state', 'leftReason', 'taken'])
    .where('n.id', '=', id)
    .executeTakeFirstOrThrow()
  return [row.state, row.leftReason, row.taken]
}

const shown = (id: string) => nominationFor(world.app, world.viewers.lowNewtonOfficer, id)

describe('the nominations of a case that closes', () => {
  it.each([
    ['housed', 'released', 'Left: Released'],
    ['transferred', 'transferred', 'Left: Moved to another prison'],
    ['died', 'closed', 'Left: The prison’s team closed the case'],
  ] as const)('of %s end as %s, and come back when it is reopened', async (reason, leftReason, words) => {
    const { id, caseId } = await placed()
    expect(await close(caseId, reason)).toEqual({ ok: true })
    expect(await standing(id)).toEqual(['left', leftReason, 0])
    const page = await shown(id)
    expect(page?.standing).toBe(words)
    expect(page?.steps.map(({ what }) => what)[0]).toMatch(/^Left: /)
    expect(await reopen(caseId)).toEqual({ ok: true })
    expect(await standing(id)).toEqual(['place', null, 1])
    expect((await shown(id))?.steps[0]?.what).toMatch(/^Left: .* \(taken back on .* by .*\)$/)
  })

  it('go on after a release where the programme goes on outside prison, and else do not', async () => {
    const { id, caseId } = await placed(['prison', 'community'])
    await close(caseId, 'housed')
    expect(await standing(id)).toEqual(['place', null, 1])
    const other = await placed(['community'])
    await close(other.caseId, 'deported')
    expect(await standing(other.id)).toEqual(['left', 'closed', 0])
  })

  it('stay ended where their place is given to somebody else, and the case reopens all the same', async () => {
    const { id, caseId, cohortId } = await placed(['prison'], 1)
    await close(caseId, 'housed')
    await world.database.owner.updateTable('cohort').set({ taken: 1 }).where('id', '=', cohortId).execute()
    expect(await reopen(caseId)).toEqual({ ok: true })
    expect(await standing(id)).toEqual(['left', 'released', 1])
  })

  it('come back only where the closing ended them', async () => {
    const { id, caseId } = await placed()
    const left = {
      nominationId: id,
      version: 3,
      event: 'leave',
      leftReason: 'security',
      licence: null,
    } as const
    await takeStep(world.app, world.viewers.firstWorker, left, form())
    await close(caseId, 'housed')
    await reopen(caseId)
    expect(await standing(id)).toEqual(['left', 'security', 0])
  })
})

async function moveTo(caseId: string, releaseOn: string | null, version = 1) {
  const moved = {
    releaseOn,
    releaseConfidence: releaseOn ? 'firm' : 'not_known',
    cause: 'calculation',
  } as const
  const move = { ...moved, releaseType: 'automatic', version } as const
  expect(
    await moveReleaseDate(world.app, world.viewers.lowNewtonOfficer, caseId, move, form()),
  ).toMatchObject({
    ok: true,
  })
}

const MOVED = 'Changed since the person was nominated: the release date moved, and '

describe('a release date that moves after a nomination', () => {
  it.each([
    [['prison'], '2027-03-04', 'this run cannot be finished before release now'],
    [['prison'], '2027-03-06', 'the run can still be finished'],
    [['prison', 'community'], '2027-03-04', 'the run can still be finished'],
    [['prison'], null, 'whether the run can be finished before release is not sure'],
  ])('in %s, to %s: %s', async (deliveredIn, day, words) => {
    const { id, caseId } = await placed(deliveredIn)
    expect((await shown(id))?.changed).toBeNull()
    await moveTo(caseId, day)
    expect((await shown(id))?.changed).toBe(MOVED + words)
    const { firstManager, firstWorker } = world.viewers
    const lines = (await nominationsFor(world.app, firstManager)).runs.flatMap(run => run.lines)
    expect(lines.find(line => line.id === id)?.changed).toBe('The referrer has something to tell you: ring')
    // Nobody's step: the provider can still take back its own.
    const step = {
      nominationId: id,
      version: 3,
      event: 'take_back',
      leftReason: null,
      licence: null,
    } as const
    expect(await takeStep(world.app, firstWorker, step, form())).toEqual({ ok: true })
    expect(await standing(id)).toEqual(['checks', null, 0])
  })

  it('is no matter any more once the nomination has ended', async () => {
    const { id, caseId } = await placed()
    await moveTo(caseId, '2027-03-04')
    const left = {
      nominationId: id,
      version: 3,
      event: 'leave',
      leftReason: 'no_time',
      licence: null,
    } as const
    await takeStep(world.app, world.viewers.lowNewtonOfficer, left, form())
    expect((await shown(id))?.changed).toBeNull()
  })
})

const OPEN_ONES = { list: 'open', offset: 0, limit: 100 } as const

describe('a query for nominations', () => {
  it('asks for the viewer’s own side itself, where no row policy would', async () => {
    const { id, caseId } = await placed()
    const { lowNewtonOfficer, durhamOfficer, firstManager, secondManager } = world.viewers
    await world.database.owner.transaction().execute(async trx => {
      for (const own of [lowNewtonOfficer, firstManager]) {
        expect((await findNomination(trx, own, id))?.id).toBe(id)
        expect((await listNominations(trx, own, OPEN_ONES)).some(each => each.id === id)).toBe(true)
      }
      for (const other of [durhamOfficer, secondManager]) {
        expect(await findNomination(trx, other, id)).toBeUndefined()
        expect(await listNominations(trx, other, OPEN_ONES)).toEqual([])
        expect(await nominationsOfCase(trx, other, caseId)).toEqual([])
      }
    })
  })
})
