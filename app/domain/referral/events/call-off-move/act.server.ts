import type { Transaction } from 'kysely'
import type { FormRequest } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '../../../context'
import { lockClaims } from '../../../vacancy/claims/lock-service.server'
import { callOff } from '../../../vacancy/claims/move-claim.server'
import { allOrNothing } from '../../../vacancy/claims/unless-taken.server'
import { plannedMoveOf } from '../../stay/planned-move.server'
import { stayOf } from '../../stay/stay-of.server'
import type { Effect } from '../acting'
import { actOnReferral, type ActResult, type ReferralTarget } from '../act-on-referral.server'

/** The stay goes on in its room, with the day that was expected before the move was planned. */
export async function callOffPlannedMove(
  app: DomainContext,
  viewer: SignedInViewer,
  input: ReferralTarget & { note: string },
  request: FormRequest,
): Promise<ActResult> {
  return actOnReferral(app, viewer, input, request, {
    event: 'call_off_move',
    details: { note: input.note },
    effect: trx => stayHere(app, trx),
  })
}

function stayHere(app: DomainContext, trx: Transaction<DB>): Effect {
  return async referral => {
    const stay = await stayOf(trx, referral)
    await lockClaims(trx, referral.serviceId)
    const planned = await plannedMoveOf(trx, stay)
    if (planned === null) return { ok: false, reason: 'state_does_not_allow', state: referral.state }
    const { claimId: id, leaves } = planned
    const there = { id, leaves, turnaround: stay.turnaround }
    const done = await allOrNothing(trx, async () => {
      const refused = await callOff({ trx, now: app.clock() }, there, stay.claimId)
      return { ok: refused === null }
    })
    if (!done.ok) return { ok: false, reason: 'promised_since' }
    return { ok: true, was: [stay.expectedUntil ?? ''] }
  }
}
