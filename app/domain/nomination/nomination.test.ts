import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '@db/id'
import {
  type NamedFor,
  nameFor,
  nominatedIn,
  programmeIn,
  standingOf,
  stepOf,
} from '@tests/factories/nominated'
import {
  anotherCase,
  createReferralWorld,
  ELIGIBLE,
  form,
  type ReferralWorld,
} from '@tests/factories/referral-world'
import { nominationFor } from '../../screens/nomination/facts.server'
import { submitReferral } from '../referral/submit/submit-referral.server'
import type { StepEvent } from './lifecycle'
import { nominate } from './nominate.server'

let world: ReferralWorld
let named: NamedFor
beforeAll(async () => {
  world = await createReferralWorld()
})
afterAll(() => world.database.drop())
beforeEach(async () => {
  named = await programmeIn(world)
})

const programme = (fields: object = {}, run: object = {}) => programmeIn(world, fields, run)

const name = (caseId: string, agreed: 'yes' | 'no' = 'yes', wanted = named) =>
  nameFor(world, caseId, wanted, agreed)

const nominated = () => nominatedIn(world, named)

const step = (id: string, event: StepEvent, viewer = world.viewers.firstWorker, said: object = {}) =>
  stepOf(world, id, event, { viewer, said })

const standing = (id: string) => standingOf(world, id)

const OK = { ok: true }
const refused = (reason: string) => ({ ok: false, reason })

