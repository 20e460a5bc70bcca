import { afterAll, beforeAll, expect, it } from 'vitest'
import { peopleOwed } from '@tests/factories/messages-owed'
import {
  anotherCase,
  createReferralWorld,
  ELIGIBLE,
  form,
  next,
  type ReferralWorld,
} from '@tests/factories/referral-world'
import { addService } from '@tests/factories/service'
import { offerBedspace } from '../events/offer/act.server'
import { inboxFor } from '../list/referral-lists.server'
import { findReferralFor } from '../record/referral-queries.server'
import { submitReferral } from './submit-referral.server'
import { takeToAssess } from '../events/take-to-assess/act.server'

let world: ReferralWorld
beforeAll(async () => {
  world = await createReferralWorld()
})
afterAll(() => world.database.drop())

it('reaches the officers of a council whose own service takes referrals here, as it would a provider', async () => {
  const { councilOfficer, firstManager, lowNewtonOfficer } = world.viewers
  const { organisationId } = councilOfficer
  const service = await addService(world.database.owner, { organisationId, policy: {}, bedspaces: 1 })
  const input = {
    caseId: await anotherCase(world),
    serviceId: service.id,
    agreed: true,
    agreedTier: 3,
  } as const
  const sent = { ...input, decision: ELIGIBLE, justification: null }
  const made = await submitReferral(world.app, lowNewtonOfficer, sent, form())
  if (!made.ok) throw new Error(made.reason)
  const { referralId } = made

  expect((await inboxFor(world.app, councilOfficer)).referrals.map(line => line.id)).toEqual([referralId])
  expect(await findReferralFor(world.app, councilOfficer, referralId)).toMatchObject({
    side: 'provider',
    tier: 1,
    person: { identity: null, custody: null },
  })
  expect(await findReferralFor(world.app, firstManager, referralId)).toBeNull()
  expect(await peopleOwed(world, { referralId }, 'submit')).toEqual([councilOfficer.personId])

  const target = { referralId, version: 1 }
  const taken = next(target, await takeToAssess(world.app, councilOfficer, target, form()))
  expect(await findReferralFor(world.app, councilOfficer, referralId)).toMatchObject({
    tier: 3,
    person: { identity: { name: 'Wren Siskin' } },
  })
  const stay = { fromOn: world.releaseOn, untilOn: null }
  const offer = { ...taken, ...stay, bedspaceId: service.bedspaceIds[0] ?? '', conflictCheckDone: true }
  expect(await offerBedspace(world.app, councilOfficer, offer, form())).toMatchObject({ state: 'offered' })
})
