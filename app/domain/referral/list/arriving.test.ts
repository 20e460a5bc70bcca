import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  accepted,
  anotherCase,
  createReferralWorld,
  current,
  form,
  next,
  offer,
  offered,
  type ReferralWorld,
} from '@tests/factories/referral-world'
import { acceptOffer } from '../events/accept/act.server'
import { reopenReferral } from '../events/reopen/act.server'
import { withdrawReferral } from '../events/withdraw/act.server'
import { arrivingFor } from './arriving.server'

let world: ReferralWorld
beforeAll(async () => {
  world = await createReferralWorld()
})
afterAll(() => world.database.drop())

/** A first yes is freed by a second, which falls through; the first service offers another bedspace, and she says yes again. */
it('expects somebody once, in the bedspace she said yes to last', async () => {
  const { lowNewtonOfficer, firstWorker } = world.viewers
  const caseId = await anotherCase(world)
  const first = await accepted(world, 'womensHouse', caseId, 0)
  const second = await offered(world, 'hostel', caseId)
  const yes = { ...second, note: null, freesOther: true }
  const elsewhere = next(second, await acceptOffer(world.app, lowNewtonOfficer, yes, form()))
  const reasons = { primary: 'withdrawn.circumstances', others: [], note: null }
  next(elsewhere, await withdrawReferral(world.app, lowNewtonOfficer, { ...elsewhere, reasons }, form()))

  world.passTo(new Date('2027-02-02T09:00:00Z'))
  const parked = await current(world, first)
  const open = next(parked, await reopenReferral(world.app, lowNewtonOfficer, parked, form()))
  const again = next(open, await offer(world, 'womensHouse', open, 1))
  next(again, await acceptOffer(world.app, lowNewtonOfficer, { ...again, note: null }, form()))
  world.passTo(new Date('2027-03-05T09:00:00Z'))
  const coming = await arrivingFor(world.app, firstWorker)
  expect(coming.map(({ bedspaceName, expectedOn }) => [bedspaceName, expectedOn])).toEqual([
    ['Room 2', '2027-03-08'],
  ])
})
