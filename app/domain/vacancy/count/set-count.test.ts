import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '@db/id'
import { claimsOn, createReferralWorld, form, type ReferralWorld } from '@tests/factories/referral-world'
import { setBeds } from './set-beds.server'
import { vacancyBoardFor } from '../own/own-bedspaces.server'
import { setFreeCount } from './set-count.server'

/** A count of two bedspaces on Friday 5 February 2027, two working days between stays; each test lays its own claims. */

const FRIDAY = new Date('2027-02-05T09:00:00Z')

let world: ReferralWorld
beforeAll(async () => {
  world = await createReferralWorld()
  const { owner } = world.database
  const { hostel } = world.services
  await owner.updateTable('bedspace').set({ named: false }).where('serviceId', '=', hostel).execute()
  await owner.updateTable('service').set({ turnaroundWorkingDays: 2 }).where('id', '=', hostel).execute()
})
afterAll(() => world.database.drop())

beforeEach(async () => {
  world.passTo(FRIDAY)
  const { owner } = world.database
  await owner.deleteFrom('bedspaceClaim').execute()
  const { hostel } = world.services
  await owner
    .deleteFrom('bedspace')
    .where('serviceId', '=', hostel)
    .where('id', 'not in', world.bedspaces.hostel)
    .execute()
  await owner.updateTable('serviceVacancy').set({ confirmedAt: null }).execute()
})

function lay(
  bed: number,
  kind: 'occupied' | 'hold' | 'turnaround',
  during: string,
  sure: string | null = null,
) {
  const bedspaceId = world.bedspaces.hostel[bed] ?? ''
  const leaving = { expectedUntil: sure, leavingSure: sure !== null }
  return world.database.owner
    .insertInto('bedspaceClaim')
    .values({ id: newId(), bedspaceId, kind, during, ...leaving })
    .execute()
}

function count(free: number) {
  const input = { serviceId: world.services.hostel, free }
  return setFreeCount(world.app, world.viewers.secondWorker, input, form())
}

async function shown() {
  const { secondWorker } = world.viewers
  const board = await vacancyBoardFor(world.app.db, secondWorker, world.services.hostel, world.app.clock())
  return { free: board?.vacancy.free, confirmedAt: board?.confirmedAt }
}

describe('a count where ending a stay would leave too short a gap before what is promised', () => {
  beforeEach(async () => {
    await lay(0, 'occupied', '[2027-01-04,2027-02-08)', '2027-02-04')
    await lay(0, 'hold', '[2027-02-08,2027-05-01)')
    await lay(1, 'hold', '[2027-02-01,2027-05-01)')
  })

  it('ends no stay, says none can be free, and confirms nothing', async () => {
    expect(await count(1)).toEqual({ ok: false, reason: 'count_grows', bedspaces: 2, most: 0 })
    expect(await claimsOn(world, 'hostel', 0)).toEqual([
      'occupied [2027-01-04,2027-02-08)',
      'hold [2027-02-08,2027-05-01)',
    ])
    expect(await shown()).toEqual({ free: 0, confirmedAt: null })
  })

  it('adds the one there is more of, and keeps the stay', async () => {
    const one = { serviceId: world.services.hostel, group: 'any', beds: 3 } as const
    expect(await setBeds(world.app, world.viewers.secondWorker, one, form())).toMatchObject({ ok: true })
    expect(await count(1)).toMatchObject({ ok: true })
    expect(await claimsOn(world, 'hostel', 0)).toContain('occupied [2027-01-04,2027-02-08)')
    expect(await shown()).toEqual({ free: 1, confirmedAt: FRIDAY })
  })
})

it('ends the stay that frees a bedspace, and leaves one that would free none though it is expected to end first', async () => {
  await lay(0, 'occupied', '[2027-01-04,2027-02-08)', '2027-02-04')
  await lay(0, 'hold', '[2027-02-08,2027-05-01)')
  await lay(1, 'occupied', '[2027-01-11,)')
  expect(await count(2)).toEqual({ ok: false, reason: 'count_grows', bedspaces: 2, most: 1 })
  expect(await count(1)).toMatchObject({ ok: true })
  expect(await claimsOn(world, 'hostel', 0)).toContain('occupied [2027-01-04,2027-02-08)')
  expect(await claimsOn(world, 'hostel', 1)).toEqual(['occupied [2027-01-11,2027-02-05)'])
  expect(await shown()).toEqual({ free: 1, confirmedAt: FRIDAY })
})

it('ends no turnaround that is followed too soon', async () => {
  await lay(0, 'turnaround', '[2027-02-04,2027-02-08)')
  await lay(0, 'hold', '[2027-02-08,2027-05-01)')
  await lay(1, 'turnaround', '[2027-02-04,2027-02-08)')
  expect(await count(2)).toMatchObject({ reason: 'count_grows', most: 1 })
  expect(await count(1)).toMatchObject({ ok: true })
  expect(await claimsOn(world, 'hostel', 0)).toContain('turnaround [2027-02-04,2027-02-08)')
  expect(await claimsOn(world, 'hostel', 1)).toEqual([])
})

it('ends no stay that is to move to another bed: it ends by its move', async () => {
  await lay(0, 'occupied', '[2027-01-11,2027-02-16)', '2027-02-12')
  await lay(1, 'occupied', '[2027-02-12,)')
  const { owner } = world.database
  const there = owner
    .selectFrom('bedspaceClaim')
    .select('id')
    .where('bedspaceId', '=', world.bedspaces.hostel[1] ?? '')
  await owner
    .updateTable('bedspaceClaim')
    .set({ movedTo: there })
    .where('bedspaceId', '=', world.bedspaces.hostel[0] ?? '')
    .execute()
  expect(await count(2)).toEqual({ ok: false, reason: 'count_grows', bedspaces: 2, most: 1 })
  expect(await claimsOn(world, 'hostel', 0)).toEqual(['occupied [2027-01-11,2027-02-16)'])
})
