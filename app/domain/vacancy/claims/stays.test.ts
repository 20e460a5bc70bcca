import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { asViewer } from '@db/viewer-transaction'
import {
  accepted,
  anotherCase,
  claimsOn,
  createReferralWorld,
  current,
  form,
  type ReferralWorld,
} from '@tests/factories/referral-world'
import { markArrived } from '../../referral/events/arrive/act.server'
import { recordDeparture } from '../../referral/events/depart/act.server'
import { findReferralFor } from '../../referral/record/referral-queries.server'
import { standingRows } from '../../../screens/referral/standing'
import { boardWords } from '../../../screens/vacancies/board'
import { changeStay } from '../../referral/stay/change-stay.server'
import { claimBedspace } from './claim-bedspace.server'
import { vacancyBoardFor } from '../own/own-bedspaces.server'
import { setBeds } from '../count/set-beds.server'
import { setFreeCount } from '../count/set-count.server'
import { findOwnClaim } from './own-claim.server'
import { claimRows } from '../../../screens/claim/page'
import { markTaken } from './take-bedspace.server'
import type { StayChange } from '../vacancy-form'

const MONDAY = new Date('2027-02-01T09:00:00Z')

let world: ReferralWorld
beforeAll(async () => {
  world = await createReferralWorld()
})
afterAll(() => world.database.drop())

function change(claimId: string, said: StayChange, viewer = world.viewers.firstWorker) {
  return changeStay(world.app, viewer, { claimId, change: said }, form())
}

async function stayOn(bed: number): Promise<string> {
  const board = await vacancyBoardFor(
    world.app.db,
    world.viewers.firstWorker,
    world.services.womensHouse,
    MONDAY,
  )
  return board?.stays.get(world.bedspaces.womensHouse[bed] ?? '')?.claimId ?? ''
}

async function freeOn(instant: Date): Promise<number | undefined> {
  const { firstWorker } = world.viewers
  return (await vacancyBoardFor(world.app.db, firstWorker, world.services.womensHouse, instant))?.vacancy.free
}

