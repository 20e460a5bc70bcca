import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import type { Day } from '../../time/calendar'
import { lockCase } from '../../case/record/lock-case.server'
import { holdStanding } from '../../service/hold-standing.server'
import type { NewReferral } from './new-referral'
import { mayRefer } from '../record/referral-access.server'
import type { Refusal } from '../refusal'

/** What a referral that may be sent is made with. */
export interface Referable {
  ok: true
  providerOrganisationId: string
  releaseOn: Day | null
  previousReferralId: string | null
}

/**
 * Whether a referral may be sent, with nothing written yet: by an officer, of her team's open case, to a listed service that
 * takes referrals here, with the person's agreement, a justification where one is due, and none open to it already.
 */
export async function checkNewReferral(
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  input: NewReferral,
): Promise<Referable | Refusal> {
  if (!mayRefer(viewer)) return { ok: false, reason: 'not_found' }
  await lockCase(trx, input.caseId)
  await holdStanding(trx, input.serviceId)
  const releaseOn = await releaseDayOf(trx, viewer, input.caseId)
  if (releaseOn === undefined) return { ok: false, reason: 'not_found' }
  const service = await trx
    .selectFrom('service')
    .leftJoin('programme', 'programme.serviceId', 'service.id')
    .select(['organisationId', 'referralRoute', 'pausedAt', 'programme.serviceId as programmeId'])
    .where('service.id', '=', input.serviceId)
    .where('archivedAt', 'is', null)
    .executeTakeFirst()
  if (!service) return { ok: false, reason: 'service_not_found' }
  if (service.pausedAt !== null) return { ok: false, reason: 'service_paused' }
  if (service.referralRoute !== 'here') return { ok: false, reason: 'service_not_here' }
  if (service.programmeId !== null) return { ok: false, reason: 'service_nominates' }
  if (!input.agreed) return { ok: false, reason: 'agreement_needed' }
  if (input.decision.outcome !== 'eligible' && !input.justification?.trim()) {
    return { ok: false, reason: 'justification_needed' }
  }
  if (await livesElsewhere(trx, input)) return { ok: false, reason: 'has_arrived' }
  const earlier = await earlierReferral(trx, input)
  if (earlier?.closedAt === null) return { ok: false, reason: 'already_referred', referralId: earlier.id }
  const { organisationId: providerOrganisationId } = service
  return { ok: true, providerOrganisationId, releaseOn, previousReferralId: earlier?.id ?? null }
}

/** The release day of an open case of the viewer's team; undefined when she has no such case. */
async function releaseDayOf(
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  caseId: string,
): Promise<Day | null | undefined> {
  const found = await trx
    .selectFrom('personCase')
    .leftJoin('readableRelease', 'readableRelease.caseId', 'personCase.id')
    .select('readableRelease.releaseOn')
    .where('id', '=', caseId)
    .where('organisationId', '=', viewer.organisationId)
    .where('closedAt', 'is', null)
    .executeTakeFirst()
  return found?.releaseOn
}

/** The latest referral of the case to the service: an open one comes first. */
async function earlierReferral(trx: Transaction<DB>, { caseId, serviceId }: NewReferral) {
  return trx
    .selectFrom('referral')
    .select(['id', 'closedAt'])
    .where('caseId', '=', caseId)
    .where('serviceId', '=', serviceId)
    .orderBy('closedAt', order => order.desc().nullsFirst())
    .executeTakeFirst()
}

/** True where the person has arrived at one place and is referred to a bed in another; a programme or a visit is no bed. */
async function livesElsewhere(trx: Transaction<DB>, { caseId, serviceId }: NewReferral): Promise<boolean> {
  const arrived = await trx
    .selectFrom('referral')
    .select('id')
    .where('caseId', '=', caseId)
    .where('state', '=', 'arrived')
    .where(where =>
      where.exists(where.selectFrom('bedspace').select('id').where('serviceId', '=', serviceId)),
    )
    .executeTakeFirst()
  return arrived !== undefined
}
