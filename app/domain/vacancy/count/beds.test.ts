import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '@db/id'
import { asViewer } from '@db/viewer-transaction'
import { claimsOn, createReferralWorld, form, type ReferralWorld } from '@tests/factories/referral-world'
import { vacancyBoardFor } from '../own/own-bedspaces.server'
import { roomsOf } from '../rooms/own-rooms.server'
import { vacancyRefusalText } from '../vacancy-result'
import type { CountGroup } from './count-group'
import { countRooms, listRooms } from './list-or-count.server'
import { setBeds } from './set-beds.server'
import { setFreeCount } from './set-count.server'

/** A count of two beds on Friday 5 February 2027, two working days between stays; each test lays its own claims. */

const FRIDAY = new Date('2027-02-05T09:00:00Z')

let world: ReferralWorld
let serviceId: string
beforeAll(async () => {
  world = await createReferralWorld()
  serviceId = world.services.hostel
  await world.database.owner
    .updateTable('service')
    .set({ turnaroundWorkingDays: 2 })
    .where('id', '=', serviceId)
    .execute()
})
afterAll(() => world.database.drop())

beforeEach(async () => {
  world.passTo(FRIDAY)
  const { owner } = world.database
  await owner.deleteFrom('bedspaceClaim').execute()
  const ofHostel = world.bedspaces.hostel
  await owner
    .deleteFrom('bedspace')
    .where('serviceId', '=', serviceId)
    .where('id', 'not in', ofHostel)
    .execute()
  const plain = { named: false, retiredAt: null, sex: null, wheelchair: null, rentWeeklyPence: null }
  await owner.updateTable('bedspace').set(plain).where('serviceId', '=', serviceId).execute()
  await owner.updateTable('serviceVacancy').set({ confirmedAt: null }).execute()
})

async function lay(bed: number, kind: 'occupied' | 'hold' | 'void', during: string) {
  await layOn(world.bedspaces.hostel[bed], kind, during)
}

async function layOn(bedspaceId = '', kind: 'occupied' | 'hold' | 'void', during: string) {
  const voidReason = kind === 'void' ? 'repair' : null
  await world.database.owner
    .insertInto('bedspaceClaim')
    .values({ id: newId(), bedspaceId, kind, during, voidReason })
    .execute()
}

function beds(many: number, group: CountGroup = 'any', viewer = world.viewers.secondWorker) {
  return setBeds(world.app, viewer, { serviceId, group, beds: many }, form())
}

function free(many: number, more: { count: number; on: string } | null = null, group?: CountGroup) {
  return setFreeCount(world.app, world.viewers.secondWorker, { serviceId, group, free: many, more }, form())
}

async function board() {
  const found = await vacancyBoardFor(world.app.db, world.viewers.secondWorker, serviceId, world.app.clock())
  if (!found) throw new Error('There is no board')
  return found
}

describe('how many beds a count has', () => {
  it('goes up and down, apart from how many are free', async () => {
    await lay(0, 'occupied', '[2027-01-04,)')
    expect(await beds(6)).toMatchObject({ ok: true })
    expect((await board()).vacancy).toMatchObject({ total: 6, free: 5 })
    expect(await beds(3)).toMatchObject({ ok: true })
    expect((await board()).vacancy).toMatchObject({ total: 3, free: 2 })
    expect(await free(1)).toMatchObject({ ok: true })
    expect((await board()).vacancy).toMatchObject({ total: 3, free: 1 })
  })

  it('goes no lower than is promised or stayed in, and changes nothing', async () => {
    await lay(0, 'occupied', '[2027-01-04,)')
    await lay(1, 'hold', '[2027-02-15,2027-05-01)')
    const refused = await beds(1)
    expect(refused).toEqual({ ok: false, reason: 'beds_promised', beds: 2, fewest: 2 })
    expect(vacancyRefusalText({ ok: false, reason: 'beds_promised', beds: 5, fewest: 4 })).toBe(
      'You have 5 beds, and people stay in 4 of them or are promised them. Enter 4 or more',
    )
    expect((await board()).vacancy).toMatchObject({ total: 2 })
    expect(await claimsOn(world, 'hostel', 1)).toEqual(['hold [2027-02-15,2027-05-01)'])
  })

  it('lays what is promised out anew over fewer, where it fits', async () => {
    await lay(0, 'hold', '[2027-02-08,2027-03-01)')
    await lay(1, 'hold', '[2027-03-03,2027-05-01)')
    expect(await beds(1)).toMatchObject({ ok: true })
    const { bedspaces } = await board()
    expect(bedspaces.map(bed => bed.claims.map(claim => claim.from))).toEqual([['2027-02-08', '2027-03-03']])
  })

  it('is laid out anew for whoever keeps every entry as for the provider, and no further', async () => {
    const { editor, administrator, lowNewtonOfficer } = world.viewers
    for (const keeper of [editor, administrator]) {
      expect(await beds(2)).toMatchObject({ ok: true })
      await world.database.owner.deleteFrom('bedspaceClaim').execute()
      const [first, second] = (await board()).bedspaces.map(({ id }) => id)
      await layOn(first, 'hold', '[2027-02-08,2027-03-01)')
      await layOn(second, 'hold', '[2027-03-03,2027-05-01)')
      expect(await beds(1, 'any', lowNewtonOfficer)).toEqual({ ok: false, reason: 'not_found' })
      expect(await beds(0, 'any', keeper)).toEqual({
        ok: false,
        reason: 'beds_promised',
        beds: 2,
        fewest: 1,
      })
      expect(await beds(1, 'any', keeper)).toMatchObject({ ok: true })
      const { bedspaces } = await board()
      expect(bedspaces.map(bed => bed.claims.map(claim => claim.from))).toEqual([
        ['2027-02-08', '2027-03-03'],
      ])
    }
  })

  it('is refused where the page is older than another’s change, and to strangers', async () => {
    const { secondWorker, firstWorker } = world.viewers
    const seen = { serviceId, group: 'any', beds: 4, shown: 3 } as const
    expect(await setBeds(world.app, secondWorker, seen, form())).toEqual({
      ok: false,
      reason: 'beds_changed',
    })
    expect(await setBeds(world.app, firstWorker, seen, form())).toEqual({ ok: false, reason: 'not_found' })
  })
})

