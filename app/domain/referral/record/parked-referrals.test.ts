import { afterAll, beforeAll, expect, it } from 'vitest'
import { asViewer } from '@db/viewer-transaction'
import {
  accepted,
  anotherCase,
  createReferralWorld,
  current,
  form,
  next,
  offered,
  type ReferralWorld,
  underReview,
} from '@tests/factories/referral-world'
import { findCaseFor } from '../../../screens/case/facts.server'
import { casePage } from '../../../screens/case/page'
import { referralPageFor } from '../../../screens/referral/facts.server'
import { referralScreen } from '../../../screens/referral/page'
import type { ReferralTarget } from '../events/act-on-referral.server'
import { reopenReferral } from '../events/reopen/act.server'
import { withdrawReferral } from '../events/withdraw/act.server'
import { dateMoved } from '../release/date-moved.server'

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

/** What the banner of a referral's own page says first to the referring team, and how. */
async function bannerOf({ referralId }: ReferralTarget) {
  const viewer = world.viewers.lowNewtonOfficer
  const facts = await referralPageFor(world.app, viewer, referralId)
  const due = facts && referralScreen(facts, viewer.personId, world.app.clock()).due
  return [due?.lead, due?.tone]
}

it('what was parked is offered for reopening once the place has fallen through, to the referring team alone', async () => {
  const { lowNewtonOfficer, firstWorker } = world.viewers
  const caseId = await anotherCase(world)
  const other = await underReview(world, 'hostel', caseId)
  const place = await accepted(world, 'womensHouse', caseId)
  expect(await offeredToReopen(place)).toEqual([])
  expect(await bannerOf(other)).toEqual(['Parked: the person said yes to another place.', 'waiting'])

  const reasons = { primary: 'withdrawn.circumstances', others: [], note: null }
  next(place, await withdrawReferral(world.app, lowNewtonOfficer, { ...place, reasons }, form()))
  expect(await offeredToReopen(place)).toEqual(['Rowan Hostel'])
  expect(await offeredToReopen(place, firstWorker)).toEqual([])
  // Its own page has the button, and says what it is for.
  expect(await offeredToReopen(other)).toEqual([])
  expect(await bannerOf(other)).toEqual(['Parked, and no accepted place is left.', 'due'])

  const parked = await current(world, other)
  expect(await reopenReferral(world.app, lowNewtonOfficer, parked, form())).toMatchObject({
    ok: true,
    state: 'under_review',
  })
  expect(await offeredToReopen(place)).toEqual([])
})

/** A is withdrawn, B parked; C is offered, no more, and its date moves: nothing was accepted that still stands. */
it('is said in the list of the case by the rule that reopening asks', async () => {
  const { lowNewtonOfficer } = world.viewers
  const caseId = await anotherCase(world)
  const parked = await underReview(world, 'hostel', caseId)
  const place = await accepted(world, 'womensHouse', caseId)
  const lines = async () => {
    const found = await findCaseFor(world.app, lowNewtonOfficer, caseId)
    if (!found) throw new Error('Not seen by the officer')
    const { referrals } = casePage(found, world.app.clock())
    return Object.fromEntries(referrals.map(({ id, state, next: { words } }) => [id, `${state}: ${words}`]))
  }
  expect((await lines())[parked.referralId]).toBe(
    'parked: Another place was accepted: reopen this if it falls through',
  )
  const reasons = { primary: 'withdrawn.circumstances', others: [], note: null }
  next(place, await withdrawReferral(world.app, lowNewtonOfficer, { ...place, reasons }, form()))
  const offer = await offered(world, 'womensHouse', caseId)
  await asViewer(world.app.db, lowNewtonOfficer, trx =>
    dateMoved(world.app, trx, lowNewtonOfficer, { caseId, from: world.releaseOn, to: '2027-03-15' }),
  )
  expect(await lines()).toMatchObject({
    [offer.referralId]: 'to_reconfirm: The provider confirms the place again',
    [parked.referralId]: 'parked: No accepted place is left: reopen this to take it up again',
  })
  const reopened = reopenReferral(world.app, lowNewtonOfficer, await current(world, parked), form())
  expect(await reopened).toMatchObject({ ok: true, state: 'under_review' })
})
