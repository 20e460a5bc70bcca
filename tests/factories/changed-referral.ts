import type { SmallService } from '@db/seeds/small-services'
import type { SignedInViewer } from '@db/viewer'
import { decideForCase } from '~/screens/case-refer/facts.server'
import type { TopicCode } from '~/domain/case/answers/fact-topics'
import type { FactsPatch } from '~/domain/case/answers/facts-form'
import { findCaseFor } from '~/screens/case/facts.server'
import { updateFacts, type UpdateFactsResult } from '~/domain/casework/update-facts.server'
import type { ReferralTarget } from '~/domain/referral/events/act-on-referral.server'
import { submitReferral } from '~/domain/referral/submit/submit-referral.server'
import { takeToAssess } from '~/domain/referral/events/take-to-assess/act.server'
import { referralPageFor } from '~/screens/referral/facts.server'
import { type ReferralScreen, referralScreen } from '~/screens/referral/page'
import { anotherCase, form, next, type ReferralWorld, workerOf } from './referral-world'

/** Somebody referred whose answers change afterwards, and what each side then reads. */

/** Low when she is referred, then above what the women's house takes: to discuss with the referrer. */
export const LOW = { rosh: 'low', roshAssessedOn: '2026-12-01' } as const
export const VERY_HIGH = { rosh: 'very_high', roshAssessedOn: '2026-12-01' } as const

/** A topic as the officer at Low Newton saves it, with one answer for every provider or one each. */
export async function saveTopic(
  world: ReferralWorld,
  caseId: string,
  topic: TopicCode,
  facts: FactsPatch,
  passOn: 'yes' | 'no' | Record<string, 'yes' | 'no'> = {},
): Promise<UpdateFactsResult> {
  const { lowNewtonOfficer } = world.viewers
  const version = (await findCaseFor(world.app, lowNewtonOfficer, caseId))?.topicVersions[topic] ?? 0
  const answers = typeof passOn === 'string' ? await toEach(world, caseId, passOn) : passOn
  const update = { caseId, topic, facts, version, passOn: answers }
  return updateFacts(world.app, lowNewtonOfficer, update, form())
}

/** Somebody whose risk is known to be low, referred. */
export async function lowRisk(
  world: ReferralWorld,
  refer: (caseId: string) => Promise<ReferralTarget>,
): Promise<{ caseId: string; target: ReferralTarget }> {
  const caseId = await anotherCase(world)
  const saved = await saveTopic(world, caseId, 'risk', LOW)
  if (!saved.ok) throw new Error(saved.reason)
  return { caseId, target: await refer(caseId) }
}

/** Referred with the decision its officer was shown, and taken to assess by the provider's worker. */
export async function referredAsDecided(
  world: ReferralWorld,
  service: SmallService,
  caseId: string,
): Promise<ReferralTarget> {
  const { lowNewtonOfficer } = world.viewers
  const serviceId = world.services[service]
  const decided = await decideForCase(world.app, lowNewtonOfficer, caseId, serviceId)
  if (!decided) throw new Error('Not decided')
  const { decision } = decided
  const input = { caseId, serviceId, agreed: true, agreedTier: 3, decision, justification: 'Asked' } as const
  const sent = await submitReferral(world.app, lowNewtonOfficer, input, form())
  if (!sent.ok) throw new Error(sent.reason)
  const target = { referralId: sent.referralId, version: 1 }
  return next(target, await takeToAssess(world.app, workerOf(world, service), target, form()))
}

/** The referral's page as a viewer reads it now. */
export async function screenOf(
  world: ReferralWorld,
  viewer: SignedInViewer,
  { referralId }: ReferralTarget,
): Promise<ReferralScreen> {
  const facts = await referralPageFor(world.app, viewer, referralId)
  if (!facts) throw new Error('No such referral')
  return referralScreen(facts, viewer.personId, world.app.clock())
}

async function toEach(world: ReferralWorld, caseId: string, answer: 'yes' | 'no') {
  const referrals = await world.database.owner
    .selectFrom('referral')
    .select('id')
    .where('caseId', '=', caseId)
    .execute()
  return Object.fromEntries(referrals.map(({ id }) => [id, answer]))
}