describe('a mixed house', () => {
  it('counts its women’s beds apart, and one count confirms no other', async () => {
    expect(await beds(2, 'women')).toMatchObject({ ok: true })
    expect(await free(1)).toEqual({ ok: false, reason: 'group_missing' })
    expect(await free(0, null, 'women')).toMatchObject({ ok: true })
    const { bedspaces, confirmedAt } = await board()
    expect(bedspaces.map(bed => [bed.sex, bed.isFree])).toEqual([
      [null, true],
      [null, true],
      ['women', false],
      ['women', false],
    ])
    expect(confirmedAt).toBeNull()
    expect(await beds(0, 'women')).toEqual({ ok: false, reason: 'beds_promised', beds: 2, fewest: 2 })
    await free(2, null, 'women')
    expect(await beds(0, 'women')).toMatchObject({ ok: true })
    expect((await board()).vacancy.total).toBe(2)
  })
})

describe('1 more from Friday 12 February', () => {
  it('is a forecast by which somebody leaves in time for the turnaround, and is taken back by 0', async () => {
    await lay(0, 'occupied', '[2027-01-04,)')
    await lay(1, 'occupied', '[2027-01-05,)')
    expect(await free(0, { count: 1, on: '2027-02-12' })).toMatchObject({ ok: true })
    expect((await board()).vacancy).toMatchObject({
      free: 0,
      expected: { on: '2027-02-12', count: 1, isAbout: true },
    })
    expect(await free(0, { count: 2, on: '2027-02-12' })).toMatchObject({ ok: true })
    expect((await board()).vacancy.expected).toMatchObject({ count: 2 })
    expect(await free(0, { count: 0, on: '2027-02-12' })).toMatchObject({ ok: true })
    expect((await board()).vacancy.expected).toBeNull()
  })

  it('is refused beyond who is there, and before the turnaround is over', async () => {
    await lay(0, 'occupied', '[2027-01-04,)')
    expect(await free(1, { count: 2, on: '2027-02-12' })).toEqual({
      ok: false,
      reason: 'more_than_taken',
      most: 1,
    })
    expect(await free(1, { count: 1, on: '2027-02-08' })).toEqual({
      ok: false,
      reason: 'more_too_soon',
      earliest: '2027-02-09',
    })
    expect((await board()).confirmedAt).toBeNull()
  })
})

describe('a list and a count', () => {
  const list = (names: string[]) =>
    listRooms(world.app, world.viewers.secondWorker, { serviceId, names }, form())
  const rooms = () => asViewer(world.app.db, world.viewers.secondWorker, trx => roomsOf(trx, serviceId))

  it('become each other, and every claim stays', async () => {
    await lay(0, 'occupied', '[2027-01-04,)')
    await lay(1, 'void', '[2027-02-01,2027-02-20)')
    expect(await list(['Attic', 'Garden room'])).toMatchObject({ ok: true })
    expect((await rooms()).map(room => [room.name, room.named])).toEqual([
      ['Attic', true],
      ['Garden room', true],
    ])
    expect(await beds(5)).toEqual({ ok: false, reason: 'is_listed' })
    expect(await countRooms(world.app, world.viewers.secondWorker, serviceId, form())).toMatchObject({
      ok: true,
    })
    expect((await rooms()).map(room => [room.name, room.named])).toEqual([
      ['Bedspace 1', false],
      ['Bedspace 2', false],
    ])
    expect([await claimsOn(world, 'hostel', 0), await claimsOn(world, 'hostel', 1)]).toEqual([
      ['occupied [2027-01-04,)'],
      ['void [2027-02-01,2027-02-20)'],
    ])
  })

  it('are refused where the names do not match the beds, or rooms that are alike cost otherwise', async () => {
    expect(await list(['Attic'])).toEqual({ ok: false, reason: 'names_many', names: 1, beds: 2 })
    expect(await list(['Attic', 'attic'])).toEqual({ ok: false, reason: 'name_taken', name: 'attic' })
    await list(['Attic', 'Garden room'])
    const [first] = world.bedspaces.hostel
    await world.database.owner
      .updateTable('bedspace')
      .set({ rentWeeklyPence: 9_000 })
      .where('id', '=', first ?? '')
      .execute()
    expect(await countRooms(world.app, world.viewers.secondWorker, serviceId, form())).toEqual({
      ok: false,
      reason: 'cost_unlike',
      rooms: ['Attic', 'Garden room'],
    })
  })
})
