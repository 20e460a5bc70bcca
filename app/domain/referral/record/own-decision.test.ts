import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import {
  anotherCase,
  createReferralWorld,
  form,
  next,
  type ReferralWorld,
} from '@tests/factories/referral-world'
import { aService } from '@tests/support/rule-rows'
import { decideEligibility } from '../../eligibility/decide'
import { PersonFacts } from '../../eligibility/facts'
import { Policy } from '../../eligibility/policy'
import type { ReferralTarget } from '../events/act-on-referral.server'
import { declineReferral } from '../events/decline/act.server'
import { findReferralFor } from './referral-queries.server'
import { referralPageFor } from '../../../screens/referral/facts.server'
import { referralScreen } from '../../../screens/referral/page'
import { submitReferral } from '../submit/submit-referral.server'
import { takeToAssess } from '../events/take-to-assess/act.server'

const TRUE_REASON = 'Needs a women-only place, and they take women and men'
const FOR_PROVIDERS = 'Speak to the referrer'

let world: ReferralWorld
beforeAll(async () => {
  world = await createReferralWorld()
})
afterAll(() => world.database.drop())

/** A woman who needs women-only, referred to a house that takes women and men, and taken to assess. */
async function assessed(): Promise<ReferralTarget> {
  const { app, viewers, services } = world
  const facts = PersonFacts.parse({ sex: 'female', needsWomenOnly: 'yes' })
  const decision = decideEligibility(facts, Policy.parse({ sex: 'mixed' }), aService(), app.clock())
  const caseId = await anotherCase(world)
  const input = { caseId, serviceId: services.womensHouse, agreed: true, agreedTier: 3, decision } as const
  const made = await submitReferral(
    app,
    viewers.lowNewtonOfficer,
    { ...input, justification: 'Near her sister' },
    form(),
  )
  if (!made.ok) throw new Error(made.reason)
  const sent = { referralId: made.referralId, version: 1 }
  return next(sent, await takeToAssess(app, viewers.firstWorker, sent, form()))
}

async function reasonFor(viewer: SignedInViewer, { referralId }: ReferralTarget) {
  const found = await findReferralFor(world.app, viewer, referralId)
  return found?.decision.answers.find(({ criterion }) => criterion === 'sex')?.reason
}

async function ownRows(viewer: SignedInViewer, { referralId }: ReferralTarget): Promise<number> {
  const rows = await asViewer(world.app.db, viewer, trx =>
    trx.selectFrom('referrerDecision').select('caseId').where('referralId', '=', referralId).execute(),
  )
  return rows.length
}

describe('why a provider is to speak to the referrer', () => {
  it('stays readable to the referring team once the referral has closed, and is no provider’s at any tier', async () => {
    const { app, viewers } = world
    const { lowNewtonOfficer, lowNewtonColleague, durhamOfficer, firstWorker, firstManager } = viewers
    const target = await assessed()
    expect(await reasonFor(firstWorker, target)).toBe(FOR_PROVIDERS)
    const reasons = { primary: 'capacity.no_women_only_bed', others: [], note: null }
    const closed = next(target, await declineReferral(app, firstWorker, { ...target, reasons }, form()))

    expect(await reasonFor(lowNewtonOfficer, closed)).toBe(TRUE_REASON)
    expect(await reasonFor(lowNewtonColleague, closed)).toBe(TRUE_REASON)
    const facts = await referralPageFor(app, lowNewtonOfficer, closed.referralId)
    if (!facts) throw new Error('The officer sees her referral')
    const page = JSON.stringify(referralScreen(facts, lowNewtonOfficer.personId, app.clock()))
    expect(page).toContain(TRUE_REASON)
    expect(page).not.toContain(FOR_PROVIDERS)

    expect(await ownRows(lowNewtonColleague, closed)).toBe(1)
    for (const other of [firstWorker, firstManager, durhamOfficer])
      expect(await ownRows(other, closed)).toBe(0)
  })

  it('is no provider’s while he assesses her either', async () => {
    const target = await assessed()
    for (const other of [world.viewers.firstWorker, world.viewers.firstManager])
      expect(await ownRows(other, target)).toBe(0)
    expect(await ownRows(world.viewers.lowNewtonOfficer, target)).toBe(1)
  })
})
