import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asViewer } from '@db/viewer-transaction'
import { addDays } from '../../time/calendar'
import { addVoid } from '../../vacancy/claims/add-void.server'
import {
  accepted,
  anotherCase,
  claimsOn,
  createReferralWorld,
  current,
  form,
  offer,
  offered,
  type ReferralWorld,
  stateOf,
  underReview,
} from '@tests/factories/referral-world'
import type { ReferralTarget } from '../events/act-on-referral.server'
import { dateMoved, type MovedReferral } from './date-moved.server'
import { expireOffers } from '../events/expire/expire-offers.server'
import { reconfirmOffer } from '../events/reconfirm/act.server'
import { findReferralFor } from '../record/referral-queries.server'

const MONDAY_9 = new Date('2027-02-01T09:00:00Z')
const HOLD = 'hold [2027-03-08,2027-06-02)'

let world: ReferralWorld
beforeAll(async () => {
  world = await createReferralWorld()
})
afterAll(() => world.database.drop())

/** Moves the release date of a case as its own use case does, and lets the consequences follow. */
async function move(caseId: string, days: number, within = world): Promise<MovedReferral[]> {
  const to = addDays(within.releaseOn, days)
  const { lowNewtonOfficer } = within.viewers
  return asViewer(within.app.db, lowNewtonOfficer, async trx => {
    const { releaseOn: from } = await trx
      .selectFrom('readableRelease')
      .select('releaseOn')
      .where('caseId', '=', caseId)
      .executeTakeFirstOrThrow()
    await trx.updateTable('personCase').set({ releaseOn: to }).where('id', '=', caseId).execute()
    return dateMoved(within.app, trx, lowNewtonOfficer, { caseId, from, to })
  })
}

async function reconfirm(target: ReferralTarget) {
  return reconfirmOffer(
    world.app,
    world.viewers.firstWorker,
    { ...(await current(world, target)), note: null },
    form(),
  )
}

