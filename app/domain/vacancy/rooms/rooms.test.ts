import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asViewer } from '@db/viewer-transaction'
import {
  accepted,
  anotherCase,
  claimsOn,
  createReferralWorld,
  form,
  type ReferralWorld,
} from '@tests/factories/referral-world'
import { addMember, addOrganisation } from '@tests/factories/organisation'
import { addService } from '@tests/factories/service'
import { vacancyRefusalText } from '../vacancy-result'
import { addVoid } from '../claims/add-void.server'
import { markTaken } from '../claims/take-bedspace.server'
import { vacancyBoardFor } from '../own/own-bedspaces.server'
import { addRooms } from './add-rooms.server'
import { changeRoom, moveInList } from './change-room.server'
import { closeRoom, reopenRoom, retireDue } from './close-room.server'
import { findRoomToCorrect, roomsOf } from './own-rooms.server'
import type { RoomFacts } from './room'

/** The women's house of the small world: rooms of its own, on Tuesday 2 February 2027. */

const TUESDAY = new Date('2027-02-02T09:00:00Z')
const SINGLE: RoomFacts = {
  type: 'shared',
  sex: 'women',
  wheelchair: false,
  note: 'Second floor, no lift, shared kitchen',
  rentWeeklyPence: 9_550,
  serviceChargeWeeklyPence: 1_200,
}

let world: ReferralWorld
beforeAll(async () => {
  world = await createReferralWorld()
  world.passTo(TUESDAY)
})
afterAll(() => world.database.drop())

function add(called: string, howMany = 6, viewer = world.viewers.firstWorker) {
  const { womensHouse: serviceId } = world.services
  return addRooms(world.app, viewer, { serviceId, facts: SINGLE, howMany, called, firstNumber: 1 }, form())
}

function rooms() {
  const { womensHouse } = world.services
  return asViewer(world.app.db, world.viewers.firstWorker, trx => roomsOf(trx, womensHouse))
}

async function room(name: string) {
  const found = (await rooms()).find(each => each.name === name)
  if (!found) throw new Error(`There is no ${name}`)
  return found
}

async function free() {
  const board = await vacancyBoardFor(
    world.app.db,
    world.viewers.firstWorker,
    world.services.womensHouse,
    world.app.clock(),
  )
  return board?.vacancy.free
}

describe('rooms added in bulk', () => {
  it('are six alike, numbered, at the end of the list, and free', async () => {
    expect(await add('Loft')).toMatchObject({ ok: true })
    const added = (await rooms()).filter(each => each.name.startsWith('Loft'))
    expect(added.map(each => each.name)).toEqual(['Loft 1', 'Loft 2', 'Loft 3', 'Loft 4', 'Loft 5', 'Loft 6'])
    expect(added[3]).toMatchObject({ ...SINGLE, named: true, retiredAt: null, closesOn: null })
    expect((await rooms()).slice(-6).map(each => each.name)[0]).toBe('Loft 1')
    expect(await free()).toBe(9)
  })

  it('are none at all where one name is in use, whatever its capitals', async () => {
    const refused = await add('LOFT', 2)
    expect(refused).toEqual({ ok: false, reason: 'name_taken', name: 'Loft 1' })
    expect(await rooms()).toHaveLength(9)
  })

  it('are refused to strangers, and by the database too', async () => {
    for (const stranger of [world.viewers.secondWorker, world.viewers.lowNewtonOfficer]) {
      expect(await add('Attic', 1, stranger)).toEqual({ ok: false, reason: 'not_found' })
      const { womensHouse: serviceId } = world.services
      const row = { id: crypto.randomUUID(), serviceId, name: 'Attic 1', type: 'shared' }
      await expect(
        asViewer(world.app.db, stranger, trx => trx.insertInto('bedspace').values(row).execute()),
      ).rejects.toThrow('row-level security')
    }
  })
})

