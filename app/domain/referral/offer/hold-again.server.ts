import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { DomainContext } from '../../context'
import { isRoomFor } from '../../vacancy/claims/claim-alike.server'
import type { LockedReferral } from '../record/lock-referral.server'
import type { Refusal } from '../refusal'
import { latestOffer, referralClaims, replaceReferralClaims } from './offer-claims.server'
import { holdLapse, holdWithoutDate, offerExpiry, offerTermsOf, promisedStill } from './offer-terms.server'

/** What is held again, and until when. */
export interface HeldAgain {
  offerExpiresAt?: Date
  holdEndsAt?: Date
}

/**
 * Takes the bedspace of a referral's last offer again, for the days that are left of it, as an offer that waits for its answer or as a
 * place that was accepted; an offer whose time has run out gets its full time. Null, and nothing is changed, where another has some of the days.
 */
export async function holdAgain(
  app: DomainContext,
  trx: Transaction<DB>,
  referral: LockedReferral,
  as: 'offer' | 'place',
): Promise<HeldAgain | null> {
  const now = app.clock()
  const { releaseOn } = referral
  const days = await offeredStill(trx, referral, now)
  if (days === null) return null
  const { offer, terms, ...left } = days
  const isOffer = as === 'offer'
  const isInTime = offer.expiresAt > now
  const expiresAt = isOffer && !isInTime ? offerExpiry(terms, now, releaseOn, now) : offer.expiresAt
  const holdEndsAt = releaseOn === null && !isOffer ? holdWithoutDate(terms, now) : null
  const lapsesAt = isOffer ? holdLapse(terms, now, expiresAt) : holdEndsAt
  const claim = { ...left, kind: 'hold', lapsesAt } as const
  const claimed = await replaceReferralClaims(trx, referral, offer.id, claim, now)
  if (!claimed.ok) return null
  const stands = isOffer ? { endedAt: null, ending: null } : { endedAt: now, ending: 'accepted' }
  await trx
    .updateTable('offer')
    .set({ ...stands, expiresAt })
    .where('id', '=', offer.id)
    .execute()
  return { ...(isOffer && { offerExpiresAt: expiresAt }), ...(holdEndsAt && { holdEndsAt }) }
}

/** Why the bedspace of a referral's last offer would not be taken again, as `holdAgain` finds it; null where it would. */
export async function whyNotHeldAgain(
  trx: Transaction<DB>,
  referral: Pick<LockedReferral, 'id' | 'serviceId'>,
  now: Date,
): Promise<Refusal | null> {
  const days = await offeredStill(trx, referral, now)
  if (days === null) return { ok: false, reason: 'promise_over' }
  const own = await referralClaims(trx, referral.id)
  return (await isRoomFor(trx, days, own, now)) ? null : { ok: false, reason: 'bedspace_taken', until: null }
}

/** What is left of the days of a referral's last offer, with the turnaround after them; null where they are over. */
async function offeredStill(
  trx: Transaction<DB>,
  referral: Pick<LockedReferral, 'id' | 'serviceId'>,
  now: Date,
) {
  const offer = await latestOffer(trx, referral.id)
  const terms = await offerTermsOf(trx, referral.serviceId)
  const left = promisedStill(terms, offer, now)
  return left && { offer, terms, bedspaceId: offer.bedspaceId, ...left }
}
