import { beforeEach, describe, expect, it } from 'vitest'
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
import { historyEntries } from '../../../screens/referral/history-entries'
import type { ReferralTarget } from '../events/act-on-referral.server'
import { acceptOffer } from '../events/accept/act.server'
import { markArrived } from '../events/arrive/act.server'
import { changeEnd } from '../events/change-stay-end/act.server'
import { correctArrivalDay } from '../events/correct-arrival/act.server'
import { correctHowItEnded } from '../events/correct-departure/act.server'
import { recordDeparture } from '../events/depart/act.server'
import { offerBedspace } from '../events/offer/act.server'
import { recordMove } from '../events/move-stay/act.server'
import { planTheMove } from '../events/plan-move/act.server'
import { giveOtherRoom } from '../events/other-room/act.server'
import { undoArrivalOf } from '../events/undo-arrival/act.server'
import { undoHowItEnded } from '../events/undo-end/act.server'

/** A place and a stay put right: the room, the day of arrival, the end (product.md, "Lifecycle" and "Vacancies"). */

/** The day of release, a Monday. */
const RELEASED = new Date('2027-03-08T14:00:00Z')
const HOLD = 'hold [2027-03-08,2027-06-02)'

let world: ReferralWorld
beforeEach(async () => {
  world = await createReferralWorld()
  return () => world.database.drop()
})

const worker = () => world.viewers.firstWorker

async function arrived(bed = 0, caseId?: string): Promise<ReferralTarget> {
  const target = await accepted(world, 'womensHouse', caseId ?? (await anotherCase(world)), bed)
  world.passTo(RELEASED)
  const stay = { arrivedOn: world.releaseOn, expectedDepartureOn: '2027-04-05', note: null }
  return next(target, await markArrived(world.app, worker(), { ...target, ...stay }, form()))
}

async function departed(departedOn: string, bed = 0): Promise<ReferralTarget> {
  const target = await arrived(bed)
  world.passTo(new Date(`${departedOn}T15:00:00Z`))
  const left = { departedOn, kind: 'evicted', note: null } as const
  return next(target, await recordDeparture(world.app, worker(), { ...target, ...left }, form()))
}

function room(bed: number): string {
  return world.bedspaces.womensHouse[bed] ?? ''
}

async function claims(...beds: number[]): Promise<string[][]> {
  return Promise.all(beds.map(bed => claimsOn(world, 'womensHouse', bed)))
}

/** The day she left, as the referral says it and as the claim on the room does. */
async function leftAsRecorded({ referralId }: ReferralTarget): Promise<string> {
  const { departedOn, leftOn } = await world.database.owner
    .selectFrom('placement')
    .innerJoin('bedspaceClaim', 'bedspaceClaim.id', 'placement.claimId')
    .select(['departedOn', 'leftOn'])
    .where('placement.referralId', '=', referralId)
    .executeTakeFirstOrThrow()
  return `${departedOn} ${leftOn}`
}

/** What the last line of the history says besides its title, to the referrer. */
async function lastDetails(target: ReferralTarget): Promise<string[]> {
  const seen = await seenBy(world, world.viewers.lowNewtonOfficer, target)
  return historyEntries(seen, world.app.clock())[0]?.details ?? []
}