describe('rooms that contradict what is said of their service', () => {
  const forMen: RoomFacts = { ...SINGLE, sex: 'men' }
  const refused = { ok: false, reason: 'room_for_others', takes: 'women' }

  it('are neither added to a house for women, nor made of its rooms, nor reopened in it', async () => {
    const { womensHouse: serviceId } = world.services
    const { firstWorker } = world.viewers
    const { owner } = world.database
    const before = await rooms()
    const some = { serviceId, facts: forMen, howMany: 2, called: 'Annexe', firstNumber: 1 }
    expect(await addRooms(world.app, firstWorker, some, form())).toEqual(refused)
    const { id: bedspaceId, version } = await room('Loft 6')
    const change = { bedspaceId, version, name: 'Loft 6', facts: forMen }
    expect(await changeRoom(world.app, firstWorker, change, form())).toEqual(refused)
    expect(await rooms()).toEqual(before)
    const closed = { id: crypto.randomUUID(), serviceId, name: 'Old annexe', type: 'shared', sex: 'men' }
    await owner
      .insertInto('bedspace')
      .values({ ...closed, retiredAt: TUESDAY })
      .execute()
    expect(await reopenRoom(world.app, firstWorker, closed.id, form())).toEqual(refused)
    await owner.deleteFrom('bedspace').where('id', '=', closed.id).execute()
  })

  it('are not added to a programme, in which nobody lives', async () => {
    const { organisationId } = world.viewers.firstWorker
    const { id: serviceId } = await addService(world.database.owner, {
      ...{ organisationId, kind: 'parenting_programme', programme: {} },
    })
    const some = { serviceId, facts: SINGLE, howMany: 1, called: 'Room', firstNumber: 1 }
    expect(await addRooms(world.app, world.viewers.firstWorker, some, form())).toEqual({
      ok: false,
      reason: 'programme_rooms',
    })
  })
})

describe('an editor', () => {
  it('corrects, closes and reopens any room, hidden ones too, and adds some; nobody else of another organisation does', async () => {
    const region = await addOrganisation(world.database.owner, { kind: 'region' })
    for (const role of ['editor', 'administrator'] as const) {
      const viewer = await addMember(world.database.owner, region, role)
      for (const service of ['womensHouse', 'refuge'] as const) {
        const bedspaceId = world.bedspaces[service][0] ?? ''
        const found = await asViewer(world.app.db, viewer, trx => findRoomToCorrect(trx, viewer, bedspaceId))
        if (!found) throw new Error('not found')
        const change = { bedspaceId, version: found.version, name: `Corrected by ${role}`, facts: found }
        const { type, sex, wheelchair, note, rentWeeklyPence, serviceChargeWeeklyPence } = found
        const facts = { type, sex, wheelchair, note, rentWeeklyPence, serviceChargeWeeklyPence }
        expect(await changeRoom(world.app, viewer, { ...change, facts }, form())).toMatchObject({ ok: true })
        const repair = { bedspaceId, reason: 'repair', fromOn: '2027-02-10', untilOn: null } as const
        const provider = service === 'refuge' ? viewer : world.viewers.firstWorker
        const isVoid = (await addVoid(world.app, provider, repair, form())).ok
        expect(isVoid).toBe(service !== 'refuge')
        const close = () => closeRoom(world.app, viewer, { bedspaceId, fromOn: null }, form())
        expect(await close()).toMatchObject({ ok: true })
        expect(await close()).toEqual({ ok: false, reason: 'room_closed' })
        expect(await reopenRoom(world.app, viewer, bedspaceId, form())).toMatchObject({ ok: true })
      }
      expect(await add(`Attic of ${role}`, 2, viewer)).toMatchObject({ ok: true })
    }
    expect((await rooms()).filter(({ name }) => name.startsWith('Attic'))).toHaveLength(4)
    await world.database.owner.deleteFrom('bedspace').where('name', 'like', 'Attic%').execute()
    const elsewhere = world.viewers.secondWorker
    expect(await add('Cellar', 1, elsewhere)).toEqual({ ok: false, reason: 'not_found' })
    const officer = world.viewers.lowNewtonOfficer
    const rename = asViewer(world.app.db, officer, trx =>
      trx.updateTable('bedspace').set({ name: 'Mine' }).returning('id').execute(),
    )
    expect(await rename).toEqual([])
  })
})

