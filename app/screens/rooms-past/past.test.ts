import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '@db/id'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import {
  accepted,
  anotherCase,
  createReferralWorld,
  current,
  form,
  offered,
  type ReferralWorld,
} from '@tests/factories/referral-world'
import { markArrived } from '~/domain/referral/events/arrive/act.server'
import { recordDeparture } from '~/domain/referral/events/depart/act.server'
import { changeStay } from '~/domain/referral/stay/change-stay.server'
import { addDays } from '~/domain/time/calendar'
import { addVoid } from '~/domain/vacancy/claims/add-void.server'
import { type ClaimEdit, editClaim } from '~/domain/vacancy/claims/change-claim.server'
import { changesOf } from '~/domain/vacancy/claims/claim-history.server'
import { markTaken } from '~/domain/vacancy/claims/take-bedspace.server'
import { closeRoom, reopenRoom } from '~/domain/vacancy/rooms/close-room.server'
import type { VoidReason } from '~/domain/vacancy/vacancy'
import { claimPageFor } from '~/screens/claim/facts.server'
import { ourServiceFor } from '~/screens/our-service/facts.server'
import { pastPageFor } from './facts.server'

/** The women's house of the small world, three rooms, two working days between stays; from Monday 1 February 2027 to Monday 29 March. */

let world: ReferralWorld
let worker: SignedInViewer

beforeAll(async () => {
  world = await createReferralWorld()
  worker = world.viewers.firstWorker
  await world.database.owner.updateTable('service').set({ turnaroundWorkingDays: 2 }).execute()
  await live()
})
afterAll(() => world.database.drop())

const bed = (index: number) => world.bedspaces.womensHouse[index] ?? ''

async function at(instant: string, act: () => Promise<{ ok: boolean }>): Promise<void> {
  world.passTo(new Date(instant))
  expect(await act()).toMatchObject({ ok: true })
}

function voided(
  index: number,
  reason: Exclude<VoidReason, 'closing'>,
  fromOn: string,
  untilOn: string | null,
) {
  return addVoid(world.app, worker, { bedspaceId: bed(index), reason, fromOn, untilOn }, form())
}

async function lastClaim(): Promise<string> {
  const { id } = await world.database.owner
    .selectFrom('bedspaceClaim')
    .select('id')
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  return id
}

async function edit(claimId: string, change: ClaimEdit) {
  const version = (await asViewer(world.app.db, worker, trx => changesOf(trx, worker, claimId))).length
  return editClaim(world.app, worker, { claimId, version, edit: change }, form())
}

async function leaves(claimId: string, on: string) {
  return changeStay(world.app, worker, { claimId, change: { kind: 'left', on } }, form())
}

/** Eight weeks of one house. */
async function live(): Promise<void> {
  await at('2027-02-01T09:00:00Z', () => voided(0, 'repair', '2027-02-01', '2027-02-20'))
  await at('2027-02-01T09:00:00Z', () => markTaken(world.app, worker, bed(1), form()))
  const stay = await lastClaim()
  await at('2027-02-01T09:00:00Z', () => voided(2, 'damage', '2027-02-01', null))
  const mistake = await lastClaim()
  await at('2027-02-02T09:12:00Z', () => edit(mistake, { kind: 'take_back' }))
  await at('2027-02-03T09:00:00Z', () => markTaken(world.app, worker, bed(2), form()))
  const ofOneDay = await lastClaim()
  await at('2027-02-03T17:00:00Z', () => leaves(ofOneDay, '2027-02-03'))
  await at('2027-02-08T09:00:00Z', () => leaves(stay, '2027-02-08'))
  world.passTo(new Date('2027-02-10T09:00:00Z'))
  // Nobody answers it, and what it held is held no more.
  await offered(world, 'womensHouse', await anotherCase(world), 0)
  const target = await accepted(world, 'womensHouse', await anotherCase(world), 1)
  const days = { arrivedOn: '2027-03-08', expectedDepartureOn: '2027-04-05', note: null }
  await at('2027-03-08T14:00:00Z', () => markArrived(world.app, worker, { ...target, ...days }, form()))
  const left = { departedOn: '2027-03-22', kind: 'planned', note: null } as const
  const here = await current(world, target)
  await at('2027-03-22T09:00:00Z', () => recordDeparture(world.app, worker, { ...here, ...left }, form()))
  await at('2027-03-15T09:00:00Z', () => voided(0, 'deep_clean', '2027-03-15', '2027-03-29'))
  await at('2027-03-15T09:00:00Z', () =>
    closeRoom(world.app, worker, { bedspaceId: bed(2), fromOn: null }, form()),
  )
  world.passTo(new Date('2027-03-29T09:00:00Z'))
}