describe('another room for a place', () => {
  const given = { conflictCheckDone: true, note: 'A pipe has burst' }

  it('holds the promised days there, frees the first, and tells both sides', async () => {
    const target = await accepted(world, 'womensHouse', await anotherCase(world))
    const done = await giveOtherRoom(
      world.app,
      worker(),
      { ...target, ...given, bedspaceId: room(1) },
      form(),
    )
    expect(done).toMatchObject({ ok: true, from: 'accepted', state: 'accepted' })
    expect(await claims(0, 1)).toEqual([[], [HOLD]])
    const seen = await seenBy(world, world.viewers.lowNewtonOfficer, target)
    expect(seen).toMatchObject({
      dueAt: new Date('2027-03-08T20:00:00Z'),
      offer: {
        bedspaceId: room(1),
        fromOn: '2027-03-08',
        untilOn: '2027-05-31',
        isHeld: true,
        heldUntil: null,
      },
    })
    expect(await lastDetails(target)).toEqual(['From Room 1 to Room 2'])
    const told = await messagesOwed(world, target, 'other_room')
    expect(told.map(({ template }) => template).sort()).toEqual([
      'other_room',
      'other_room',
      'other_room_here',
    ])
  })

  it('is refused where it is the same, another service’s, taken, or nobody thought of who lives there', async () => {
    const target = await accepted(world, 'womensHouse', await anotherCase(world))
    const taken = await accepted(world, 'womensHouse', await anotherCase(world), 1)
    const give = (bedspaceId: string, more = {}) =>
      giveOtherRoom(world.app, worker(), { ...target, ...given, bedspaceId, ...more }, form())
    expect(await give(room(0))).toEqual({ ok: false, reason: 'same_bedspace' })
    expect(await give(world.bedspaces.hostel[0] ?? '')).toEqual({ ok: false, reason: 'bedspace_not_found' })
    expect(await give(room(2), { conflictCheckDone: false })).toMatchObject({
      reason: 'conflict_check_needed',
    })
    expect(await give(room(1))).toEqual({ ok: false, reason: 'bedspace_taken', until: '2027-06-02' })
    expect(await claims(0, 1)).toEqual([[HOLD], [HOLD]])
    expect([await stateOf(world, target), await stateOf(world, taken)]).toEqual(['accepted', 'accepted'])
  })

  it('is given up to the day before the promised last one, and refused from that day on: nothing is left to hold', async () => {
    const target = await underReview(world, 'womensHouse', await anotherCase(world))
    const wanted = { fromOn: '2027-03-08', untilOn: '2027-03-11', bedspaceId: room(0) }
    const offered = { ...target, ...wanted, conflictCheckDone: true }
    next(target, await offerBedspace(world.app, worker(), offered, form()))
    const yes = { ...(await current(world, target)), note: null }
    next(target, await acceptOffer(world.app, world.viewers.lowNewtonOfficer, yes, form()))
    const give = async (bed: number, at: string) => {
      world.passTo(new Date(at))
      const other = { ...(await current(world, target)), ...given, bedspaceId: room(bed) }
      return giveOtherRoom(world.app, worker(), other, form())
    }
    expect(await give(1, '2027-03-10T12:00:00Z')).toMatchObject({ ok: true })
    const held = [[], ['hold [2027-03-10,2027-03-15)'], []]
    expect(await claims(0, 1, 2)).toEqual(held)
    for (const day of ['2027-03-11', '2027-03-15', '2027-03-16'])
      expect([day, await give(2, `${day}T12:00:00Z`)]).toEqual([day, { ok: false, reason: 'promise_over' }])
    expect(await claims(0, 1, 2)).toEqual(held)
  })
})

describe('an arrival that is undone', () => {
  const why = { note: 'It was her neighbour' }

  it('expects her again in the promised days, and parks again what closed with it', async () => {
    const caseId = await anotherCase(world)
    const other = await underReview(world, 'hostel', caseId)
    const target = await arrived(0, caseId)
    expect(await stateOf(world, other)).toBe('placed_elsewhere')
    world.passTo(new Date('2027-03-09T09:00:00Z'))
    const undone = await undoArrivalOf(world.app, worker(), { ...target, ...why }, form())
    expect(undone).toMatchObject({ ok: true, from: 'arrived', state: 'accepted' })
    expect(await claims(0)).toEqual([['hold [2027-03-09,2027-06-02)']])
    expect(await stateOf(world, other)).toBe('parked')
    const parked = await seenBy(world, world.viewers.secondWorker, other)
    expect(parked).toMatchObject({ closedAt: null, resumeState: 'under_review', tier: 3 })
    expect(parked.history[0]).toMatchObject({ event: 'park_again', byPerson: null, byOrganisation: null })
    const seen = await seenBy(world, worker(), target)
    expect(seen).toMatchObject({ placement: null, offer: { ending: 'accepted' } })
    expect(await lastDetails(target)).toEqual(['Had been recorded for 8 March 2027'])
    // And she may come after all.
    const stay = { arrivedOn: '2027-03-09', expectedDepartureOn: '2027-04-05', note: null }
    const here = { ...next(target, undone), ...stay }
    expect(await markArrived(world.app, worker(), here, form())).toMatchObject({ ok: true, state: 'arrived' })
    expect(await claims(0)).toEqual([['occupied [2027-03-09,)']])
    expect(await stateOf(world, other)).toBe('placed_elsewhere')
  })

  it('is undone no more after two working days', async () => {
    const target = await arrived()
    world.passTo(new Date('2027-03-10T17:00:01Z'))
    expect(await undoArrivalOf(world.app, worker(), { ...target, ...why }, form())).toMatchObject({
      reason: 'state_does_not_allow',
    })
    expect(await claims(0)).toEqual([['occupied [2027-03-08,)']])
  })
})

