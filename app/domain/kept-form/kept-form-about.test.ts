import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  anotherCase,
  createReferralWorld,
  type ReferralWorld,
  submitted,
} from '@tests/factories/referral-world'
import { keptReferrals } from './kept-form-about.server'

let world: ReferralWorld
beforeAll(async () => {
  world = await createReferralWorld()
})
afterAll(() => world.database.drop())

it('names the referrals a kept form asks about to whoever reads them, and to nobody else', async () => {
  const caseId = await anotherCase(world)
  const { referralId: one } = await submitted(world, 'womensHouse', caseId)
  const { referralId: other } = await submitted(world, 'hostel', caseId)
  const { lowNewtonOfficer, durhamOfficer, secondWorker } = world.viewers
  const named = async (viewer: typeof lowNewtonOfficer) => {
    const known = await keptReferrals(world.app.db, viewer, [one, other, 'r-of-nobody'])
    return [...known].map(([id, { serviceName }]) => [id, serviceName]).sort()
  }
  const hostel = [other, 'Rowan Hostel']
  expect(await named(lowNewtonOfficer)).toEqual([[one, 'Larch House'], hostel].sort())
  expect(await named(secondWorker)).toEqual([hostel])
  expect(await named(durhamOfficer)).toEqual([])
  const { reference } = await world.database.owner
    .selectFrom('referral')
    .select('reference')
    .where('id', '=', other)
    .executeTakeFirstOrThrow()
  expect(await keptReferrals(world.app.db, lowNewtonOfficer, [other])).toEqual(
    new Map([[other, { reference, serviceName: 'Rowan Hostel' }]]),
  )
})
