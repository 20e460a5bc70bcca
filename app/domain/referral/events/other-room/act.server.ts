import type { Transaction } from 'kysely'
import type { FormRequest } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '../../../context'
import { londonDay } from '../../../time/calendar'
import type { Effect } from '../acting'
import { actOnReferral, type ActResult, type ReferralTarget } from '../act-on-referral.server'
import type { LockedReferral } from '../../record/lock-referral.server'
import { type LatestOffer, latestOffer, replaceReferralClaims } from '../../offer/offer-claims.server'
import { afterTurnaround, holdWithoutDate, offerTermsOf } from '../../offer/offer-terms.server'
import { stayToReconfirm } from '../../offer/moved-stay.server'
import { type WantedRoom, wantedRoom } from '../../stay/wanted-room.server'

/**
 * Gives a place another room of its service: the days that were promised are held there, and the room so far is free. Of a place that
 * is to be reconfirmed it confirms the days too.
 */
export async function giveOtherRoom(
  app: DomainContext,
  viewer: SignedInViewer,
  input: ReferralTarget & WantedRoom & { note: string },
  request: FormRequest,
): Promise<ActResult> {
  const details = { bedspace: { ...input, fromOn: '', untilOn: null }, note: input.note }
  return actOnReferral(app, viewer, input, request, {
    event: 'other_room',
    details,
    effect: trx => holdThere(app, trx, input),
  })
}

function holdThere(app: DomainContext, trx: Transaction<DB>, wanted: WantedRoom): Effect {
  return async referral => {
    const now = app.clock()
    const offer = await latestOffer(trx, referral.id)
    const room = await wantedRoom(trx, referral, offer.bedspaceId, wanted)
    if (!room.ok) return room
    const terms = await offerTermsOf(trx, referral.serviceId)
    const stay = await promisedStay(trx, referral, offer)
    const holdEndsAt = referral.releaseOn === null ? holdWithoutDate(terms, now) : null
    const today = londonDay(now)
    const claim = {
      bedspaceId: wanted.bedspaceId,
      kind: 'hold',
      from: stay.fromOn < today ? today : stay.fromOn,
      until: afterTurnaround(terms, stay.untilOn),
      lapsesAt: holdEndsAt,
    } as const
    const claimed = await replaceReferralClaims(trx, referral, offer.id, claim, now)
    if (!claimed.ok) return { ok: false, reason: 'bedspace_taken', until: claimed.until }
    await trx.updateTable('offer').set(stay).where('id', '=', offer.id).execute()
    return { ok: true, was: [room.was, room.is], ...(holdEndsAt && { holdEndsAt }) }
  }
}

/** The days as they were promised; of a place whose date moved, as they would be confirmed now. */
async function promisedStay(
  trx: Transaction<DB>,
  referral: LockedReferral,
  offer: LatestOffer,
): Promise<Pick<LatestOffer, 'fromOn' | 'untilOn'>> {
  const { fromOn, untilOn } = offer
  if (referral.state !== 'to_reconfirm' || referral.releaseOn === null) return { fromOn, untilOn }
  const stay = await stayToReconfirm(trx, referral, offer, referral.releaseOn)
  return { fromOn: stay.from, untilOn: stay.untilOn }
}
