import type { Transaction } from 'kysely'
import type { FormRequest } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '../../../context'
import { londonDay, type Day } from '../../../time/calendar'
import type { ClaimResult } from '../../../vacancy/claims/claim-bedspace.server'
import { lockClaims } from '../../../vacancy/claims/lock-service.server'
import { cutStay, endStay } from '../../../vacancy/claims/stay.server'
import { allOrNothing } from '../../../vacancy/claims/unless-taken.server'
import type { Effect } from '../acting'
import { actOnReferral, type ActResult, type ReferralTarget } from '../act-on-referral.server'
import type { LockedReferral } from '../../record/lock-referral.server'
import { latestOffer, linkClaim } from '../../offer/offer-claims.server'
import { claimThere, goesOnAt, withoutPlan } from '../../stay/planned-move.server'
import { type PlacedStay, stayOf } from '../../stay/stay-of.server'
import { type WantedRoom, wantedRoom } from '../../stay/wanted-room.server'

/** The stay goes on in another room of the service from a day on; the room so far keeps the days before it, and its turnaround. */
export async function recordMove(
  app: DomainContext,
  viewer: SignedInViewer,
  input: ReferralTarget & WantedRoom & { movedOn: Day; note: string },
  request: FormRequest,
): Promise<ActResult> {
  const details = { bedspace: { ...input, fromOn: input.movedOn, untilOn: null }, note: input.note }
  return actOnReferral(app, viewer, input, request, {
    event: 'move_stay',
    details,
    effect: trx => move(app, trx, input),
  })
}

function move(
  app: DomainContext,
  trx: Transaction<DB>,
  { movedOn, ...wanted }: WantedRoom & { movedOn: Day },
): Effect {
  return async referral => {
    const stay = await stayOf(trx, referral)
    if (movedOn > londonDay(app.clock())) return { ok: false, reason: 'date_in_future' }
    if (movedOn < stay.from) return { ok: false, reason: 'dates_invalid' }
    const room = await wantedRoom(trx, referral, stay.bedspaceId, wanted)
    if (!room.ok) return room
    await lockClaims(trx, referral.serviceId)
    const claimed = await allOrNothing(trx, () =>
      goesOnIn(trx, referral, stay, { bedspaceId: wanted.bedspaceId, movedOn, now: app.clock() }),
    )
    if (!claimed.ok) return { ok: false, reason: 'bedspace_taken', until: claimed.until }
    return { ok: true, was: [room.was, room.is] }
  }
}

/** A move that was planned is recorded by this, wherever and whenever it was. */
async function goesOnIn(
  trx: Transaction<DB>,
  referral: LockedReferral,
  planned: PlacedStay,
  to: { bedspaceId: string; movedOn: Day; now: Date },
): Promise<ClaimResult> {
  const stay = await withoutPlan(trx, planned, to.now)
  // Nobody slept in a room that was left on the day she came: it needs no turnaround.
  if (to.movedOn === stay.from) await cutStay(trx, stay, to.movedOn, to.now)
  else await endStay(trx, stay, to.movedOn, to.now)
  const claimed = await claimThere(trx, stay, to)
  if (!claimed.ok) return claimed
  const { claimId } = claimed
  await linkClaim(trx, referral, claimId)
  await goesOnAt(trx, stay, claimId)
  const offer = await latestOffer(trx, referral.id)
  await trx.updateTable('offer').set({ claimId }).where('id', '=', offer.id).execute()
  await trx.updateTable('placement').set({ claimId }).where('id', '=', stay.placementId).execute()
  return claimed
}
