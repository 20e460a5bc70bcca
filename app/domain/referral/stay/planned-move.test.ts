import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import { messagesOwed } from '@tests/factories/messages-owed'
import {
  accepted,
  anotherCase,
  claimsOn,
  createReferralWorld,
  current,
  form,
  next,
  type ReferralWorld,
  seenBy,
  stateOf,
  underReview,
} from '@tests/factories/referral-world'
import { eventPage } from '../../../screens/referral-event/page'
import { eventPageFor } from '../../../screens/referral-event/facts.server'
import { historyEntries } from '../../../screens/referral/history-entries'
import { standingRows } from '../../../screens/referral/standing'
import type { ReferralTarget } from '../events/act-on-referral.server'
import { acceptOffer } from '../events/accept/act.server'
import { markArrived } from '../events/arrive/act.server'
import { callOffPlannedMove } from '../events/call-off-move/act.server'
import { changeEnd } from '../events/change-stay-end/act.server'
import { recordDeparture } from '../events/depart/act.server'
import { recordMove } from '../events/move-stay/act.server'
import { offerBedspace } from '../events/offer/act.server'
import { planTheMove } from '../events/plan-move/act.server'
import { staysNotGone } from '../events/stay-goes-on/stays-not-gone.server'
import { undoArrivalOf } from '../events/undo-arrival/act.server'
import { undoHowItEnded } from '../events/undo-end/act.server'

/**
 * Somebody who came by a referral on Monday 8 March 2027, in the first of the rooms, expected to leave on 5 April, is to move to the
 * second on a day to come; two working days between stays.
 */

const RELEASED = new Date('2027-03-08T14:00:00Z')

let world: ReferralWorld
let target: ReferralTarget
beforeAll(async () => {
  world = await createReferralWorld()
})
afterAll(() => world.database.drop())
beforeEach(async () => {
  world.passTo(new Date('2027-02-01T09:00:00Z'))
  await sql`truncate bedspace_claim, referral_claim, placement, offer cascade`.execute(world.database.owner)
  target = await accepted(world, 'womensHouse', await anotherCase(world))
  world.passTo(RELEASED)
  const stay = { arrivedOn: '2027-03-08', expectedDepartureOn: '2027-04-05', note: null }
  next(target, await markArrived(world.app, worker(), { ...target, ...stay }, form()))
})

const worker = () => world.viewers.firstWorker

function room(index: number): string {
  return world.bedspaces.womensHouse[index] ?? ''
}

async function rooms(): Promise<string[][]> {
  return Promise.all([0, 1, 2].map(bed => claimsOn(world, 'womensHouse', bed)))
}

async function plan(movesOn: string, bed = 1) {
  const wanted = { bedspaceId: room(bed), conflictCheckDone: true, note: 'Nearer the stairs' }
  return planTheMove(world.app, worker(), { ...(await current(world, target)), ...wanted, movesOn }, form())
}

async function moved(movedOn: string, bed = 1) {
  const wanted = { bedspaceId: room(bed), conflictCheckDone: true, note: 'As planned' }
  return recordMove(world.app, worker(), { ...(await current(world, target)), ...wanted, movedOn }, form())
}

async function callOff() {
  const why = { note: 'The pipe burst' }
  return callOffPlannedMove(world.app, worker(), { ...(await current(world, target)), ...why }, form())
}

const seen = () => seenBy(world, worker(), target)

async function buttons(): Promise<string[]> {
  return (await seen()).buttons.filter(({ event }) => event.includes('move')).map(({ wording }) => wording)
}

/** What the pages of a move are called, in the order of their buttons. */
async function titles(): Promise<(string | undefined)[]> {
  const moves = ['move_stay', 'plan_move', 'call_off_move'] as const
  return Promise.all(
    moves.map(async event => {
      const facts = await eventPageFor(world.app, worker(), target.referralId, event)
      return facts?.isAllowed ? eventPage(event, facts, world.app.clock()).words.title : undefined
    }),
  )
}

async function lastLine() {
  const referral = await seenBy(world, world.viewers.lowNewtonOfficer, target)
  const [line] = historyEntries(referral, world.app.clock())
  return [line?.what, ...(line?.details ?? [])]
}

