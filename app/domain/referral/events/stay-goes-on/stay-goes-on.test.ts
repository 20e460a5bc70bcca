import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { messagesOwed } from '@tests/factories/messages-owed'
import {
  accepted,
  anotherCase,
  claimsOn,
  createReferralWorld,
  current,
  form,
  next,
  offered,
  type ReferralWorld,
  seenBy,
  stateOf,
  underReview,
} from '@tests/factories/referral-world'
import { addVoid } from '../../../vacancy/claims/add-void.server'
import { changeStay } from '../../stay/change-stay.server'
import { vacancyBoardFor } from '../../../vacancy/own/own-bedspaces.server'
import { markTaken } from '../../../vacancy/claims/take-bedspace.server'
import type { StayChange } from '../../../vacancy/vacancy-form'
import { arrivingFor } from '../../list/arriving.server'
import { acceptOffer } from '../accept/act.server'
import type { ReferralTarget } from '../act-on-referral.server'
import { expireOffers } from '../expire/expire-offers.server'
import { offerBedspace } from '../offer/act.server'
import { reconfirmOffer } from '../reconfirm/act.server'
import { staysNotGone } from './stays-not-gone.server'

const MONDAY = new Date('2027-02-01T09:00:00Z')
/** Thursday 4 March and two working days: Monday 8, the day she is released and the first of the hold. */
const SURE: StayChange = { kind: 'leaves', leaves: { on: '2027-03-04', isSure: true } }
const STAY = 'occupied [2027-02-01,2027-03-08)'
const HOLD = 'hold [2027-03-08,2027-06-02)'

let world: ReferralWorld
let stay: string
beforeAll(async () => {
  world = await createReferralWorld()
})
afterAll(() => world.database.drop())

beforeEach(async () => {
  world.passTo(MONDAY)
  // What an earlier test promised is nobody's any more.
  await world.database.owner
    .updateTable('bedspaceClaim')
    .set({ active: false, releasedAt: MONDAY })
    .where('active', '=', true)
    .execute()
  await world.database.owner.updateTable('referral').set({ state: 'withdrawn', closedAt: MONDAY }).execute()
  await markTaken(world.app, world.viewers.firstWorker, world.bedspaces.womensHouse[0] ?? '', form())
  stay = (await board(MONDAY))?.stays.get(world.bedspaces.womensHouse[0] ?? '')?.claimId ?? ''
  expect(await say(SURE)).toMatchObject({ ok: true })
})

describe('somebody who was sure to leave and has not', () => {
  it('sends what is promised behind her to be reconfirmed, once, and cancels nothing', async () => {
    const target = await accepted(world, 'womensHouse', await anotherCase(world))
    world.passTo(new Date('2027-03-04T22:00:00Z'))
    expect(await staysNotGone(world.worker)).toBe(0)
    world.passTo(new Date('2027-03-05T09:00:00Z'))
    expect(await staysNotGone(world.worker)).toBe(1)
    expect(await staysNotGone(world.worker)).toBe(0)
    expect(await stateOf(world, target)).toBe('to_reconfirm')
    expect(await claimsOn(world, 'womensHouse')).toEqual([STAY, HOLD])
    expect(await told(target)).toEqual(['stay_goes_on to officer', 'stay_goes_on to provider'])
    expect(await conflict(target)).toEqual({ until: null, isStay: true })
    expect(await reconfirm(target)).toEqual({ ok: false, reason: 'bedspace_taken', until: null })
    expect(await say({ kind: 'left', on: '2027-03-05' })).toMatchObject({ ok: true })
    expect(await conflict(target)).toBeNull()
    expect(await reconfirm(target)).toMatchObject({ ok: true, state: 'accepted' })
    expect(await claimsOn(world, 'womensHouse')).toEqual(['occupied [2027-02-01,2027-03-05)', HOLD])
    expect(await staysNotGone(world.worker)).toBe(0)
  })

  it('keeps an offer nobody has answered from expiring meanwhile', async () => {
    const target = await offered(world, 'womensHouse', await anotherCase(world))
    await say({ kind: 'stays' })
    world.passTo(new Date('2027-02-10T09:00:00Z'))
    expect(await expireOffers(world.worker)).toBe(0)
    await say(SURE)
    expect(await reconfirm(target)).toMatchObject({ ok: true, state: 'offered' })
    expect((await seen(target)).dueAt).toEqual(new Date('2027-02-12T17:00:00Z'))
  })
})

