import type { Kysely } from 'kysely'
import type { DB } from '@db/schema'
import { asSystem, asWorker } from '@db/viewer-transaction'
import type { DomainContext } from '../../../context'
import { expireOffer } from './act.server'

const AT_ONCE = 500

/**
 * Expires every offer that is due, each in its own transaction; both sides are told, the bedspace is free, and the referral is under review or ends. For the worker
 * (`app.db` is its pool); may run twice, or beside itself. Returns how many expired.
 */
export async function expireOffers(app: DomainContext): Promise<number> {
  let expired = 0
  for (const { referralId, caseId } of await offersDue(app.db, app.clock())) {
    const result = await asWorker(app.db, trx =>
      asSystem(trx, caseId, system => expireOffer(app, system, referralId)),
    )
    if (result.ok) expired += 1
  }
  return expired
}

async function offersDue(db: Kysely<DB>, now: Date): Promise<{ referralId: string; caseId: string }[]> {
  return asWorker(db, trx =>
    trx
      .selectFrom('offer')
      .innerJoin('referral', 'referral.id', 'offer.referralId')
      .select(['offer.referralId', 'offer.caseId'])
      .where('offer.endedAt', 'is', null)
      .where('offer.expiresAt', '<=', now)
      .where('referral.state', '=', 'offered')
      .orderBy('offer.expiresAt')
      .limit(AT_ONCE)
      .execute(),
  )
}