describe('a room that is corrected', () => {
  it('takes every fact, and leaves what it was in the history', async () => {
    const { id: bedspaceId, version } = await room('Loft 2')
    const facts: RoomFacts = {
      type: 'family',
      sex: null,
      wheelchair: true,
      note: null,
      rentWeeklyPence: 12_000,
      serviceChargeWeeklyPence: null,
    }
    const change = { bedspaceId, version, name: 'Garden room', facts }
    expect(await changeRoom(world.app, world.viewers.firstWorker, change, form())).toMatchObject({ ok: true })
    expect(await room('Garden room')).toMatchObject(facts)
    const kept = await world.database.owner
      .selectFrom('recordChange')
      .select(['byPerson', 'before', 'after'])
      .where('rowKey', '=', bedspaceId)
      .where('operation', '=', 'update')
      .executeTakeFirstOrThrow()
    expect(kept).toEqual({
      byPerson: world.viewers.firstWorker.personId,
      before: {
        name: 'Loft 2',
        type: 'shared',
        sex: 'women',
        wheelchair: false,
        note: 'Second floor, no lift, shared kitchen',
        rent_weekly_pence: 9_550,
        service_charge_weekly_pence: 1_200,
      },
      after: {
        name: 'Garden room',
        type: 'family',
        sex: null,
        wheelchair: true,
        note: null,
        rent_weekly_pence: 12_000,
        service_charge_weekly_pence: null,
      },
    })
  })

  it('is refused from a page that is older than another’s change, or with the name of another room', async () => {
    const { id: bedspaceId, version } = await room('Garden room')
    const { firstWorker } = world.viewers
    const change = { bedspaceId, version: version - 1, name: 'Den', facts: SINGLE }
    expect(await changeRoom(world.app, firstWorker, change, form())).toEqual({ ok: false, reason: 'stale' })
    const named = { ...change, version, name: 'Loft 1' }
    expect(await changeRoom(world.app, firstWorker, named, form())).toMatchObject({ reason: 'name_taken' })
    expect(await changeRoom(world.app, world.viewers.secondWorker, change, form())).toEqual({
      ok: false,
      reason: 'not_found',
    })
  })

  it('moves up and down, and not past an end', async () => {
    const { firstWorker } = world.viewers
    const { id: bedspaceId } = await room('Loft 6')
    const move = (by: 1 | -1) => moveInList(world.app, firstWorker, { bedspaceId, by }, form())
    expect(await move(1)).toEqual({ ok: false, reason: 'room_last' })
    expect(await move(-1)).toMatchObject({ ok: true })
    expect((await rooms()).slice(-2).map(each => each.name)).toEqual(['Loft 6', 'Loft 5'])
  })

  it('confirms no vacancy', async () => {
    const { confirmedAt } = await world.database.owner
      .selectFrom('serviceVacancy')
      .select('confirmedAt')
      .where('serviceId', '=', world.services.womensHouse)
      .executeTakeFirstOrThrow()
    expect(confirmedAt?.getTime() ?? 0).toBeLessThan(TUESDAY.getTime())
  })
})

