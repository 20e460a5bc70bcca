import type { Transaction } from 'kysely'
import type { FormRequest } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '../../../context'
import { londonDay, type Day } from '../../../time/calendar'
import { addWorkingDays } from '../../../time/working-days'
import { claimAlike } from '../../../vacancy/claims/claim-alike.server'
import type { ClaimResult } from '../../../vacancy/claims/claim-bedspace.server'
import { lockClaims } from '../../../vacancy/claims/lock-service.server'
import { cutStay, endStay } from '../../../vacancy/claims/stay.server'
import { allOrNothing } from '../../../vacancy/claims/unless-taken.server'
import type { Effect } from '../acting'
import { actOnReferral, type ActResult, type ReferralTarget } from '../act-on-referral.server'
import type { LockedReferral } from '../../record/lock-referral.server'
import { latestOffer, linkClaim } from '../../offer/offer-claims.server'
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

async function goesOnIn(
  trx: Transaction<DB>,
  referral: LockedReferral,
  stay: PlacedStay,
  { bedspaceId, movedOn, now }: { bedspaceId: string; movedOn: Day; now: Date },
): Promise<ClaimResult> {
  // Nobody slept in a room that was left on the day she came: it needs no turnaround.
  if (movedOn === stay.from) await cutStay(trx, stay, movedOn, now)
  else await endStay(trx, stay, movedOn, now)
  const { open, ending } = daysThere(stay, movedOn)
  let claimed = await claimAlike(trx, { bedspaceId, ...open }, now)
  if (!claimed.ok && ending && claimed.from > movedOn)
    claimed = await claimAlike(trx, { bedspaceId, ...ending }, now)
  if (!claimed.ok) return claimed
  const { claimId } = claimed
  await linkClaim(trx, referral, claimId)
  const offer = await latestOffer(trx, referral.id)
  await trx.updateTable('offer').set({ claimId }).where('id', '=', offer.id).execute()
  await trx.updateTable('placement').set({ claimId }).where('id', '=', stay.placementId).execute()
  return claimed
}

/** Until the departure is recorded; where later days there are promised already, until the day that is expected. */
function daysThere({ expectedUntil: on, turnaround }: PlacedStay, from: Day) {
  const stay = { kind: 'occupied', from } as const
  const open = { ...stay, until: null, leaves: on === null ? null : { on, isSure: false } }
  if (on === null || on <= from) return { open, ending: null }
  const leaves = { on, isSure: true, mustEnd: true }
  return { open, ending: { ...stay, until: addWorkingDays(on, turnaround), leaves } }
}
