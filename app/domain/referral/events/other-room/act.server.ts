import type { Transaction } from 'kysely'
import type { FormRequest } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '../../../context'
import type { Effect } from '../acting'
import { actOnReferral, type ActResult, type ReferralTarget } from '../act-on-referral.server'
import type { LockedReferral } from '../../record/lock-referral.server'
import { type LatestOffer, latestOffer, replaceReferralClaims } from '../../offer/offer-claims.server'
import { holdWithoutDate, offerTermsOf, promisedStill } from '../../offer/offer-terms.server'
import { stayToReconfirm } from '../../offer/moved-stay.server'
import type { Refusal } from '../../refusal'
import { type WantedRoom, wantedRoom } from '../../stay/wanted-room.server'

type Placed = Pick<LockedReferral, 'id' | 'state' | 'serviceId' | 'releaseOn'>

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

/** Why no other room would be given now; null where one would. It reads, and changes nothing: the referral's page asks the same. */
export async function whyNoOtherRoom(
  trx: Transaction<DB>,
  referral: Placed,
  now: Date,
): Promise<Refusal | null> {
  const { left } = await daysLeft(trx, referral, now)
  return left === null ? { ok: false, reason: 'promise_over' } : null
}

function holdThere(app: DomainContext, trx: Transaction<DB>, wanted: WantedRoom): Effect {
  return async referral => {
    const now = app.clock()
    const { offer, terms, stay, left } = await daysLeft(trx, referral, now)
    if (left === null) return { ok: false, reason: 'promise_over' }
    const room = await wantedRoom(trx, referral, offer.bedspaceId, wanted)
    if (!room.ok) return room
    const holdEndsAt = referral.releaseOn === null ? holdWithoutDate(terms, now) : null
    const claim = { bedspaceId: wanted.bedspaceId, kind: 'hold', ...left, lapsesAt: holdEndsAt } as const
    const claimed = await replaceReferralClaims(trx, referral, offer.id, claim, now)
    if (!claimed.ok) return { ok: false, reason: 'bedspace_taken', until: claimed.until }
    await trx.updateTable('offer').set(stay).where('id', '=', offer.id).execute()
    return { ok: true, was: [room.was, room.is], ...(holdEndsAt && { holdEndsAt }) }
  }
}

/** The promised days, and what is left of them. */
async function daysLeft(trx: Transaction<DB>, referral: Placed, now: Date) {
  const offer = await latestOffer(trx, referral.id)
  const terms = await offerTermsOf(trx, referral.serviceId)
  const stay = await promisedStay(trx, referral, offer)
  return { offer, terms, stay, left: promisedStill(terms, stay, now) }
}

/** The days as they were promised; of a place whose date moved, as they would be confirmed now. */
async function promisedStay(
  trx: Transaction<DB>,
  referral: Placed,
  offer: LatestOffer,
): Promise<Pick<LatestOffer, 'fromOn' | 'untilOn'>> {
  const { fromOn, untilOn } = offer
  if (referral.state !== 'to_reconfirm' || referral.releaseOn === null) return { fromOn, untilOn }
  const stay = await stayToReconfirm(trx, referral, offer, referral.releaseOn)
  return { fromOn: stay.from, untilOn: stay.untilOn }
}