describe('a stay by another route', () => {
  let stay: string
  beforeEach(async () => {
    world.passTo(MONDAY)
    await world.database.owner.deleteFrom('bedspaceClaim').execute()
    await markTaken(world.app, world.viewers.firstWorker, world.bedspaces.womensHouse[0] ?? '', form())
    stay = await stayOn(0)
  })

  it('is sure to end on the day it began, in a house that needs no turnaround: the bedspace is hers until she is recorded as gone', async () => {
    const { owner } = world.database
    await owner.updateTable('service').set({ turnaroundWorkingDays: 0 }).execute()
    const sure = { kind: 'leaves', leaves: { on: '2027-02-01', isSure: true } } as const
    expect(await change(stay, sure)).toMatchObject({ ok: true })
    expect(await claimsOn(world, 'womensHouse')).toEqual(['occupied [2027-02-01,2027-02-02)'])
    expect(await change(stay, { kind: 'left', on: '2027-02-01' })).toMatchObject({ ok: true })
    expect(await claimsOn(world, 'womensHouse')).toEqual([])
    await owner.updateTable('service').set({ turnaroundWorkingDays: 2 }).execute()
  })

  it('claims its bedspace for good until the departure is recorded, then the turnaround', async () => {
    expect(await freeOn(new Date('2028-02-01T09:00:00Z'))).toBe(2)
    world.passTo(new Date('2027-02-10T09:00:00Z'))
    expect(await change(stay, { kind: 'left', on: '2027-02-11' })).toEqual({
      ok: false,
      reason: 'day_to_come',
    })
    expect(await change(stay, { kind: 'left', on: '2027-01-31' })).toEqual({
      ok: false,
      reason: 'before_stay',
    })
    expect(await change(stay, { kind: 'left', on: '2027-02-09' })).toMatchObject({ ok: true })
    expect(await claimsOn(world, 'womensHouse')).toEqual([
      'occupied [2027-02-01,2027-02-09)',
      'turnaround [2027-02-09,2027-02-11)',
    ])
    expect(await change(stay, { kind: 'left', on: '2027-02-09' })).toEqual({
      ok: false,
      reason: 'left_already',
    })
  })

  it('is taken back as never taken on its first day alone: afterwards somebody may have slept there', async () => {
    expect(await change(stay, { kind: 'left', on: '2027-02-02', unslept: true })).toEqual({
      ok: false,
      reason: 'day_to_come',
    })
    world.passTo(new Date('2027-02-02T09:00:00Z'))
    expect(await change(stay, { kind: 'left', on: '2027-02-02', unslept: true })).toEqual({
      ok: false,
      reason: 'slept_there',
    })
    expect(await claimsOn(world, 'womensHouse')).toEqual(['occupied [2027-02-01,)'])
  })

  it('of one day is a stay: the turnaround follows, the day she left is kept, and it goes on where that was a mistake', async () => {
    expect(await change(stay, { kind: 'left', on: '2027-02-01' })).toMatchObject({ ok: true })
    // Monday and two working days.
    expect(await claimsOn(world, 'womensHouse')).toEqual(['turnaround [2027-02-01,2027-02-03)'])
    expect([await leftOn(), await stayOn(0)]).toEqual(['2027-02-01', stay])
    const { firstWorker } = world.viewers
    const claim = await asViewer(world.app.db, firstWorker, trx => findOwnClaim(trx, firstWorker, stay))
    const rows = claim ? claimRows(claim, [], '2027-02-01') : []
    expect(rows.map(({ value }) => value)).toContain('Left on Mon 1 February')
    expect(rows.at(-1)?.value).toMatch(/^The person came and left on that day/)
    expect(await change(stay, { kind: 'left', on: '2027-02-01' })).toMatchObject({ reason: 'left_already' })
    expect(await change(stay, { kind: 'stays' })).toMatchObject({ ok: true })
    expect([await claimsOn(world, 'womensHouse'), await leftOn()]).toEqual([['occupied [2027-02-01,)'], null])
    expect(await change(stay, { kind: 'left', on: '2027-02-01', unslept: true })).toMatchObject({ ok: true })
    expect([await claimsOn(world, 'womensHouse'), await stayOn(0)]).toEqual([[], ''])
  })

  it('of one day is asked about no more a week later', async () => {
    await change(stay, { kind: 'left', on: '2027-02-01' })
    world.passTo(new Date('2027-02-09T09:00:00Z'))
    expect(await leftOn()).toBeUndefined()
  })

  it('goes on when the departure was a mistake, while the bed is free', async () => {
    world.passTo(new Date('2027-02-10T09:00:00Z'))
    await change(stay, { kind: 'left', on: '2027-02-09' })
    expect(await change(stay, { kind: 'stays' })).toMatchObject({ ok: true })
    expect(await claimsOn(world, 'womensHouse')).toEqual(['occupied [2027-02-01,)'])
    await change(stay, { kind: 'left', on: '2027-02-09' })
    await hold('2027-02-15', '2027-05-01')
    expect(await change(stay, { kind: 'stays' })).toEqual({ ok: false, reason: 'promised' })
    expect(await claimsOn(world, 'womensHouse')).toContain('turnaround [2027-02-09,2027-02-11)')
  })

  it('goes on with the day that was expected before, when the departure was a mistake', async () => {
    world.passTo(new Date('2027-02-10T09:00:00Z'))
    await change(stay, { kind: 'leaves', leaves: { on: '2027-05-14', isSure: false } })
    await change(stay, { kind: 'left', on: '2027-02-09' })
    await change(stay, { kind: 'stays' })
    const expected = () =>
      world.database.owner
        .selectFrom('bedspaceClaim')
        .select(['expectedUntil', 'leavingSure', 'leftOn'])
        .where('id', '=', stay)
        .executeTakeFirstOrThrow()
    expect(await expected()).toEqual({ expectedUntil: '2027-05-14', leavingSure: false, leftOn: null })
    // Said of a stay that goes on, it means that nobody knows.
    await change(stay, { kind: 'stays' })
    expect(await expected()).toEqual({ expectedUntil: null, leavingSure: false, leftOn: null })
  })

  it('that is sure to end lets the bedspace be offered after the turnaround, and never counts as free', async () => {
    expect(await hold('2027-02-16', '2027-05-01')).toMatchObject({ ok: false, until: null })
    await change(stay, { kind: 'leaves', leaves: { on: '2027-02-12', isSure: true } })
    expect(await freeOn(new Date('2027-02-17T09:00:00Z'))).toBe(2)
    expect(await hold('2027-02-15', '2027-05-01')).toMatchObject({ ok: false })
    // Friday 12 February and two working days: Tuesday 16.
    expect(await hold('2027-02-16', '2027-05-01')).toMatchObject({ ok: true })
  })

  it('that should have ended and has not keeps everybody out until it is recorded', async () => {
    await change(stay, { kind: 'leaves', leaves: { on: '2027-02-12', isSure: true } })
    world.passTo(new Date('2027-02-13T09:00:00Z'))
    expect(await hold('2027-03-01', '2027-05-01')).toEqual({ ok: false, from: '2027-02-01', until: null })
    await change(stay, { kind: 'left', on: '2027-02-12' })
    expect(await hold('2027-03-01', '2027-05-01')).toMatchObject({ ok: true })
  })

  it('that outlasted its sure day ends on the day she left, and goes on where that was a mistake', async () => {
    await change(stay, { kind: 'leaves', leaves: { on: '2027-02-04', isSure: true } })
    // Thursday 4 February and two working days: Monday 8.
    expect(await claimsOn(world, 'womensHouse')).toEqual(['occupied [2027-02-01,2027-02-08)'])
    world.passTo(new Date('2027-02-10T09:00:00Z'))
    expect(await change(stay, { kind: 'left', on: '2027-02-10' })).toMatchObject({ ok: true })
    expect(await claimsOn(world, 'womensHouse')).toEqual([
      'occupied [2027-02-01,2027-02-10)',
      'turnaround [2027-02-10,2027-02-12)',
    ])
    expect(await leftOn()).toBe('2027-02-10')
    expect(await change(stay, { kind: 'stays' })).toMatchObject({ ok: true })
    expect(await claimsOn(world, 'womensHouse')).toEqual(['occupied [2027-02-01,)'])
    expect(await leftOn()).toBeNull()
  })

  it('that ran into the days of another says when she left, and claims none of theirs', async () => {
    await change(stay, { kind: 'leaves', leaves: { on: '2027-02-04', isSure: true } })
    expect(await hold('2027-02-09', '2027-05-01')).toMatchObject({ ok: true })
    world.passTo(new Date('2027-02-10T09:00:00Z'))
    expect(await change(stay, { kind: 'left', on: '2027-02-10' })).toMatchObject({ ok: true })
    expect(await claimsOn(world, 'womensHouse')).toEqual([
      'occupied [2027-02-01,2027-02-09)',
      'hold [2027-02-09,2027-05-01)',
    ])
    expect(await leftOn()).toBe('2027-02-10')
  })

  it('of which nobody said when it ends must end by the day before what is promised, until somebody says', async () => {
    await world.database.owner.deleteFrom('bedspaceClaim').execute()
    expect(await hold('2027-02-16', '2027-05-01')).toMatchObject({ ok: true })
    await markTaken(world.app, world.viewers.firstWorker, world.bedspaces.womensHouse[0] ?? '', form())
    const words = async () => {
      const { firstWorker } = world.viewers
      const { womensHouse } = world.services
      const board = await vacancyBoardFor(world.app.db, firstWorker, womensHouse, world.app.clock())
      return board && boardWords(board, world.app.clock()).bedspaces[0]?.today
    }
    // Two working days before Tuesday 16 February are Friday 12; the weekend after it changes nothing: Sunday 14.
    expect(await words()).toBe('occupied, must end by Sun 14 February')
    const said = { kind: 'leaves', leaves: { on: '2027-02-10', isSure: true } } as const
    expect(await change(await stayOn(0), said)).toMatchObject({ ok: true })
    expect(await words()).toBe('occupied, leaving on Wed 10 February (sure)')
  })

  it('expected to leave about a day is offered to nobody for later', async () => {
    await change(stay, { kind: 'leaves', leaves: { on: '2027-02-12', isSure: false } })
    expect(await hold('2027-06-01', '2027-09-01')).toMatchObject({ ok: false })
    const board = await vacancyBoardFor(
      world.app.db,
      world.viewers.firstWorker,
      world.services.womensHouse,
      MONDAY,
    )
    expect(board?.vacancy).toMatchObject({ free: 2, expected: { on: '2027-02-16', count: 1, isAbout: true } })
  })

  it('is changed by its own provider alone', async () => {
    for (const stranger of [world.viewers.secondWorker, world.viewers.lowNewtonOfficer])
      expect(await change(stay, { kind: 'stays' }, stranger)).toEqual({ ok: false, reason: 'not_found' })
  })

  it('confirms no other bedspace of the house', async () => {
    const before = await confirmedAt()
    world.passTo(new Date('2027-02-10T09:00:00Z'))
    await change(stay, { kind: 'left', on: '2027-02-09' })
    expect(await confirmedAt()).toEqual(before)
  })
})