async function page(viewer = worker, asked: { roomId?: string; page?: number } = {}) {
  const of = { serviceId: world.services.womensHouse, roomId: null, page: 1, ...asked }
  return pastPageFor(world.app, viewer, of)
}

async function rows(viewer = worker, asked: Parameters<typeof page>[1] = {}): Promise<string[]> {
  const { lines } = await page(viewer, asked)
  return lines.map(({ what, from, until, takenBack, referralId }) =>
    [what, from, until, takenBack, referralId && 'referral'].filter(Boolean).join(' | '),
  )
}

const OVER = [
  // Ends today: free again from today on.
  'Room 1: void, deep clean | Mon 15 March | Up to Mon 29 March, when it is free again',
  'Room 2: turnaround | Mon 22 March | Up to Wed 24 March, when it is free again',
  'Room 2: stay | Mon 8 March | Left on Mon 22 March | referral',
  'Room 1: void, repair | Mon 1 February | Up to Sat 20 February, when it is free again',
  'Room 2: turnaround | Mon 8 February | Up to Wed 10 February, when it is free again',
  'Room 2: stay | Mon 1 February | Left on Mon 8 February',
  'Room 3: turnaround | Wed 3 February | Up to Fri 5 February, when it is free again',
  'Room 3: stay of one day | Wed 3 February | Left on Wed 3 February',
  'Room 3: void, damage | Mon 1 February | Taken back or freed at 09:12 on Tue 2 February',
]

describe('who finds it', () => {
  it('is its own provider alone: for another, an officer and an editor there is no such page', async () => {
    const { secondWorker, lowNewtonOfficer, editor } = world.viewers
    for (const stranger of [secondWorker, lowNewtonOfficer, editor])
      await expect(page(stranger)).rejects.toMatchObject({ status: 404 })
    await expect(page(worker, { roomId: world.bedspaces.refuge[0] ?? '' })).rejects.toMatchObject({
      status: 404,
    })
  })

  it('reads of a stay that came by a referral, and not which, where the referral may not be read any more', async () => {
    const { owner } = world.database
    const party = owner.updateTable('referralParty').where('organisationId', '=', worker.organisationId)
    await party.set({ until: new Date('2027-01-01T00:00:00Z') }).execute()
    expect((await rows())[2]).toBe('Room 2: stay | Mon 8 March | Left on Mon 22 March')
    await party.set({ until: 'infinity' }).execute()
    expect((await rows())[2]).toContain('referral')
  })
})

