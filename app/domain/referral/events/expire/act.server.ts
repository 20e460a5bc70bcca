import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { DomainContext } from '../../../context'
import type { Applied, Effect } from '../acting'
import { applyEvent } from '../apply-event.server'
import type { Refusal } from '../../refusal'

/**
 * Lets the clock expire the offer of one referral, if it is due. In a transaction held to the referral's case. Leaves it
 * alone while somebody acts on it, when it was answered or extended in the meantime, and when done twice.
 */
export async function expireOffer(
  app: DomainContext,
  system: Transaction<DB>,
  referralId: string,
): Promise<Applied | Refusal> {
  const step = { referralId, event: 'expire', version: null, details: {} } as const
  return applyEvent(app, system, { by: 'clock', viewer: null }, step, onlyIfDue(app, system))
}

function onlyIfDue(app: DomainContext, system: Transaction<DB>): Effect {
  return async referral => {
    const due = await system
      .selectFrom('offer')
      .select('id')
      .where('referralId', '=', referral.id)
      .where('endedAt', 'is', null)
      .where('expiresAt', '<=', app.clock())
      .executeTakeFirst()
    return due ? { ok: true } : { ok: false, reason: 'state_does_not_allow', state: referral.state }
  }
}