describe('a stay', () => {
  it('begins not after the day it is sure to end, or to go on elsewhere: which of them is said', async () => {
    const begins = async (target: ReferralTarget, arrivedOn: string) => {
      world.passTo(new Date('2027-03-25T09:00:00Z'))
      const input = { ...(await current(world, target)), arrivedOn, note: null }
      return correctArrivalDay(world.app, worker(), input, form())
    }
    const sure = await arrived()
    const end = { leavesOn: '2027-03-22', isSure: true, note: null }
    next(sure, await changeEnd(world.app, worker(), { ...sure, ...end }, form()))
    const no = { ok: false, reason: 'ends_before' }
    expect(await begins(sure, '2027-03-23')).toEqual({ ...no, endsOn: '2027-03-22', because: 'sure' })
    expect(await claims(0)).toEqual([['occupied [2027-03-08,2027-03-24)']])

    world.passTo(new Date('2027-02-01T09:00:00Z'))
    const moving = await arrived(1)
    const move = { bedspaceId: room(2), movesOn: '2027-03-15', conflictCheckDone: true, note: 'Nearer' }
    next(moving, await planTheMove(world.app, worker(), { ...moving, ...move }, form()))
    expect(await begins(moving, '2027-03-18')).toEqual({ ...no, endsOn: '2027-03-15', because: 'to_move' })
  })

  it('begins on the day that is put right, with the day it was said to in the history', async () => {
    const target = await arrived()
    world.passTo(new Date('2027-03-20T09:00:00Z'))
    const put = async (arrivedOn: string, more = {}) => {
      const input = { ...(await current(world, target)), arrivedOn, note: null, ...more }
      return correctArrivalDay(world.app, worker(), input, form())
    }
    expect(await put('2027-03-10')).toMatchObject({ ok: true, state: 'arrived' })
    expect(await claims(0)).toEqual([['occupied [2027-03-10,)']])
    expect((await seenBy(world, worker(), target)).placement?.arrivedOn).toBe('2027-03-10')
    expect(await lastDetails(target)).toEqual(['Was 8 March 2027, is now 10 March 2027'])
    expect(await put('2027-03-06')).toEqual({ ok: false, reason: 'before_release' })
    expect(await put('2027-03-06', { releasedEarly: true })).toMatchObject({ ok: true })
    expect(await put('2027-03-21')).toEqual({ ok: false, reason: 'date_in_future' })
    expect(await claims(0)).toEqual([['occupied [2027-03-06,)']])
  })

  it('goes on in another room: the first keeps its days and its turnaround', async () => {
    const target = await arrived()
    world.passTo(new Date('2027-03-15T09:00:00Z'))
    const move = { bedspaceId: room(1), movedOn: '2027-03-15', conflictCheckDone: true, note: 'Lift broken' }
    const moved = await recordMove(world.app, worker(), { ...target, ...move }, form())
    expect(moved).toMatchObject({ ok: true, state: 'arrived' })
    expect(await claims(0, 1)).toEqual([
      ['occupied [2027-03-08,2027-03-15)', 'turnaround [2027-03-15,2027-03-17)'],
      ['occupied [2027-03-15,)'],
    ])
    expect((await seenBy(world, worker(), target)).placement).toMatchObject({
      bedspaceId: room(1),
      arrivedOn: '2027-03-08',
      expectedDepartureOn: '2027-04-05',
    })
    expect(await lastDetails(target)).toEqual(['From Room 1 to Room 2'])
    // The day of arrival is that of the first room still, and must come before the move.
    const arrivedOn = { note: null, arrivedOn: '2027-03-15' }
    const late = { ...next(target, moved), ...arrivedOn }
    expect(await correctArrivalDay(world.app, worker(), late, form())).toEqual({
      ok: false,
      reason: 'ends_before',
      endsOn: '2027-03-15',
      because: 'left',
    })
    world.passTo(new Date('2027-03-22T15:00:00Z'))
    const left = { departedOn: '2027-03-22', kind: 'planned', note: null } as const
    const leaving = { ...(await current(world, target)), ...left }
    expect(await recordDeparture(world.app, worker(), leaving, form())).toMatchObject({ ok: true })
    expect(await claims(1)).toEqual([
      ['occupied [2027-03-15,2027-03-22)', 'turnaround [2027-03-22,2027-03-24)'],
    ])
  })

  it('is not moved into a room somebody else has, and nothing is lost', async () => {
    const other = await accepted(world, 'womensHouse', await anotherCase(world), 1)
    const target = await arrived()
    const move = { bedspaceId: room(1), movedOn: '2027-03-08', conflictCheckDone: true, note: 'x' }
    expect(await recordMove(world.app, worker(), { ...target, ...move }, form())).toEqual({
      ok: false,
      reason: 'bedspace_taken',
      until: '2027-06-02',
    })
    expect(await claims(0, 1)).toEqual([['occupied [2027-03-08,)'], [HOLD]])
    expect(await stateOf(world, other)).toBe('accepted')
  })

  it('ends on another day than was said: sure, about, or nobody knows', async () => {
    const target = await arrived()
    const end = async (leavesOn: string | null, isSure: boolean) => {
      const input = { ...(await current(world, target)), leavesOn, isSure, note: null }
      return changeEnd(world.app, worker(), input, form())
    }
    expect(await end('2027-03-19', true)).toMatchObject({ ok: true, state: 'arrived' })
    // A Friday: two working days of turnaround.
    expect(await claims(0)).toEqual([['occupied [2027-03-08,2027-03-23)']])
    expect(await lastDetails(target)).toEqual(['Was 5 April 2027, is now 19 March 2027'])
    expect(await end(null, false)).toMatchObject({ ok: true })
    expect(await claims(0)).toEqual([['occupied [2027-03-08,)']])
    expect(await lastDetails(target)).toEqual(['Was 19 March 2027, is now not known'])
    expect(await end('2027-03-07', false)).toEqual({ ok: false, reason: 'dates_invalid' })
  })
})

