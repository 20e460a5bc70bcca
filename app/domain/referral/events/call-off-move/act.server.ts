import type { Transaction } from 'kysely'
import type { FormRequest } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '../../../context'
import { lockClaims } from '../../../vacancy/claims/lock-service.server'
import { callOff, whyNotCalledOff } from '../../../vacancy/claims/move-claim.server'
import { allOrNothing } from '../../../vacancy/claims/unless-taken.server'
import type { LockedReferral } from '../../record/lock-referral.server'
import type { Refusal } from '../../refusal'
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

/** Why the move would not be called off now; null where it would. It reads, and changes nothing: the referral's page asks the same. */
export async function whyMoveStands(
  trx: Transaction<DB>,
  referral: Pick<LockedReferral, 'id' | 'serviceId' | 'state'>,
  now: Date,
): Promise<Refusal | null> {
  const planned = await planOf(trx, referral)
  if (planned === null) return { ok: false, reason: 'state_does_not_allow', state: referral.state }
  const { there, stay } = planned
  const refused = await whyNotCalledOff({ trx, now }, there, stay.claimId)
  return refused && { ok: false, reason: 'promised_since' }
}

async function planOf(trx: Transaction<DB>, referral: Pick<LockedReferral, 'id' | 'serviceId'>) {
  const stay = await stayOf(trx, referral)
  const planned = await plannedMoveOf(trx, stay)
  if (planned === null) return null
  const { claimId: id, leaves } = planned
  return { stay, there: { id, leaves, turnaround: stay.turnaround } }
}

function stayHere(app: DomainContext, trx: Transaction<DB>): Effect {
  return async referral => {
    await lockClaims(trx, referral.serviceId)
    const planned = await planOf(trx, referral)
    if (planned === null) return { ok: false, reason: 'state_does_not_allow', state: referral.state }
    const { stay, there } = planned
    const done = await allOrNothing(trx, async () => {
      const refused = await callOff({ trx, now: app.clock() }, there, stay.claimId)
      return { ok: refused === null }
    })
    if (!done.ok) return { ok: false, reason: 'promised_since' }
    return { ok: true, was: [stay.expectedUntil ?? ''] }
  }
}
