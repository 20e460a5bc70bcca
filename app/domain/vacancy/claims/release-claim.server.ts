import { sql, type Transaction } from 'kysely'
import type { FormRequest } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { recordAudit } from '../../audit/record-audit.server'
import type { DomainContext } from '../../context'
import { londonDay } from '../../time/calendar'
import { lockOpenHouse } from './lock-service.server'
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
  const { serviceId } = bedspace
  const closed = await lockOpenHouse(trx, serviceId)
  if (closed) return closed
  const now = app.clock()
  // Another may be there by now: what was shown is over.
  if (!(await endToday(trx, claimId, now))) return { ok: false, reason: 'claim_over' }
  const detail = { claimId, kind: claim.kind }
  await recordAudit(trx, viewer, {
    action: 'service.release_claim',
    subjectKind: 'service',
    subjectId: serviceId,
    detail,
  })
  return { ok: true, serviceId }
}

/** Ends a claim today: the days before it stay as they were, and one that begins today or later never was. False where it has ended. */
async function endToday(trx: Transaction<DB>, claimId: string, now: Date): Promise<boolean> {
  const today = londonDay(now)
  const standing = trx
    .updateTable('bedspaceClaim')
    .where('id', '=', claimId)
    .where('active', '=', true)
    .where(sql<boolean>`(upper_inf(during) or upper(during) > ${today}::date)`)
  const begun = sql<boolean>`lower(during) < ${today}::date`
  const cut = await standing
    .set({ during: sql<string>`during * daterange(null, ${today}::date)` })
    .where(begun)
    .executeTakeFirst()
  if (cut.numUpdatedRows > 0n) return true
  const freed = await standing.set({ active: false, releasedAt: now }).executeTakeFirst()
  return freed.numUpdatedRows > 0n
}