describe('a move of a referral’s stay on a day to come', () => {
  it('claims the other room from that day, leaves her in hers until it is recorded, and tells both sides', async () => {
    expect(await buttons()).toEqual(['Move to another room', 'Plan a move to another room'])
    expect(await titles()).toEqual(['Move to another room', 'Plan a move to another room', undefined])
    expect(await plan('2027-03-17')).toMatchObject({ ok: true, from: 'arrived', state: 'arrived' })
    // A Wednesday: ready on Friday.
    expect(await rooms()).toEqual([['occupied [2027-03-08,2027-03-19)'], ['occupied [2027-03-17,)'], []])
    expect(await buttons()).toEqual(['Record the move', 'Change the planned move', 'Call the move off'])
    expect(await titles()).toEqual(['Record the move', 'Change the planned move', 'Call the move off'])
    const referral = await seen()
    expect(referral.placement).toMatchObject({
      bedspaceId: room(0),
      expectedDepartureOn: '2027-04-05',
      isSure: false,
      move: { on: '2027-03-17', bedspaceId: room(1), bedspaceName: 'Room 2' },
    })
    const rows = standingRows(referral, world.app.clock())
    expect(rows.find(({ key }) => key === 'Is to move')?.value).toBe('To Room 2 on Wed 17 March')
    expect(await lastLine()).toEqual([
      'A move to another room planned',
      'From Room 1 to Room 2, 17 March 2027',
    ])
    const told = await messagesOwed(world, target, 'plan_move')
    expect(told.map(({ template }) => template).sort()).toEqual(['move_planned', 'move_planned_here'])
    // Its end is asked again once she has moved.
    const end = { ...(await current(world, target)), leavesOn: null, isSure: false, note: null }
    expect(await changeEnd(world.app, worker(), end, form())).toMatchObject({
      reason: 'state_does_not_allow',
    })
  })

  it('is refused today, after the day of leaving, into the same room, one that is taken, or where nobody thought of who lives there', async () => {
    const other = await accepted(world, 'womensHouse', await anotherCase(world), 1)
    expect(await plan('2027-03-08')).toEqual({ ok: false, reason: 'dates_invalid' })
    expect(await plan('2027-03-17', 0)).toEqual({ ok: false, reason: 'same_bedspace' })
    // Expected to leave on 5 April: until when the stay goes on is said first.
    expect(await plan('2027-04-05', 2)).toEqual({ ok: false, reason: 'after_leaving' })
    expect(await plan('2027-03-17')).toEqual({ ok: false, reason: 'bedspace_taken', until: '2027-06-02' })
    expect((await rooms())[0]).toEqual(['occupied [2027-03-08,)'])
    expect(await stateOf(world, other)).toBe('accepted')
    expect(await lastLine()).toEqual(['Arrived'])
  })

  it('is planned anew: another day, another room', async () => {
    await plan('2027-03-17')
    // A Wednesday before Easter: ready on the Tuesday after.
    expect(await plan('2027-03-24')).toMatchObject({ ok: true })
    expect(await rooms()).toEqual([['occupied [2027-03-08,2027-03-30)'], ['occupied [2027-03-24,)'], []])
    expect(await plan('2027-03-15', 2)).toMatchObject({ ok: true })
    expect(await rooms()).toEqual([['occupied [2027-03-08,2027-03-17)'], [], ['occupied [2027-03-15,)']])
    expect((await seen()).placement?.expectedDepartureOn).toBe('2027-04-05')
  })

  it('is recorded later than planned, on the form that holds the room; then the stay is there', async () => {
    await plan('2027-03-17')
    world.passTo(new Date('2027-03-19T09:00:00Z'))
    const facts = await eventPageFor(world.app, worker(), target.referralId, 'move_stay')
    const page = facts && eventPage('move_stay', facts, world.app.clock())
    expect(page?.values).toMatchObject({
      bedspaceId: room(1),
      movedOn: { day: '17', month: '3', year: '2027' },
    })
    expect(page?.rooms.free[0]).toEqual({ id: room(1), name: 'Room 2, shared', hint: 'Free' })
    expect(await moved('2027-03-20')).toEqual({ ok: false, reason: 'date_in_future' })
    expect(await moved('2027-03-18')).toMatchObject({ ok: true })
    expect(await rooms()).toEqual([
      ['occupied [2027-03-08,2027-03-18)', 'turnaround [2027-03-18,2027-03-22)'],
      ['occupied [2027-03-18,)'],
      [],
    ])
    expect((await seen()).placement).toMatchObject({
      bedspaceId: room(1),
      arrivedOn: '2027-03-08',
      expectedDepartureOn: '2027-04-05',
      move: null,
    })
    expect(await buttons()).toEqual(['Move to another room', 'Plan a move to another room'])
  })

  it('is recorded into another room than was planned, which is free again', async () => {
    await plan('2027-03-17')
    world.passTo(new Date('2027-03-16T09:00:00Z'))
    expect(await moved('2027-03-16', 2)).toMatchObject({ ok: true })
    expect(await rooms()).toEqual([
      ['occupied [2027-03-08,2027-03-16)', 'turnaround [2027-03-16,2027-03-18)'],
      [],
      ['occupied [2027-03-16,)'],
    ])
  })

  it('is called off: she stays, with the day that was expected', async () => {
    expect(await callOff()).toMatchObject({ reason: 'state_does_not_allow' })
    await plan('2027-03-17')
    world.passTo(new Date('2027-03-18T09:00:00Z'))
    expect(await callOff()).toMatchObject({ ok: true, state: 'arrived' })
    expect(await rooms()).toEqual([['occupied [2027-03-08,)'], [], []])
    expect((await seen()).placement).toMatchObject({ expectedDepartureOn: '2027-04-05', move: null })
    expect(await lastLine()).toEqual(['The planned move called off', 'Was planned for 17 March 2027'])
  })

  it('is called off, or planned anew and then: what was sure is sure, and what was promised behind it stays', async () => {
    const sure = { leavesOn: '2027-03-24', isSure: true, note: null }
    next(target, await changeEnd(world.app, worker(), { ...(await current(world, target)), ...sure }, form()))
    // A Wednesday before Easter: ready on the Tuesday after, and promised from then.
    const behind = await underReview(world, 'womensHouse', await anotherCase(world))
    const days = { fromOn: '2027-03-30', untilOn: '2027-04-19' }
    const wanted = { ...days, bedspaceId: room(0), conflictCheckDone: true }
    next(behind, await offerBedspace(world.app, worker(), { ...behind, ...wanted }, form()))
    const before = await rooms()
    expect(before[0]?.[0]).toBe('occupied [2027-03-08,2027-03-30)')
    await plan('2027-03-17')
    await plan('2027-03-18', 2)
    expect(await callOff()).toMatchObject({ ok: true })
    expect(await rooms()).toEqual(before)
    expect((await seen()).placement).toMatchObject({
      expectedDepartureOn: '2027-03-24',
      isSure: true,
      move: null,
    })
  })

  it('that nobody records leaves her in her room, and what is promised behind goes to reconfirm', async () => {
    await plan('2027-03-12')
    const behind = await underReview(world, 'womensHouse', await anotherCase(world))
    const wanted = {
      fromOn: '2027-03-16',
      untilOn: '2027-04-19',
      bedspaceId: room(0),
      conflictCheckDone: true,
    }
    next(behind, await offerBedspace(world.app, worker(), { ...behind, ...wanted }, form()))
    const yes = { ...(await current(world, behind)), note: null }
    next(behind, await acceptOffer(world.app, world.viewers.lowNewtonOfficer, yes, form()))
    expect(await rooms()).toMatchObject([
      ['occupied [2027-03-08,2027-03-16)', expect.stringContaining('hold [2027-03-16,')],
      ['occupied [2027-03-12,)'],
      [],
    ])
    expect(await callOff()).toEqual({ ok: false, reason: 'promised_since' })
    expect(await plan('2027-03-17')).toEqual({ ok: false, reason: 'room_promised' })
    world.passTo(new Date('2027-03-13T09:00:00Z'))
    expect(await staysNotGone(world.worker)).toBe(1)
    expect(await stateOf(world, behind)).toBe('to_reconfirm')
    expect((await seen()).placement).toMatchObject({ move: { on: '2027-03-12' } })
  })

  it('falls away with the departure, and comes not back where that was none', async () => {
    await plan('2027-03-17')
    world.passTo(new Date('2027-03-16T15:00:00Z'))
    const left = { departedOn: '2027-03-16', kind: 'evicted', note: null } as const
    const gone = { ...(await current(world, target)), ...left }
    expect(await recordDeparture(world.app, worker(), gone, form())).toMatchObject({ state: 'departed' })
    expect(await rooms()).toEqual([
      ['occupied [2027-03-08,2027-03-16)', 'turnaround [2027-03-16,2027-03-18)'],
      [],
      [],
    ])
    const undo = { ...(await current(world, target)), note: 'She was on leave' }
    expect(await undoHowItEnded(world.app, worker(), undo, form())).toMatchObject({ state: 'arrived' })
    expect(await rooms()).toEqual([['occupied [2027-03-08,)'], [], []])
    expect((await seen()).placement).toMatchObject({ expectedDepartureOn: '2027-04-05', move: null })
  })

  it('falls away where the arrival was none', async () => {
    await plan('2027-03-17')
    world.passTo(new Date('2027-03-09T09:00:00Z'))
    const undo = { ...(await current(world, target)), note: 'It was her neighbour' }
    expect(await undoArrivalOf(world.app, worker(), undo, form())).toMatchObject({ state: 'accepted' })
    expect(await rooms()).toEqual([['hold [2027-03-09,2027-06-02)'], [], []])
  })
})