describe('a nomination', () => {
  it('goes from checks to a place, is started and completed, and takes one place of its run', async () => {
    const id = await nominated()
    expect(await standing(id)).toEqual(['nominated', null, 0, 0])
    expect(await step(id, 'give_place')).toEqual(refused('changed'))
    expect(await step(id, 'begin_checks')).toEqual(OK)
    expect(await step(id, 'give_place')).toEqual(OK)
    expect(await standing(id)).toEqual(['place', null, 1, 0])
    expect(await step(id, 'start')).toEqual(refused('not_begun'))
    world.passTo(new Date('2027-02-08T09:00:00Z'))
    expect(await step(id, 'start')).toEqual(OK)
    expect(await step(id, 'complete')).toEqual(OK)
    expect(await standing(id)).toEqual(['completed', null, 1, 0])
    world.passTo(new Date('2027-02-01T09:00:00Z'))
  })

  it.each([
    ['paused', { pausedAt: new Date('2027-01-20T09:00:00Z'), pausedReason: 'full' }],
    ['closed', { archivedAt: new Date('2027-01-20T09:00:00Z') }],
  ])('is refused where the programme is %s, a no as well, and nothing is written', async (why, standing) => {
    const { owner } = world.database
    await owner.updateTable('service').set(standing).where('id', '=', named.serviceId).execute()
    const caseId = await anotherCase(world)
    expect(await name(caseId)).toEqual(refused(why))
    expect(await name(caseId, 'no')).toEqual(refused(why))
    expect(await owner.selectFrom('nomination').where('caseId', '=', caseId).selectAll().execute()).toEqual(
      [],
    )
  })

  it('gives the last place to one of two at once, and the other waits', async () => {
    const [one, other] = [await nominated(), await nominated()]
    for (const id of [one, other]) await step(id, 'begin_checks')
    const results = await Promise.all([step(one, 'give_place'), step(other, 'give_place')])
    expect(results).toContainEqual(OK)
    expect(results).toContainEqual(refused('full'))
    const late = results[0]?.ok ? other : one
    expect(await step(late, 'wait')).toEqual(OK)
    expect(await standing(late)).toEqual(['waiting', null, 1, 1])
    const early = late === one ? other : one
    expect(await step(early, 'leave', undefined, { leftReason: 'security' })).toEqual(OK)
    expect(await standing(early)).toEqual(['left', 'security', 0, 1])
    expect(await step(late, 'give_place')).toEqual(OK)
    expect(await step(early, 'take_back')).toEqual(refused('full'))
    expect(await standing(late)).toEqual(['place', null, 1, 0])
  })

  it('is never over the number of its places, whoever writes it', async () => {
    const [one, other] = [await nominated(), await nominated()]
    const place = (id: string) =>
      world.database.owner.updateTable('nomination').set({ state: 'place' }).where('id', '=', id).execute()
    await place(one)
    await expect(place(other)).rejects.toThrow('The run is full')
  })

  it('lets the side that took the last step take it back, and only that side', async () => {
    const id = await nominated()
    const officer = world.viewers.lowNewtonOfficer
    expect(await step(id, 'take_back', officer)).toEqual(refused('not_own'))
    await step(id, 'begin_checks')
    expect(await step(id, 'take_back', officer)).toEqual(refused('not_own'))
    expect(await step(id, 'leave', officer, { leftReason: 'transferred' })).toEqual(OK)
    expect(await step(id, 'take_back')).toEqual(refused('not_own'))
    expect(await step(id, 'take_back', officer)).toEqual(OK)
    expect(await standing(id)).toEqual(['checks', null, 0, 0])
    expect(await step(id, 'take_back')).toEqual(OK)
    expect(await standing(id)).toEqual(['nominated', null, 0, 0])
  })

  it('asks why somebody left, of each side its own reasons', async () => {
    const id = await nominated()
    expect(await step(id, 'leave')).toEqual(refused('reason'))
    expect(await step(id, 'leave', undefined, { leftReason: 'agreement' })).toEqual(refused('reason'))
    const officer = world.viewers.lowNewtonOfficer
    expect(await step(id, 'leave', officer, { leftReason: 'no_place' })).toEqual(refused('reason'))
  })

  it('is refused for a run that is over or that she cannot finish, and twice at once', async () => {
    const caseId = await anotherCase(world)
    const late = await programme({}, { endsOn: '2027-03-09' })
    expect(await name(caseId, 'yes', late)).toEqual(refused('no_time'))
    const closed = await programme({}, { lastReferralOn: '2027-01-31' })
    expect(await name(caseId, 'yes', closed)).toEqual(refused('run_closed'))
    expect(await name(caseId, 'yes', { serviceId: named.serviceId, cohortId: newId() })).toEqual(
      refused('run'),
    )
    expect((await name(caseId)).ok).toBe(true)
    expect(await name(caseId)).toEqual(refused('already'))
  })

  it('is no referral: a programme that takes nominations here takes none', async () => {
    const input = {
      caseId: await anotherCase(world),
      serviceId: named.serviceId,
      agreed: true,
      agreedTier: 1,
    } as const
    const sent = { ...input, decision: ELIGIBLE, justification: null }
    expect(await submitReferral(world.app, world.viewers.lowNewtonOfficer, sent, form())).toEqual(
      refused('service_nominates'),
    )
  })

  it('is refused where a child is present until contact is recorded as permitted, then and at each step', async () => {
    const gated = await programme({ childContactClearance: true })
    const caseId = await anotherCase(world)
    expect(await name(caseId, 'yes', gated)).toEqual(refused('contact'))
    const permit = (answer: string) =>
      sql`update case_needs set facts = facts || ${JSON.stringify({ contactPermitted: answer })}::jsonb
        where case_id = ${caseId}`.execute(world.database.owner)
    await permit('yes')
    const made = await name(caseId, 'yes', gated)
    if (!made.ok) throw new Error(made.reason)
    await step(made.nominationId, 'begin_checks')
    const provider = world.viewers.firstManager
    const shown = async () =>
      JSON.stringify((await nominationFor(world.app, provider, made.nominationId))?.rows)
    expect(await shown()).not.toContain('Contact is not recorded as permitted')
    await permit('no')
    expect(await step(made.nominationId, 'give_place')).toEqual(refused('contact'))
    expect(await shown()).toContain('Contact is not recorded as permitted')
  })

  it('is made against the result with why, that can be corrected, and its provider reads both', async () => {
    const late = await programme({}, { endsOn: '2027-03-09' })
    const caseId = await anotherCase(world)
    const officer = world.viewers.lowNewtonOfficer
    const justified = (justification: 'agreed' | null) =>
      nominate(world.app, officer, { caseId, agreed: 'yes', justification, ...late }, form())
    expect(await justified(null)).toEqual(refused('no_time'))
    const made = await justified('agreed')
    if (!made.ok) throw new Error(made.reason)
    const shown = async (viewer = world.viewers.firstManager) =>
      JSON.stringify((await nominationFor(world.app, viewer, made.nominationId))?.rows)
    expect(await shown()).toContain('The programme said by phone that it will look at it')
    expect(await step(made.nominationId, 'justify', officer)).toEqual(refused('justification'))
    expect(await step(made.nominationId, 'justify', officer, { justification: 'outdated' })).toEqual(OK)
    expect(await shown()).toContain('is wrong or out of date')
    expect(await step(made.nominationId, 'take_back', officer)).toEqual(OK)
    expect(await shown()).toContain('The programme said by phone')
    // What fits says no why, and is asked for none.
    const fits = await name(await anotherCase(world))
    if (!fits.ok) throw new Error(fits.reason)
    expect(await step(fits.nominationId, 'justify', officer, { justification: 'other' })).toEqual(
      refused('justification'),
    )
  })

  it('is refused where the programme is not for her, until why is said', async () => {
    const men = await programme({ audiences: ['fathers'] })
    const caseId = await anotherCase(world)
    expect(await name(caseId, 'yes', men)).toEqual(refused('not_eligible'))
    const wanted = { caseId, agreed: 'yes', justification: 'supported', ...men } as const
    expect((await nominate(world.app, world.viewers.lowNewtonOfficer, wanted, form())).ok).toBe(true)
  })

  it('changes its run: the place before is free, the new one is to be given, and taking it back puts all back', async () => {
    const id = await nominated()
    const officer = world.viewers.lowNewtonOfficer
    const run = (fields: object) => ({
      ...{
        id: newId(),
        serviceId: named.serviceId,
        startsOn: '2027-02-10',
        endsOn: '2027-03-06',
        lastReferralOn: '2027-02-09',
      },
      ...{ capacity: 1, taken: 0, waiting: 0, ...fields },
    })
    const [other, long, closed] = [
      run({}),
      run({ endsOn: '2027-03-20' }),
      run({ lastReferralOn: '2027-01-20' }),
    ]
    await world.database.owner.insertInto('cohort').values([other, long, closed]).execute()
    const change = (to: string | null, viewer = officer) => step(id, 'change_run', viewer, { cohortId: to })
    for (const event of ['begin_checks', 'give_place'] as const) await step(id, event)
    expect(await change(other.id, world.viewers.firstWorker)).toEqual(refused('changed'))
    for (const [to, why] of [
      [named.cohortId, 'run'],
      [null, 'run'],
      [newId(), 'run'],
      [long.id, 'no_time'],
      [closed.id, 'run_closed'],
    ] as const)
      expect(await change(to), why).toEqual(refused(why))
    const taken = async (of: string) =>
      (
        await world.database.owner
          .selectFrom('cohort')
          .select('taken')
          .where('id', '=', of)
          .executeTakeFirst()
      )?.taken
    expect(await change(other.id)).toEqual(OK)
    expect(await standing(id)).toEqual(['checks', null, 0, 0])
    expect([await taken(named.cohortId), await taken(other.id)]).toEqual([0, 0])
    expect(await step(id, 'give_place')).toEqual(OK)
    expect([await taken(named.cohortId), await taken(other.id)]).toEqual([0, 1])
    await step(id, 'take_back')
    expect(await step(id, 'take_back', officer)).toEqual(OK)
    expect(await standing(id)).toEqual(['place', null, 1, 0])
    expect([await taken(named.cohortId), await taken(other.id)]).toEqual([1, 0])
  })

  it('cannot be put back in a run that is full meanwhile', async () => {
    const [one, two] = [await nominated(), await nominated()]
    const officer = world.viewers.lowNewtonOfficer
    const id = newId()
    const days = { startsOn: '2027-02-10', endsOn: '2027-03-06', lastReferralOn: '2027-02-09' }
    const places = { capacity: 2, taken: 0, waiting: 0 }
    await world.database.owner
      .insertInto('cohort')
      .values({ id, serviceId: named.serviceId, ...days, ...places })
      .execute()
    for (const event of ['begin_checks', 'give_place'] as const) await step(one, event)
    expect(await step(one, 'change_run', officer, { cohortId: id })).toEqual(OK)
    for (const event of ['begin_checks', 'give_place'] as const) await step(two, event)
    expect(await step(one, 'take_back', officer)).toEqual(refused('full'))
  })
})
