import type { Transaction } from 'kysely'
import type { FormRequest } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { recordAudit } from '../../audit/record-audit.server'
import type { DomainContext } from '../../context'
import { releaseClaims } from './claim-bedspace.server'
import { findOwnBedspace } from '../own/vacancy-access.server'
import { vacancyAct } from '../vacancy-act.server'
import type { VacancyResult } from '../vacancy-result'

/** Ends a void or a turnaround: the bedspace is free again. A hold is changed on its referral, a stay by what becomes of it. */
export async function releaseClaim(
  app: DomainContext,
  viewer: SignedInViewer,
  claimId: string,
  request: FormRequest,
): Promise<VacancyResult> {
  return vacancyAct(app, viewer, request, trx => releaseWithin(app, trx, viewer, claimId))
}

async function releaseWithin(
  app: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  claimId: string,
): Promise<VacancyResult> {
  const claim = await trx
    .selectFrom('bedspaceClaim')
    .select(['bedspaceId', 'kind'])
    .where('id', '=', claimId)
    .executeTakeFirst()
  const bedspace = claim && (await findOwnBedspace(trx, viewer, claim.bedspaceId))
  if (!bedspace) return { ok: false, reason: 'not_found' }
  if (claim.kind === 'hold') return { ok: false, reason: 'held_for_referral' }
  if (claim.kind === 'occupied') return { ok: false, reason: 'stay_goes_on' }
  const now = app.clock()
  const { serviceId } = bedspace
  // Another may be there by now: what was shown is over.
  if ((await releaseClaims(trx, [claimId], now)) === 0) return { ok: false, reason: 'claim_over' }
  const detail = { claimId, kind: claim.kind }
  await recordAudit(trx, viewer, {
    action: 'service.release_claim',
    subjectKind: 'service',
    subjectId: serviceId,
    detail,
  })
  return { ok: true, serviceId }
}