describe('what is over in the rooms of a house', () => {
  it('is every stay, void and turnaround that ended or was taken back, the latest first, in a closed room too', async () => {
    expect(await rows()).toEqual(OVER)
    expect(await rows(world.viewers.firstManager)).toEqual(OVER)
  })

  it('leaves out what goes on, what was held, and that a room had closed', async () => {
    await at('2027-03-29T09:00:00Z', () => voided(0, 'furniture', '2027-03-29', null))
    await at('2027-03-29T09:00:00Z', () => reopenRoom(world.app, worker, bed(2), form()))
    expect(await rows()).toEqual(OVER)
    await at('2027-03-29T09:00:00Z', () =>
      closeRoom(world.app, worker, { bedspaceId: bed(2), fromOn: null }, form()),
    )
  })

  it('is asked for of one room, a closed one by when it closed', async () => {
    expect((await page()).rooms.map(({ text }) => text)).toEqual([
      'Room 1',
      'Room 2',
      'Room 3, closed since Mon 29 March',
    ])
    expect(await rows(worker, { roomId: bed(0) })).toEqual([OVER[0], OVER[3]])
  })

  it('is found again as what it became, once it is put right', async () => {
    const repair = (await page()).lines[3]?.claimId ?? ''
    await at('2027-03-29T10:00:00Z', () =>
      edit(repair, { kind: 'void', reason: 'damage', fromOn: '2027-02-01', untilOn: '2027-02-24' }),
    )
    expect((await rows())[3]).toBe(
      'Room 1: void, damage | Mon 1 February | Up to Wed 24 February, when it is free again',
    )
  })

  it('is put back from the page it leads to, and found no more where it goes on', async () => {
    await at('2027-03-29T11:00:00Z', () => voided(1, 'incident', '2027-03-29', null))
    const incident = await lastClaim()
    await at('2027-03-29T11:30:00Z', () => edit(incident, { kind: 'take_back' }))
    // Summer time began the day before.
    expect((await rows())[0]).toBe(
      'Room 2: void, incident | Mon 29 March | Taken back or freed at 12:30 today',
    )
    expect(await claimPageFor(world.app, worker, incident)).toMatchObject({
      isOver: true,
      offers: { mayPutBack: true },
    })
    await at('2027-03-29T12:00:00Z', () => edit(incident, { kind: 'put_back' }))
    expect((await rows()).some(row => row.includes('incident'))).toBe(false)
  })

  it('is what the page of each claim takes for over', async () => {
    const claims = await world.database.owner
      .selectFrom('bedspaceClaim')
      .select('id')
      .where('bedspaceId', 'in', world.bedspaces.womensHouse)
      .execute()
    const pages = await Promise.all(claims.map(({ id }) => claimPageFor(world.app, worker, id)))
    const over = pages.filter(({ isOver }) => isOver).map(({ claimId }) => claimId)
    expect(over.sort()).toEqual((await page()).lines.map(({ claimId }) => claimId).sort())
    expect(over.length).toBeLessThan(claims.length)
  })

  it('is read of a service that has closed, of which nothing is changed', async () => {
    const service = world.database.owner.updateTable('service').where('id', '=', world.services.womensHouse)
    await service.set({ archivedAt: world.app.clock() }).execute()
    expect(await page()).toMatchObject({ isClosed: true, paging: { total: 9 } })
    const entry = { serviceId: world.services.womensHouse, page: 1 }
    expect(await ourServiceFor(world.app, worker, entry)).toMatchObject({
      keepsRooms: false,
      keepsPast: true,
    })
    await service.set({ archivedAt: null }).execute()
  })

  it('is paged, every line on one page', async () => {
    const old = Array.from({ length: 53 }, (_, week) => ({
      ...{ id: newId(), bedspaceId: bed(0), kind: 'void', voidReason: 'repair' },
      during: `[${addDays('2025-01-06', 7 * week)},${addDays('2025-01-08', 7 * week)})`,
    }))
    await world.database.owner.insertInto('bedspaceClaim').values(old).execute()
    const [one, two] = [await page(), await page(worker, { page: 2 })]
    expect([one.lines.length, two.lines.length, two.paging.total]).toEqual([50, 12, 62])
    expect(new Set([...one.lines, ...two.lines].map(({ claimId }) => claimId)).size).toBe(62)
    expect((await rows(worker, { page: 9 })).at(-1)).toBe(
      'Room 1: void, repair | Mon 6 January 2025 | Up to Wed 8 January 2025, when it is free again',
    )
  })
})
