import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import { asSystem } from '@db/viewer-transaction'
import type { DomainContext } from '../context'
import { expireOffer } from './expire-offer.server'

/**
 * Frees what has lapsed on a bedspace, so that an offer need not wait for the timetable. An offer past its time expires; one
 * that outlives its hold stands on without it, and must find the bedspace free when it is accepted.
 */
export async function lapseHoldsOn(
  app: DomainContext,
  trx: Transaction<DB>,
  bedspaceId: string,
): Promise<void> {
  const now = app.clock()
  const lapsed = await trx
    .selectFrom('bedspaceClaim as claim')
    .leftJoin('offer', join => join.onRef('offer.claimId', '=', 'claim.id').on('offer.endedAt', 'is', null))
    .select(['claim.id', 'offer.referralId', 'offer.caseId', 'offer.expiresAt'])
    .where('claim.bedspaceId', '=', bedspaceId)
    .where('claim.active', '=', true)
    .where('claim.lapsesAt', '<=', now)
    .execute()
  for (const { id, referralId, caseId, expiresAt } of lapsed) {
    if (referralId !== null && caseId !== null && expiresAt !== null && expiresAt <= now) {
      await asSystem(trx, caseId, system => expireOffer(app, system, referralId))
    } else {
      await releaseIfStillLapsed(trx, id, now)
    }
  }
}

/** Asked again while the row is held: the hold may have become firm a moment ago. */
async function releaseIfStillLapsed(trx: Transaction<DB>, claimId: string, now: Date): Promise<void> {
  await trx
    .updateTable('bedspaceClaim')
    .set({ active: false, releasedAt: now })
    .where('id', '=', claimId)
    .where('active', '=', true)
    .where('lapsesAt', '<=', now)
    .execute()
}
