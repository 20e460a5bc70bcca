import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asViewer } from '@db/viewer-transaction'
import { messagesOwed } from '@tests/factories/messages-owed'
import {
  anotherCase,
  claimsOn,
  createReferralWorld,
  form,
  next,
  offer,
  offered,
  type ReferralWorld,
  stateOf,
} from '@tests/factories/referral-world'
import { acceptOffer } from '../accept/act.server'
import { takeOfferBack } from './act.server'

let world: ReferralWorld
beforeAll(async () => {
  world = await createReferralWorld()
})
afterAll(() => world.database.drop())

const REASONS = { primary: 'take_back.bedspace_unusable', others: [], note: 'A pipe has burst' }

describe('an offer taken back by the provider', () => {
  it('frees the bed and is under review again, with the reason in the history alone', async () => {
    const target = await offered(world, 'womensHouse', await anotherCase(world))
    expect(await claimsOn(world, 'womensHouse')).toEqual(['hold [2027-03-08,2027-06-02)'])
    const { firstManager } = world.viewers
    const taken = await takeOfferBack(world.app, firstManager, { ...target, reasons: REASONS }, form())
    expect(taken).toMatchObject({ ok: true, from: 'offered', state: 'under_review' })
    expect(await claimsOn(world, 'womensHouse')).toEqual([])
    const row = await world.database.owner
      .selectFrom('referral')
      .innerJoin('offer', 'offer.referralId', 'referral.id')
      .select(['state', 'primaryReason', 'closedAt', 'offer.ending'])
      .where('referral.id', '=', target.referralId)
      .executeTakeFirstOrThrow()
    expect(row).toEqual({
      state: 'under_review',
      primaryReason: null,
      closedAt: null,
      ending: 'taken_back',
    })
    // And the same bed can be offered again.
    expect(await offer(world, 'womensHouse', next(target, taken))).toMatchObject({
      ok: true,
      state: 'offered',
    })
  })

  it('is told to every officer of the team and to the assessor, not to whoever did it', async () => {
    const target = await offered(world, 'womensHouse', await anotherCase(world), 1)
    await takeOfferBack(world.app, world.viewers.firstManager, { ...target, reasons: REASONS }, form())
    const told = await messagesOwed(world, target, 'take_back_offer')
    const { lowNewtonOfficer, lowNewtonColleague, firstWorker } = world.viewers
    expect(told.map(({ personId }) => personId).sort()).toEqual(
      [lowNewtonOfficer, lowNewtonColleague, firstWorker].map(({ personId }) => personId).sort(),
    )
    expect(new Set(told.map(({ template }) => template))).toEqual(new Set(['offer_taken_back']))
  })

  it('asks for a reason of its own list, and words with "other"', async () => {
    const target = await offered(world, 'womensHouse', await anotherCase(world), 2)
    const { firstWorker } = world.viewers
    const wrong = { primary: 'capacity.not_enough_staff', others: [], note: null }
    const bare = { primary: 'take_back.other', others: [], note: null }
    for (const reasons of [wrong, bare]) {
      const refused = await takeOfferBack(world.app, firstWorker, { ...target, reasons }, form())
      expect(refused).toEqual({ ok: false, reason: 'reason_invalid' })
    }
    expect(await stateOf(world, target)).toBe('offered')
  })

  it('is the provider’s alone, and only while nobody has answered', async () => {
    const target = await offered(world, 'refuge', await anotherCase(world))
    const { lowNewtonOfficer, secondWorker, firstWorker } = world.viewers
    const take = (viewer: typeof firstWorker, of = target) =>
      takeOfferBack(world.app, viewer, { ...of, reasons: REASONS }, form())
    expect(await take(lowNewtonOfficer)).toMatchObject({ ok: false, reason: 'state_does_not_allow' })
    expect(await take(secondWorker)).toEqual({ ok: false, reason: 'not_found' })
    const accepted = next(
      target,
      await acceptOffer(world.app, lowNewtonOfficer, { ...target, note: null }, form()),
    )
    expect(await take(firstWorker, accepted)).toMatchObject({ ok: false, reason: 'state_does_not_allow' })
    expect(await stateOf(world, target)).toBe('accepted')
    const seen = await asViewer(world.app.db, firstWorker, trx =>
      trx.selectFrom('offer').select('ending').where('referralId', '=', target.referralId).execute(),
    )
    expect(seen).toEqual([{ ending: 'accepted' }])
  })
})
