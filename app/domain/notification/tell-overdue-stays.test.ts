import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { sql } from 'kysely'
import { newId } from '@db/id'
import {
  accepted,
  anotherCase,
  createReferralWorld,
  current,
  form,
  next,
  type ReferralWorld,
} from '@tests/factories/referral-world'
import { todayFor } from '../../screens/today/facts.server'
import type { ReferralTarget } from '../referral/events/act-on-referral.server'
import { markArrived } from '../referral/events/arrive/act.server'
import { changeEnd } from '../referral/events/change-stay-end/act.server'
import { recordDeparture } from '../referral/events/depart/act.server'
import { recordMove } from '../referral/events/move-stay/act.server'
import { planTheMove } from '../referral/events/plan-move/act.server'
import { changeStay } from '../referral/stay/change-stay.server'
import { markTaken } from '../vacancy/claims/take-bedspace.server'
import { tellOverdueStays } from './tell-overdue-stays.server'

/**
 * Somebody who came on Monday 8 March 2027 is expected to leave on Monday 5 April: asked from Thursday 8 April at 17:00 on, and each week;
 * the region is told on Friday at 17:00.
 */

let world: ReferralWorld
let target: ReferralTarget
beforeAll(async () => {
  world = await createReferralWorld()
})
afterAll(() => world.database.drop())
beforeEach(async () => {
  world.passTo(new Date('2027-02-01T09:00:00Z'))
  await sql`truncate bedspace_claim, referral_claim, placement, offer, message cascade`.execute(
    world.database.owner,
  )
  target = await accepted(world, 'womensHouse', await anotherCase(world))
  world.passTo(new Date('2027-03-08T14:00:00Z'))
  const stay = { arrivedOn: '2027-03-08', expectedDepartureOn: '2027-04-05', note: null }
  next(target, await markArrived(world.app, world.viewers.firstWorker, { ...target, ...stay }, form()))
  await world.database.owner.deleteFrom('message').execute()
})

async function tell(instant: string): Promise<string[]> {
  world.passTo(new Date(instant))
  await world.database.owner.deleteFrom('message').execute()
  await tellOverdueStays(world.worker, false)
  // Whatever is run twice.
  expect(await tellOverdueStays(world.worker, false)).toBe(0)
  const rows = await world.database.owner
    .selectFrom('message')
    .select(['template', 'personId', 'teamId'])
    .execute()
  const { firstManager, firstWorker, administrator } = world.viewers
  const names = new Map([
    [firstManager.personId, 'manager'],
    [firstManager.organisationId, 'team'],
    [firstWorker.personId, 'worker'],
    [administrator.personId, 'administrator'],
    [administrator.organisationId, 'region'],
  ])
  return rows
    .map(
      ({ template, personId, teamId }) => `${template} ${names.get(personId ?? teamId ?? '') ?? 'another'}`,
    )
    .sort()
}

async function asked(viewer = world.viewers.firstWorker) {
  const { stillThere } = await todayFor(world.app, viewer)
  return stillThere.map(({ to, room, words }) => [to, room.split(',')[0], words])
}

it('asks the provider some working days after the day, each week anew, and tells the region once', async () => {
  // In summer time 17:00 is 16:00 UTC.
  expect(await tell('2027-04-08T16:00:00Z')).toEqual([])
  expect(await asked()).toEqual([])
  expect(await tell('2027-04-08T16:00:01Z')).toEqual(['stay_overdue manager'])
  expect(await tell('2027-04-09T16:00:00Z')).toEqual([])
  expect(await tell('2027-04-09T16:00:01Z')).toEqual(['stay_overdue_region administrator'])
  expect(await tell('2027-04-15T16:00:00Z')).toEqual(['stay_overdue manager'])
  expect(await tell('2027-04-22T15:00:00Z')).toEqual([])
  expect(await tell('2027-05-10T09:00:00Z')).toEqual(['stay_overdue manager'])
  expect(await asked()).toEqual([
    [`/referrals/${target.referralId}`, 'Room 1', 'was expected to leave on Mon 5 April'],
  ])
  expect(await asked(world.viewers.secondWorker)).toEqual([])
})

it('asks of who is there with no day said, at 12 weeks and then every four, and tells the region nothing', async () => {
  const unsaid = { ...(await current(world, target)), leavesOn: null, isSure: false, note: null }
  next(target, await changeEnd(world.app, world.viewers.firstWorker, unsaid, form()))
  // 12 weeks after 8 March is Monday 31 May; in summer time noon is 11:00 UTC.
  expect([await tell('2027-05-31T11:00:00Z'), await asked()]).toEqual([[], []])
  expect(await tell('2027-05-31T11:00:01Z')).toEqual(['stay_endless manager'])
  const said = 'there since Mon 8 March, and nobody knows for how long'
  expect(await asked()).toEqual([[`/referrals/${target.referralId}`, 'Room 1', said]])
  expect([await tell('2027-06-14T11:00:01Z'), await asked()]).toEqual([[], []])
  expect(await tell('2027-06-28T11:00:01Z')).toEqual(['stay_endless manager'])
})

