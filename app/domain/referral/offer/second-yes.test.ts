import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  accepted,
  anotherCase,
  claimsOn,
  createReferralWorld,
  current,
  ELIGIBLE,
  form,
  offered,
  type ReferralWorld,
  stateOf,
} from '@tests/factories/referral-world'
import { addDays } from '../../time/calendar'
import { eventPage } from '../../../screens/referral-event/page'
import { eventPageFor } from '../../../screens/referral-event/facts.server'
import { markArrived } from '../events/arrive/act.server'
import { acceptOffer } from '../events/accept/act.server'
import { submitReferral } from '../submit/submit-referral.server'

let world: ReferralWorld
beforeAll(async () => {
  world = await createReferralWorld()
})
afterAll(() => world.database.drop())

describe('a yes to a second place', () => {
  it('is asked about first, and frees the accepted one only where that is ticked', async () => {
    const caseId = await anotherCase(world)
    const first = await accepted(world, 'womensHouse', caseId)
    const second = await offered(world, 'refuge', caseId)
    const { lowNewtonOfficer } = world.viewers
    const facts = await eventPageFor(world.app, lowNewtonOfficer, second.referralId, 'accept')
    expect(facts && eventPage('accept', facts, world.app.clock()).freesOther).toBe(
      'She has an accepted place at Larch House from Mon 8 March. A yes here frees it',
    )
    const yes = { ...second, note: null }
    expect(await acceptOffer(world.app, lowNewtonOfficer, yes, form())).toEqual({
      ok: false,
      reason: 'another_accepted',
    })
    expect([await stateOf(world, first), await claimsOn(world, 'womensHouse')]).toEqual([
      'accepted',
      ['hold [2027-03-08,2027-06-02)'],
    ])
    expect(
      await acceptOffer(world.app, lowNewtonOfficer, { ...yes, freesOther: true }, form()),
    ).toMatchObject({ ok: true, state: 'accepted' })
    expect([await stateOf(world, first), await claimsOn(world, 'womensHouse')]).toEqual(['parked', []])
  })

  it('asks nothing where the other place is only offered', async () => {
    const caseId = await anotherCase(world)
    await offered(world, 'womensHouse', caseId, 1)
    const second = await offered(world, 'hostel', caseId)
    const { lowNewtonOfficer } = world.viewers
    const facts = await eventPageFor(world.app, lowNewtonOfficer, second.referralId, 'accept')
    expect(facts && eventPage('accept', facts, world.app.clock()).freesOther).toBeNull()
    expect(await acceptOffer(world.app, lowNewtonOfficer, { ...second, note: null }, form())).toMatchObject({
      ok: true,
    })
  })
})

describe('a referral of somebody who has arrived', () => {
  it('is refused for another bed, and says why', async () => {
    const caseId = await anotherCase(world)
    const target = await accepted(world, 'womensHouse', caseId, 2)
    const stay = { arrivedOn: world.today, expectedDepartureOn: addDays(world.today, 84) }
    const here = { ...(await current(world, target)), ...stay, releasedEarly: true, note: null }
    expect(await markArrived(world.app, world.viewers.firstWorker, here, form())).toMatchObject({ ok: true })
    const input = { caseId, serviceId: world.services.hostel, agreed: true, agreedTier: 3 } as const
    expect(
      await submitReferral(
        world.app,
        world.viewers.lowNewtonOfficer,
        { ...input, decision: ELIGIBLE, justification: null },
        form(),
      ),
    ).toEqual({ ok: false, reason: 'has_arrived' })
  })
})
