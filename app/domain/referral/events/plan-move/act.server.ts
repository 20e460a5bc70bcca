import type { Transaction } from 'kysely'
import type { FormRequest } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '../../../context'
import { londonDay, type Day } from '../../../time/calendar'
import { lockClaims } from '../../../vacancy/claims/lock-service.server'
import { sayLeaving } from '../../../vacancy/claims/stay.server'
import { allOrNothing } from '../../../vacancy/claims/unless-taken.server'
import { linkClaim } from '../../offer/offer-claims.server'
import type { LockedReferral } from '../../record/lock-referral.server'
import type { Refusal } from '../../refusal'
import { claimThere, goesOnAt, keepBeforeMove, withoutPlan } from '../../stay/planned-move.server'
import { type PlacedStay, stayOf } from '../../stay/stay-of.server'
import { type WantedRoom, wantedRoom } from '../../stay/wanted-room.server'
import type { Effect } from '../acting'
import { actOnReferral, type ActResult, type ReferralTarget } from '../act-on-referral.server'

/** The stay is to go on in another room on a day to come; what was planned before is planned anew. */
export async function planTheMove(
  app: DomainContext,
  viewer: SignedInViewer,
  input: ReferralTarget & WantedRoom & { movesOn: Day; note: string },
  request: FormRequest,
): Promise<ActResult> {
  const details = { bedspace: { ...input, fromOn: input.movesOn, untilOn: null }, note: input.note }
  return actOnReferral(app, viewer, input, request, {
    event: 'plan_move',
    details,
    effect: trx => plan(app, trx, input),
  })
}

function plan(
  app: DomainContext,
  trx: Transaction<DB>,
  { movesOn, ...wanted }: WantedRoom & { movesOn: Day },
): Effect {
  return async referral => {
    const now = app.clock()
    if (movesOn <= londonDay(now)) return { ok: false, reason: 'dates_invalid' }
    const stay = await stayOf(trx, referral)
    const room = await wantedRoom(trx, referral, stay.bedspaceId, wanted)
    if (!room.ok) return room
    await lockClaims(trx, referral.serviceId)
    const { bedspaceId } = wanted
    const done = await allOrNothing(trx, () => setOut(trx, referral, stay, { bedspaceId, movesOn, now }))
    return done.ok ? { ok: true, was: [room.was, room.is, movesOn] } : done
  }
}

/** The room so far is hers until the move is recorded, as a stay that is sure to end; the other from its day on. */
async function setOut(
  trx: Transaction<DB>,
  referral: LockedReferral,
  stay: PlacedStay,
  { bedspaceId, movesOn, now }: { bedspaceId: string; movesOn: Day; now: Date },
): Promise<{ ok: true } | Refusal> {
  const before = await withoutPlan(trx, stay, now)
  if (before.expectedUntil !== null && movesOn >= before.expectedUntil)
    return { ok: false, reason: 'after_leaving' }
  if (!(await sayLeaving(trx, stay, { on: movesOn, isSure: true })))
    return { ok: false, reason: 'room_promised' }
  const claimed = await claimThere(trx, before, { bedspaceId, movedOn: movesOn, now })
  if (!claimed.ok) return { ok: false, reason: 'bedspace_taken', until: claimed.until }
  await linkClaim(trx, referral, claimed.claimId)
  await goesOnAt(trx, stay, claimed.claimId)
  await keepBeforeMove(trx, before)
  return { ok: true }
}
