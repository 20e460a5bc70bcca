import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import { type ReferralEvent, specOf } from '../events/registry'

/**
 * Frees the bedspace of a referral and ends its offer, one that was accepted too: every claim it has, and for whatever reason
 * it leaves the bed.
 */
export async function releaseBed(
  trx: Transaction<DB>,
  referralId: string,
  event: ReferralEvent,
  now: Date,
): Promise<void> {
  await trx
    .updateTable('offer')
    .set({ endedAt: now, ending: specOf(event).endsOffer ?? 'closed' })
    .where('referralId', '=', referralId)
    .where(where => where.or([where('endedAt', 'is', null), where('ending', '=', 'accepted')]))
    .execute()
  await trx
    .updateTable('bedspaceClaim')
    .set({ active: false, releasedAt: now })
    .where('id', 'in', query =>
      query.selectFrom('referralClaim').select('claimId').where('referralId', '=', referralId),
    )
    .where('active', '=', true)
    .execute()
}
