import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '~/domain/context'
import { decideEligibility } from '~/domain/eligibility/decide'
import type { Decision } from '~/domain/eligibility/decision'
import type { ReferralTarget } from '~/domain/referral/events/act-on-referral.server'
import { submitReferral } from '~/domain/referral/submit/submit-referral.server'
import { seedId } from '../seed-id'
import { policyOf, serviceFactsOf } from './decided-service'
import { REFERRALS, type ReferralSketch } from './referral-list'
import type { Act } from './referral-steps'
import type { SeededPerson } from './cases/seed-cases'
import { serviceId } from './service-rows'
import { accountViewer } from './viewers'
import { DAY_MS } from '~/domain/time/calendar'

interface Happening {
  daysAgo: number
  sketch: ReferralSketch
  /** Null is the submitting itself. */
  act: Act | null
}

/**
 * Makes the referrals as people would, one act after the other in the order of time: accepting one parks the others of the
 * same case, arriving closes them.
 */
export async function seedReferrals(app: DomainContext, cases: Map<string, SeededPerson>): Promise<void> {
  const now = app.clock()
  const targets = new Map<string, ReferralTarget>()
  for (const [index, { daysAgo, sketch, act }] of inOrder().entries()) {
    const then = new Date(now.getTime() - daysAgo * DAY_MS)
    const at = { ...app, clock: () => then }
    const form = { key: seedId(`referral form:${index}`), fingerprint: `${index}` }
    const person = cases.get(sketch.person)
    if (!person?.releaseOn) throw new Error(`There is no case “${sketch.person}” with a day of release`)
    const target = targets.get(sketch.key)
    if (!act || !target) {
      targets.set(sketch.key, await submit(at, person, sketch, form))
      continue
    }
    const provider = providerOf(sketch)
    const { officer: referrer, releaseOn } = person
    const result = await act({ app: at, referrer, provider, target, form, now, releaseOn })
    if (!result.ok) throw new Error(`“${sketch.key}” stopped: ${result.reason}`)
    targets.set(sketch.key, { ...target, version: result.version })
  }
}

function inOrder(): Happening[] {
  const all = REFERRALS.flatMap(sketch => [
    { daysAgo: sketch.submittedDaysAgo, sketch, act: null },
    ...sketch.steps.map(({ daysAgo, act }) => ({ daysAgo, sketch, act })),
  ])
  return all.sort((a, b) => b.daysAgo - a.daysAgo)
}

async function submit(
  app: DomainContext,
  { caseId, officer, facts }: SeededPerson,
  { archetypeId, agreedTier, justification, key }: ReferralSketch,
  form: { key: string; fingerprint: string },
): Promise<ReferralTarget> {
  const now = app.clock()
  const decision: Decision = decideEligibility(
    facts,
    policyOf(archetypeId),
    serviceFactsOf(archetypeId, now),
    now,
  )
  const input = {
    caseId,
    serviceId: serviceId(archetypeId),
    agreed: true,
    agreedTier,
    decision,
    justification,
  }
  const made = await submitReferral(app, officer, input, form)
  if (!made.ok) throw new Error(`“${key}” was not submitted: ${made.reason}`)
  return { referralId: made.referralId, version: 1 }
}

function providerOf(sketch: ReferralSketch): SignedInViewer {
  if (sketch.answeredBy === null) throw new Error(`Nobody answers “${sketch.key}”`)
  return accountViewer(sketch.answeredBy)
}