describe('what a provider says of a stay in front of what is promised', () => {
  const LONGER: readonly [string, StayChange][] = [
    ['still here', { kind: 'stays' }],
    ['leaving about a day', { kind: 'leaves', leaves: { on: '2027-04-01', isSure: false } }],
    ['sure, put off', { kind: 'leaves', leaves: { on: '2027-03-11', isSure: true } }],
  ]
  it.each(LONGER)(
    '%s: she stays, the promise goes to reconfirm, nobody else gets the bed',
    async (_said, change) => {
      const target = await accepted(world, 'womensHouse', await anotherCase(world))
      expect(await say(change)).toMatchObject({ ok: true })
      expect(await stateOf(world, target)).toBe('to_reconfirm')
      expect(await claimsOn(world, 'womensHouse')).toEqual([STAY, HOLD])
      expect(await told(target)).toEqual(['stay_goes_on to officer', 'stay_goes_on to provider'])
      expect((await board(new Date('2027-12-01T09:00:00Z')))?.vacancy.free).toBe(2)
      expect(await conflict(target)).toEqual({ until: null, isStay: true })
      expect(await reconfirm(target)).toEqual({ ok: false, reason: 'bedspace_taken', until: null })
      expect(await say(change)).toMatchObject({ ok: true })
      expect(await staysNotGone(world.worker)).toBe(0)
    },
  )

  it('sure, brought forward: the promise stands', async () => {
    const target = await accepted(world, 'womensHouse', await anotherCase(world))
    expect(await say({ kind: 'leaves', leaves: { on: '2027-03-01', isSure: true } })).toMatchObject({
      ok: true,
    })
    expect(await stateOf(world, target)).toBe('accepted')
    // Monday 1 March and two working days.
    expect(await claimsOn(world, 'womensHouse')).toEqual(['occupied [2027-02-01,2027-03-03)', HOLD])
  })

  it('sure again in time: the provider may reconfirm', async () => {
    const target = await accepted(world, 'womensHouse', await anotherCase(world))
    await say({ kind: 'stays' })
    await say(SURE)
    expect(await conflict(target)).toBeNull()
    expect(await reconfirm(target)).toMatchObject({ ok: true, state: 'accepted' })
    expect(await claimsOn(world, 'womensHouse')).toEqual([STAY, HOLD])
  })

  it('leaves whoever is promised the bed expected on the night that was agreed, not on the release before it', async () => {
    const bedspaceId = world.bedspaces.womensHouse[0] ?? ''
    const night = { bedspaceId, fromOn: '2027-03-20', untilOn: null, conflictCheckDone: true }
    const open = await underReview(world, 'womensHouse', await anotherCase(world))
    const given = { ...open, ...night, note: 'Agreed with her' }
    const target = next(open, await offerBedspace(world.app, world.viewers.firstWorker, given, form()))
    const yes = { ...target, note: null }
    next(target, await acceptOffer(world.app, world.viewers.lowNewtonOfficer, yes, form()))
    expect(await expected(new Date('2027-03-18T09:00:00Z'))).toEqual(['2027-03-20'])
    expect(await say({ kind: 'stays' })).toMatchObject({ ok: true })
    expect(await stateOf(world, target)).toBe('to_reconfirm')
    expect(await expected(new Date('2027-03-18T09:00:00Z'))).toEqual(['2027-03-20'])
    expect(await expected(new Date('2027-03-05T09:00:00Z'))).toEqual([])
  })

  it('is refused as before where a void, and nobody, comes after her', async () => {
    const bedspaceId = world.bedspaces.womensHouse[0] ?? ''
    const repair = { bedspaceId, reason: 'repair', fromOn: '2027-03-08', untilOn: '2027-03-20' } as const
    expect(await addVoid(world.app, world.viewers.firstWorker, repair, form())).toMatchObject({ ok: true })
    expect(await say({ kind: 'stays' })).toEqual({ ok: false, reason: 'promised' })
    expect(await claimsOn(world, 'womensHouse')).toEqual([STAY, 'void [2027-03-08,2027-03-20)'])
  })
})

function say(change: StayChange) {
  return changeStay(world.app, world.viewers.firstWorker, { claimId: stay, change }, form())
}

function board(instant: Date) {
  return vacancyBoardFor(world.app.db, world.viewers.firstWorker, world.services.womensHouse, instant)
}

async function reconfirm(target: ReferralTarget) {
  const input = { ...(await current(world, target)), note: null }
  return reconfirmOffer(world.app, world.viewers.firstWorker, input, form())
}

function seen(target: ReferralTarget) {
  return seenBy(world, world.viewers.firstWorker, target)
}

async function conflict(target: ReferralTarget) {
  return (await seen(target)).offer?.conflict
}

/** Whom her provider expects on the last day of a week, and when. */
async function expected(instant: Date): Promise<string[]> {
  world.passTo(instant)
  const coming = await arrivingFor(world.app, world.viewers.firstWorker)
  world.passTo(MONDAY)
  return coming.map(({ expectedOn }) => expectedOn)
}

/** Which side was owed which message because somebody stays on. */
async function told(target: ReferralTarget): Promise<string[]> {
  const owed = await messagesOwed(world, target, 'stay_goes_on')
  const isOfficer = (personId: string) =>
    Object.values(world.viewers).some(each => each.personId === personId && each.role === 'officer')
  const lines = owed.map(
    ({ template, personId }) => `${template} to ${isOfficer(personId) ? 'officer' : 'provider'}`,
  )
  return [...new Set(lines)].sort()
}
