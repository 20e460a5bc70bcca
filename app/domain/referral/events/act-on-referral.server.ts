import type { Transaction } from 'kysely'
import { type FormRequest, once } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import type { DomainContext } from '../../context'
import type { Acting, Applied, Effect, SeenBasis, Step } from './acting'
import { decideAgainFor } from '../changes/decide-again.server'
import { applyEvent } from './apply-event.server'
import type { EventDetails } from './event-details'
import type { ReferralEvent } from './registry'
import type { Refusal } from '../refusal'

/** Which referral, and the version the person had in front of her. */
export interface ReferralTarget {
  referralId: string
  version: number
  /** What else the form was drawn from; absent where it carries none. */
  seen?: SeenBasis | null
  /** 'I have read what changed.' */
  changesRead?: boolean
}

export type ActResult = Applied | Refusal

/** An event of the table, and what is done around it, in its transaction. */
interface Deed {
  event: ReferralEvent
  details: EventDetails
  /** Before the state is written; may refuse. */
  effect?: (trx: Transaction<DB>) => Effect
  /** After it is written: what must follow on other referrals. */
  then?: (trx: Transaction<DB>, applied: Applied) => Promise<void>
}

/**
 * One form of a viewer about one referral: one transaction, one event of the table, once. A refusal is an answer too: the
 * same form sent again gets it again.
 */
export async function actOnReferral(
  app: DomainContext,
  viewer: SignedInViewer,
  target: ReferralTarget,
  request: FormRequest,
  deed: Deed,
): Promise<ActResult> {
  const acting: Acting = { by: 'side', viewer }
  return asViewer(app.db, viewer, async trx => {
    const done = await once(trx, viewer, request, async (): Promise<ActResult> => {
      await decideAgainFor(app, trx, target.referralId)
      const applied = await applyEvent(app, trx, acting, stepOf(target, deed), deed.effect?.(trx))
      if (applied.ok) await deed.then?.(trx, applied)
      return applied
    })
    return done.kind === 'different' ? { ok: false, reason: 'different' } : done.answer
  })
}

function stepOf(
  { referralId, version, seen = null, changesRead = false }: ReferralTarget,
  { event, details }: Deed,
): Step {
  return { referralId, version, seen, event, details: { ...details, changesRead } }
}