describe('a room that closes', () => {
  const close = async (name: string, fromOn: string | null = null) =>
    closeRoom(world.app, world.viewers.firstWorker, { bedspaceId: (await room(name)).id, fromOn }, form())

  it('leaves the list, can be taken by nobody, and comes back free when it is reopened', async () => {
    const { id } = await room('Loft 3')
    const before = await free()
    expect(await close('Loft 3')).toMatchObject({ ok: true })
    expect(await free()).toBe((before ?? 0) - 1)
    expect((await room('Loft 3')).retiredAt).toEqual(TUESDAY)
    expect(await close('Loft 3')).toEqual({ ok: false, reason: 'room_closed' })
    expect(await markTaken(world.app, world.viewers.firstWorker, id, form())).toMatchObject({
      reason: 'not_found',
    })
    expect(await reopenRoom(world.app, world.viewers.firstWorker, id, form())).toMatchObject({ ok: true })
    expect(await free()).toBe(before)
    expect(await reopenRoom(world.app, world.viewers.firstWorker, id, form())).toEqual({
      ok: false,
      reason: 'room_open',
    })
  })

  it('is refused while it is promised, saying until when, and closes from that day', async () => {
    await accepted(world, 'womensHouse', await anotherCase(world))
    const [held] = await world.database.owner
      .selectFrom('bedspace')
      .innerJoin('bedspaceClaim as c', 'c.bedspaceId', 'bedspace.id')
      .select(['bedspace.name', sql<string>`upper(c.during)`.as('until')])
      .where('c.kind', '=', 'hold')
      .execute()
    if (!held) throw new Error('Nothing is held')
    const refused = await close(held.name)
    expect(refused).toEqual({ ok: false, reason: 'room_in_use', kind: 'hold', until: held.until })
    expect(await close(held.name, '2027-03-20')).toEqual(refused)
    expect(vacancyRefusalText({ ok: false, reason: 'room_in_use', kind: 'hold', until: '2027-06-03' })).toBe(
      'It is held for a referral, and ready from 3 June 2027. Choose that day or a later one',
    )
    expect(await close(held.name, held.until)).toMatchObject({ ok: true })
    expect(await room(held.name)).toMatchObject({ retiredAt: null, closesOn: held.until })
    expect(await retireDue(world.database.worker, new Date(`${held.until}T08:00:00Z`))).toBe(1)
    expect((await room(held.name)).retiredAt).not.toBeNull()
  })

  it('on a day to come closes on another where that was a slip, sooner or later, and today', async () => {
    const { id } = await room('Loft 6')
    const closing = async () =>
      (
        await world.database.owner
          .selectFrom('bedspaceClaim')
          .select('during')
          .where('bedspaceId', '=', id)
          .where('active', '=', true)
          .execute()
      ).map(({ during }) => during)
    for (const day of ['2027-04-01', '2027-05-01', '2027-03-01']) {
      expect(await close('Loft 6', day)).toMatchObject({ ok: true })
      expect([(await room('Loft 6')).closesOn, await closing()]).toEqual([day, [`[${day},)`]])
    }
    expect(await close('Loft 6', '2027-03-01')).toEqual({ ok: false, reason: 'room_closed' })
    expect(await close('Loft 6')).toMatchObject({ ok: true })
    expect((await room('Loft 6')).retiredAt).toEqual(TUESDAY)
    await reopenRoom(world.app, world.viewers.firstWorker, id, form())
  })

  it('is refused while somebody stays there of whom nobody knows when she leaves', async () => {
    const { id } = await room('Loft 4')
    await markTaken(world.app, world.viewers.firstWorker, id, form())
    const refused = await close('Loft 4')
    expect(refused).toEqual({ ok: false, reason: 'room_in_use', kind: 'occupied', until: null })
    expect(await claimsOn(world, 'womensHouse')).not.toContain('void [2027-02-02,)')
  })

  it('ends a void before that day, and takes back one to come', async () => {
    const { id: bedspaceId } = await room('Loft 5')
    const { firstWorker } = world.viewers
    const repair = { bedspaceId, reason: 'repair', fromOn: '2027-02-01', untilOn: '2027-02-20' } as const
    await addVoid(world.app, firstWorker, repair, form())
    await addVoid(world.app, firstWorker, { ...repair, fromOn: '2027-03-01', untilOn: null }, form())
    expect(await close('Loft 5', '2027-02-10')).toMatchObject({ ok: true })
    const { rows } = await sql<{ claim: string }>`
      select void_reason || ' ' || during as claim from bedspace_claim
      where bedspace_id = ${bedspaceId} and active order by during`.execute(world.database.owner)
    expect(rows.map(row => row.claim)).toEqual(['repair [2027-02-01,2027-02-10)', 'closing [2027-02-10,)'])
  })

  it('is offered to nobody, though a colleague had its page open', async () => {
    const { id: bedspaceId } = await room('Loft 1')
    await close('Loft 1')
    const claim = sql`insert into bedspace_claim (id, bedspace_id, kind, during)
      values (${crypto.randomUUID()}, ${bedspaceId}, 'hold', '[2027-03-08,2027-06-01)')`
    await expect(
      asViewer(world.app.db, world.viewers.firstWorker, trx => claim.execute(trx)),
    ).rejects.toThrow('bedspace_claimed_once')
  })
})