describe('when a release date moves', () => {
  it('later, the hold stays and is extended, and the provider reconfirms within a working day', async () => {
    const caseId = await anotherCase(world)
    const target = await accepted(world, 'womensHouse', caseId)
    expect(await move(caseId, 7)).toEqual([{ referralId: target.referralId, conflict: null }])
    expect(await stateOf(world, target)).toBe('to_reconfirm')
    // 31 May moves to 7 June, two working days on is the 9th.
    expect(await claimsOn(world, 'womensHouse')).toEqual(['hold [2027-03-08,2027-06-09)'])
    const seen = await findReferralFor(world.app, world.viewers.firstWorker, target.referralId)
    expect(seen).toMatchObject({
      dueAt: new Date('2027-02-02T17:00:00Z'),
      actsNext: 'provider',
      offer: { conflict: null },
    })
    expect(await reconfirm(target)).toMatchObject({ ok: true, state: 'accepted' })
    expect(await claimsOn(world, 'womensHouse')).toEqual(['hold [2027-03-15,2027-06-09)'])
  })

  it('earlier, the days before are claimed too', async () => {
    const caseId = await anotherCase(world)
    const target = await accepted(world, 'womensHouse', caseId, 1)
    await move(caseId, -14)
    expect(await claimsOn(world, 'womensHouse', 1)).toEqual(['hold [2027-02-22,2027-06-02)'])
    await reconfirm(target)
    expect(await claimsOn(world, 'womensHouse', 1)).toEqual(['hold [2027-02-22,2027-05-19)'])
  })

  it('an offer that waited for an answer does not expire meanwhile, and gets its time again', async () => {
    const caseId = await anotherCase(world)
    const target = await offered(world, 'womensHouse', caseId, 2)
    await move(caseId, 7)
    world.passTo(new Date('2027-02-10T09:00:00Z'))
    expect(await expireOffers(world.worker)).toBe(0)
    expect(await stateOf(world, target)).toBe('to_reconfirm')
    expect(await reconfirm(target)).toMatchObject({ ok: true, state: 'offered' })
    const seen = await findReferralFor(world.app, world.viewers.firstWorker, target.referralId)
    expect(seen?.dueAt).toEqual(new Date('2027-02-12T17:00:00Z'))
    world.passTo(MONDAY_9)
  })

  it('into days that are another’s, the conflict is named and nothing is cancelled', async () => {
    const caseId = await anotherCase(world)
    const target = await accepted(world, 'refuge', caseId)
    const bedspaceId = world.bedspaces.refuge[0] ?? ''
    const repair = { bedspaceId, reason: 'repair', fromOn: '2027-06-05', untilOn: '2027-06-20' } as const
    expect(await addVoid(world.app, world.viewers.firstWorker, repair, form())).toMatchObject({ ok: true })
    const conflict = { bedspaceId, until: '2027-06-20' }
    expect(await move(caseId, 7)).toEqual([{ referralId: target.referralId, conflict }])
    expect(await claimsOn(world, 'refuge')).toEqual([HOLD, 'void [2027-06-05,2027-06-20)'])
    const seen = await findReferralFor(world.app, world.viewers.firstWorker, target.referralId)
    expect(seen?.offer?.conflict).toEqual({ until: '2027-06-20', isStay: false })
    expect(await reconfirm(target)).toEqual({ ok: false, reason: 'bedspace_taken', until: '2027-06-20' })
    expect(await claimsOn(world, 'refuge')).toEqual([HOLD, 'void [2027-06-05,2027-06-20)'])
  })

  it('twice, it still goes back to where it was before the first', async () => {
    const caseId = await anotherCase(world)
    const target = await offered(world, 'refuge', caseId, 1)
    await move(caseId, 7)
    await move(caseId, 14)
    expect(await claimsOn(world, 'refuge', 1)).toEqual(['hold [2027-03-08,2027-06-16)'])
    expect(await reconfirm(target)).toMatchObject({ ok: true, state: 'offered' })
    expect(await claimsOn(world, 'refuge', 1)).toEqual(['hold [2027-03-22,2027-06-16)'])
  })

  it('on a bedspace of a count, the hold moves as a whole to another that is free', async () => {
    const apart = await createReferralWorld()
    const { owner } = apart.database
    await owner
      .updateTable('bedspace')
      .set({ named: false })
      .where('serviceId', '=', apart.services.hostel)
      .execute()
    const caseId = await anotherCase(apart)
    const target = await accepted(apart, 'hostel', caseId)
    const bedspaceId = apart.bedspaces.hostel[0] ?? ''
    const repair = { bedspaceId, reason: 'repair', fromOn: '2027-06-05', untilOn: '2027-06-20' } as const
    await addVoid(apart.app, apart.viewers.secondWorker, repair, form())
    expect(await move(caseId, 7, apart)).toEqual([{ referralId: target.referralId, conflict: null }])
    expect([await claimsOn(apart, 'hostel', 0), await claimsOn(apart, 'hostel', 1)]).toEqual([
      ['void [2027-06-05,2027-06-20)'],
      ['hold [2027-03-08,2027-06-09)'],
    ])
    const { secondWorker } = apart.viewers
    const seen = await findReferralFor(apart.app, secondWorker, target.referralId)
    expect(seen?.offer).toMatchObject({ bedspaceId: apart.bedspaces.hostel[1], conflict: null })
    const now = await current(apart, target)
    expect(await reconfirmOffer(apart.app, secondWorker, { ...now, note: null }, form())).toMatchObject({
      ok: true,
    })
    expect(await claimsOn(apart, 'hostel', 1)).toEqual(['hold [2027-03-15,2027-06-09)'])
    await apart.database.drop()
  })

  it('of a landlord who holds nothing for an offer, no hold is made of it', async () => {
    const apart = await createReferralWorld()
    const { owner } = apart.database
    const { womensHouse } = apart.services
    await owner.updateTable('service').set({ holdDays: 0 }).where('id', '=', womensHouse).execute()
    const caseId = await anotherCase(apart)
    const target = await offered(apart, 'womensHouse', caseId)
    expect(await move(caseId, 7, apart)).toEqual([{ referralId: target.referralId, conflict: null }])
    const other = await underReview(apart, 'womensHouse', await anotherCase(apart))
    expect(await offer(apart, 'womensHouse', other)).toMatchObject({ ok: true })
    await apart.database.drop()
  })

  it('within five days of release, it is due the same day', async () => {
    const caseId = await anotherCase(world)
    const target = await accepted(world, 'hostel', caseId)
    await move(caseId, -30)
    const seen = await findReferralFor(world.app, world.viewers.secondWorker, target.referralId)
    expect(seen?.dueAt).toEqual(new Date('2027-02-01T20:00:00Z'))
  })

  it('leaves a referral without a bed where it was', async () => {
    const caseId = await anotherCase(world)
    const target = await underReview(world, 'flats', caseId)
    expect(await move(caseId, 7)).toEqual([])
    expect(await stateOf(world, target)).toBe('under_review')
  })
})