describe('a stay by a referral', () => {
  it('ends by the referral’s own departure, and may leave surely or about a day', async () => {
    world.passTo(MONDAY)
    await world.database.owner.deleteFrom('bedspaceClaim').execute()
    const target = await accepted(world, 'womensHouse', await anotherCase(world), 1)
    world.passTo(new Date('2027-03-08T14:00:00Z'))
    const days = { arrivedOn: '2027-03-08', expectedDepartureOn: '2027-04-05', note: null }
    await markArrived(world.app, world.viewers.firstWorker, { ...target, ...days }, form())
    const { claimId, referralId } = await placement()
    expect(referralId).toBe(target.referralId)
    expect(await change(claimId, { kind: 'left', on: '2027-03-08' })).toEqual({
      ok: false,
      reason: 'held_for_referral',
    })
    expect(
      await change(claimId, { kind: 'leaves', leaves: { on: '2027-03-19', isSure: true } }),
    ).toMatchObject({ ok: true })
    expect(await leavingAsShown(referralId)).toBe('Fri 19 March')
    expect(await change(claimId, { kind: 'stays' })).toMatchObject({ ok: true })
    expect(await leavingAsShown(referralId)).toBe('Not known')
    await change(claimId, { kind: 'leaves', leaves: { on: '2027-03-19', isSure: true } })
    // Friday 19 March and two working days: Tuesday 23.
    expect(await claimsOn(world, 'womensHouse', 1)).toEqual(['occupied [2027-03-08,2027-03-23)'])
    world.passTo(new Date('2027-03-19T14:00:00Z'))
    const leaving = { departedOn: '2027-03-19', kind: 'planned', note: null } as const
    const now = await current(world, target)
    expect(
      await recordDeparture(world.app, world.viewers.firstWorker, { ...now, ...leaving }, form()),
    ).toMatchObject({
      ok: true,
    })
    expect(await claimsOn(world, 'womensHouse', 1)).toEqual([
      'occupied [2027-03-08,2027-03-19)',
      'turnaround [2027-03-19,2027-03-23)',
    ])
  })
})