describe('a departure', () => {
  it('is put right: its day, its kind and the turnaround, and it stays ended when it did', async () => {
    const target = await departed('2027-03-16')
    const closedAt = new Date('2027-03-16T15:00:00Z')
    expect(await claims(0)).toEqual([
      ['occupied [2027-03-08,2027-03-16)', 'turnaround [2027-03-16,2027-03-18)'],
    ])
    world.passTo(new Date('2027-03-17T09:00:00Z'))
    const put = async (departedOn: string, kind: 'planned' | 'died') => {
      const input = { ...(await current(world, target)), departedOn, kind, note: null }
      return correctHowItEnded(world.app, worker(), input, form())
    }
    expect(await put('2027-03-12', 'planned')).toMatchObject({ ok: true, state: 'departed' })
    expect(await claims(0)).toEqual([
      ['occupied [2027-03-08,2027-03-12)', 'turnaround [2027-03-12,2027-03-16)'],
    ])
    const seen = await seenBy(world, worker(), target)
    expect(seen).toMatchObject({
      closedAt,
      placement: { departedOn: '2027-03-12', departure: 'planned' },
    })
    expect(await lastDetails(target)).toEqual([
      'Was 16 March 2027, evicted; is now 12 March 2027, planned move-on',
    ])
    // On the day she came: nothing is claimed; and from there to a later day again.
    expect(await put('2027-03-08', 'planned')).toMatchObject({ ok: true })
    expect(await claims(0)).toEqual([['turnaround [2027-03-08,2027-03-10)']])
    expect(await put('2027-03-17', 'died')).toMatchObject({ ok: true })
    expect(await claims(0)).toEqual([
      ['occupied [2027-03-08,2027-03-17)', 'turnaround [2027-03-17,2027-03-19)'],
    ])
    expect(await put('2027-03-07', 'died')).toEqual({ ok: false, reason: 'dates_invalid' })
    world.passTo(new Date('2027-03-18T17:00:01Z'))
    expect(await put('2027-03-16', 'died')).toMatchObject({ reason: 'state_does_not_allow' })
  })

  it('in a house that has closed is put right in what is said of it and of its room, which nobody makes ready', async () => {
    const target = await departed('2027-03-16')
    world.passTo(new Date('2027-03-18T09:00:00Z'))
    await world.database.owner
      .updateTable('service')
      .set({ archivedAt: world.app.clock() })
      .where('id', '=', world.services.womensHouse)
      .execute()
    const put = async (departedOn: string) => {
      const right = { ...(await current(world, target)), departedOn, kind: 'died', note: null } as const
      expect(await correctHowItEnded(world.app, worker(), right, form())).toMatchObject({ ok: true })
      return [await claims(0), await leftAsRecorded(target)]
    }
    expect(await put('2027-03-12')).toEqual([[['occupied [2027-03-08,2027-03-12)']], '2027-03-12 2027-03-12'])
    expect(await put('2027-03-17')).toEqual([[['occupied [2027-03-08,2027-03-17)']], '2027-03-17 2027-03-17'])
    // On the day she came: no night is claimed, and the day is kept; and from there to a later one.
    expect(await put('2027-03-08')).toEqual([[[]], '2027-03-08 2027-03-08'])
    expect(await put('2027-03-10')).toEqual([[['occupied [2027-03-08,2027-03-10)']], '2027-03-10 2027-03-10'])
    expect((await seenBy(world, worker(), target)).placement?.departure).toBe('died')
  })

  it('is undone: the stay goes on, and whether she came can be undone no longer than before', async () => {
    const target = await departed('2027-03-16')
    world.passTo(new Date('2027-03-18T09:00:00Z'))
    const undo = { ...target, note: 'She was on leave' }
    expect(await undoHowItEnded(world.app, worker(), undo, form())).toMatchObject({
      ok: true,
      state: 'arrived',
    })
    expect(await claims(0)).toEqual([['occupied [2027-03-08,)']])
    const seen = await seenBy(world, worker(), target)
    expect(seen).toMatchObject({
      closedAt: null,
      stateChangedAt: RELEASED,
      placement: { departedOn: null, departure: null, expectedDepartureOn: '2027-04-05' },
    })
    expect(seen.buttons.map(({ event }) => event)).not.toContain('undo_arrival')
  })

  it('is undone at no service that closed since, before that is opened again', async () => {
    const target = await departed('2027-03-16')
    world.passTo(new Date('2027-03-18T09:00:00Z'))
    const standsClosed = (archivedAt: Date | null) =>
      world.database.owner
        .updateTable('service')
        .set({ archivedAt })
        .where('id', '=', world.services.womensHouse)
        .execute()
    await standsClosed(world.app.clock())
    const undo = { ...target, note: 'She was on leave' }
    const before = await claims(0)
    expect(await undoHowItEnded(world.app, worker(), undo, form())).toEqual({
      ok: false,
      reason: 'service_closed',
    })
    expect(await claims(0)).toEqual(before)
    await standsClosed(null)
    expect(await undoHowItEnded(world.app, worker(), undo, form())).toMatchObject({ state: 'arrived' })
  })

  it('that is undone where the room was promised on sends that promise to be reconfirmed', async () => {
    const target = await departed('2027-03-16')
    const promised = await underReview(world, 'womensHouse', await anotherCase(world))
    const wanted = {
      fromOn: '2027-03-22',
      untilOn: '2027-04-19',
      bedspaceId: room(0),
      conflictCheckDone: true,
    }
    next(promised, await offerBedspace(world.app, worker(), { ...promised, ...wanted }, form()))
    const yes = { ...(await current(world, promised)), note: null }
    next(promised, await acceptOffer(world.app, world.viewers.lowNewtonOfficer, yes, form()))
    const undo = { ...target, note: 'She was on leave' }
    expect(await undoHowItEnded(world.app, worker(), undo, form())).toMatchObject({ state: 'arrived' })
    expect(await claims(0)).toEqual([['occupied [2027-03-08,2027-03-22)', 'hold [2027-03-22,2027-04-21)']])
    expect(await stateOf(world, promised)).toBe('to_reconfirm')
    // Which the provider settles by another room.
    const other = { bedspaceId: room(1), conflictCheckDone: true, note: 'Somebody stays on' }
    const given = { ...(await current(world, promised)), ...other }
    expect(await giveOtherRoom(world.app, worker(), given, form())).toMatchObject({
      ok: true,
      from: 'to_reconfirm',
      state: 'accepted',
    })
    expect(await claims(1)).toEqual([['hold [2027-03-22,2027-04-21)']])
  })

  it('cannot be undone by the house she left once she has said yes elsewhere', async () => {
    const target = await departed('2027-03-16')
    const { caseId } = await seenBy(world, world.viewers.lowNewtonOfficer, target)
    const elsewhere = await underReview(world, 'hostel', caseId)
    const wanted = {
      ...{ fromOn: '2027-03-17', untilOn: '2027-04-19', conflictCheckDone: true },
      bedspaceId: world.bedspaces.hostel[0] ?? '',
    }
    const offered = await offerBedspace(
      world.app,
      world.viewers.secondWorker,
      { ...elsewhere, ...wanted },
      form(),
    )
    const yes = { ...next(elsewhere, offered), note: null }
    next(elsewhere, await acceptOffer(world.app, world.viewers.lowNewtonOfficer, yes, form()))
    const undo = { ...target, note: 'She was on leave' }
    expect(await undoHowItEnded(world.app, worker(), undo, form())).toEqual({
      ok: false,
      reason: 'arranged_since',
    })
    expect(await stateOf(world, elsewhere)).toBe('accepted')
  })
})
