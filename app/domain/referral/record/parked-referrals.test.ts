import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  accepted,
  anotherCase,
  createReferralWorld,
  current,
  form,
  next,
  type ReferralWorld,
  underReview,
} from '@tests/factories/referral-world'
import { referralPageFor } from '../../../screens/referral/facts.server'
import { referralScreen } from '../../../screens/referral/page'
import type { ReferralTarget } from '../events/act-on-referral.server'
import { reopenReferral } from '../events/reopen/act.server'
import { withdrawReferral } from '../events/withdraw/act.server'

let world: ReferralWorld
beforeAll(async () => {
  world = await createReferralWorld()
})
afterAll(() => world.database.drop())

/** The services of the referrals that a referral's own page offers to reopen. */
async function offeredToReopen(
  { referralId }: ReferralTarget,
  viewer = world.viewers.lowNewtonOfficer,
): Promise<string[]> {
  const facts = await referralPageFor(world.app, viewer, referralId)
  if (!facts) throw new Error('Not seen by this viewer')
  return referralScreen(facts, viewer.personId, world.app.clock()).reopenable.map(each => each.serviceName)
}

it('what was parked is offered for reopening once the place has fallen through, to the referring team alone', async () => {
  const { lowNewtonOfficer, firstWorker } = world.viewers
  const caseId = await anotherCase(world)
  const other = await underReview(world, 'hostel', caseId)
  const place = await accepted(world, 'womensHouse', caseId)
  expect(await offeredToReopen(place)).toEqual([])

  const reasons = { primary: 'withdrawn.circumstances', others: [], note: null }
  next(place, await withdrawReferral(world.app, lowNewtonOfficer, { ...place, reasons }, form()))
  expect(await offeredToReopen(place)).toEqual(['Rowan Hostel'])
  expect(await offeredToReopen(place, firstWorker)).toEqual([])
  // Its own page has the button.
  expect(await offeredToReopen(other)).toEqual([])

  const parked = await current(world, other)
  expect(await reopenReferral(world.app, lowNewtonOfficer, parked, form())).toMatchObject({
    ok: true,
    state: 'under_review',
  })
  expect(await offeredToReopen(place)).toEqual([])
})