it('asks whoever acts for the managers, and both teams at their addresses; the region once there is somebody', async () => {
  const { owner } = world.database
  const { firstManager, firstWorker, administrator } = world.viewers
  const { personId, organisationId } = firstManager
  const days = { fromOn: '2027-04-01', untilOn: '2027-04-30', saidAt: new Date() }
  const cover = { id: newId(), personId, organisationId, coveredBy: firstWorker.personId, ...days }
  await owner.insertInto('cover').values(cover).execute()
  const addresses = (teamEmail: string | null) =>
    owner
      .updateTable('organisation')
      .set({ teamEmail })
      .where('id', 'in', [organisationId, administrator.organisationId])
      .execute()
  const administrators = (endedAt: Date | null) =>
    owner.updateTable('membership').set({ endedAt }).where('role', '=', 'administrator').execute()
  await addresses('team@late.example')
  await administrators(new Date())
  try {
    const provider = ['stay_overdue manager', 'stay_overdue team', 'stay_overdue worker']
    expect(await tell('2027-04-09T16:00:01Z')).toEqual(provider)
    await administrators(null)
    expect(await tell('2027-04-12T09:00:00Z')).toEqual([
      'stay_overdue_region administrator',
      'stay_overdue_region region',
    ])
  } finally {
    await administrators(null)
    await addresses(null)
    await owner.deleteFrom('cover').execute()
  }
})

it('asks no more once another day is said, or the departure is recorded', async () => {
  world.passTo(new Date('2027-04-12T09:00:00Z'))
  const { firstWorker } = world.viewers
  const end = { leavesOn: '2027-05-03', isSure: false, note: null }
  next(target, await changeEnd(world.app, firstWorker, { ...(await current(world, target)), ...end }, form()))
  expect([await tell('2027-04-12T09:00:01Z'), await asked()]).toEqual([[], []])
  world.passTo(new Date('2027-05-20T09:00:00Z'))
  expect(await asked()).toHaveLength(1)
  const left = { departedOn: '2027-05-19', kind: 'planned', note: null } as const
  const gone = { ...(await current(world, target)), ...left }
  next(target, await recordDeparture(world.app, firstWorker, gone, form()))
  expect([await tell('2027-06-01T09:00:00Z'), await asked()]).toEqual([[], []])
})

it('asks of a planned move whether it was made, and no more of it once it is recorded', async () => {
  const { firstWorker } = world.viewers
  const bedspaceId = world.bedspaces.womensHouse[1] ?? ''
  const room = { bedspaceId, conflictCheckDone: true, note: 'Nearer the stairs' }
  const planned = { ...(await current(world, target)), ...room, movesOn: '2027-03-15' }
  next(target, await planTheMove(world.app, firstWorker, planned, form()))
  // A Monday: asked from Thursday at noon and 5 hours on, the region on Friday. Winter time.
  expect(await tell('2027-03-18T17:00:00Z')).toEqual([])
  expect(await tell('2027-03-18T17:00:01Z')).toEqual(['move_overdue manager'])
  expect(await tell('2027-03-19T17:00:01Z')).toEqual(['move_overdue_region administrator'])
  expect(await tell('2027-03-25T17:00:01Z')).toEqual(['move_overdue manager'])
  const moved = { ...(await current(world, target)), ...room, movedOn: '2027-03-24' }
  next(target, await recordMove(world.app, firstWorker, moved, form()))
  expect(await tell('2027-04-02T12:00:00Z')).toEqual([])
  expect(await tell('2027-04-08T16:00:01Z')).toEqual(['stay_overdue manager'])
})

it('asks on the page of the day after whoever came by another route too, and names no referral in a message', async () => {
  const { firstWorker } = world.viewers
  const bedspaceId = world.bedspaces.womensHouse[1] ?? ''
  await markTaken(world.app, firstWorker, bedspaceId, form())
  const { id: claimId } = await world.database.owner
    .selectFrom('bedspaceClaim')
    .select('id')
    .where('bedspaceId', '=', bedspaceId)
    .executeTakeFirstOrThrow()
  const leaves = { on: '2027-03-12', isSure: false }
  await changeStay(world.app, firstWorker, { claimId, change: { kind: 'leaves', leaves } }, form())
  expect(await tell('2027-03-17T17:00:01Z')).toEqual([])
  expect(await asked()).toEqual([
    [`/vacancies/${bedspaceId}/stay`, 'Room 2', 'was expected to leave on Fri 12 March'],
  ])
})