describe('a hostel where five people left', () => {
  it('says 5 free, and ends the stays of those expected to leave first', async () => {
    world.passTo(MONDAY)
    const { owner } = world.database
    const serviceId = world.services.hostel
    await owner.updateTable('bedspace').set({ named: false }).where('serviceId', '=', serviceId).execute()
    const set = (free: number) =>
      setFreeCount(world.app, world.viewers.secondWorker, { serviceId, free }, form())
    const seven = { serviceId, group: 'any', beds: 7 } as const
    await setBeds(world.app, world.viewers.secondWorker, seven, form())
    await set(0)
    world.passTo(new Date('2027-02-08T09:00:00Z'))
    expect(await set(5)).toMatchObject({ ok: true })
    const board = await vacancyBoardFor(
      world.app.db,
      world.viewers.secondWorker,
      serviceId,
      world.app.clock(),
    )
    expect(board?.vacancy).toMatchObject({ total: 7, free: 5 })
  })
})

async function leftOn() {
  const { firstWorker } = world.viewers
  const board = await vacancyBoardFor(
    world.app.db,
    firstWorker,
    world.services.womensHouse,
    world.app.clock(),
  )
  return board?.stays.get(world.bedspaces.womensHouse[0] ?? '')?.leftOn
}

function hold(from: string, until: string) {
  const bedspaceId = world.bedspaces.womensHouse[0] ?? ''
  return asViewer(world.app.db, world.viewers.firstWorker, trx =>
    claimBedspace(trx, { bedspaceId, kind: 'hold', from, until }, world.app.clock()),
  )
}

async function confirmedAt(): Promise<Date | null> {
  const { confirmedAt: at } = await world.database.owner
    .selectFrom('serviceVacancy')
    .select('confirmedAt')
    .where('serviceId', '=', world.services.womensHouse)
    .executeTakeFirstOrThrow()
  return at
}

function placement() {
  return world.database.owner
    .selectFrom('placement')
    .select(['claimId', 'referralId'])
    .orderBy('arrivedOn', 'desc')
    .executeTakeFirstOrThrow()
}

/** When the person is expected to leave, as the referral says it to both sides. */
async function leavingAsShown(referralId: string): Promise<string | undefined> {
  const said = await Promise.all(
    [world.viewers.firstWorker, world.viewers.lowNewtonOfficer].map(async viewer => {
      const referral = await findReferralFor(world.app, viewer, referralId)
      const rows = referral ? standingRows(referral, world.app.clock()) : []
      return rows.find(({ key }) => key === 'Expected to leave')?.value
    }),
  )
  expect(said[1]).toBe(said[0])
  return said[0]
}
