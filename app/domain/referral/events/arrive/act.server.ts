import type { Transaction } from 'kysely'
import { newId } from '@db/id'
import type { FormRequest } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '../../../context'
import { londonDay, type Day } from '../../../time/calendar'
import type { Effect } from '../acting'
import { actOnReferral, type ActResult, type ReferralTarget } from '../act-on-referral.server'
import { afterTurnaround, type OfferTerms, offerTermsOf } from '../../offer/offer-terms.server'
import { closeOthers } from '../../record/other-referrals.server'
import { latestOffer, replaceReferralClaims } from '../../offer/offer-claims.server'

interface Stay {
  arrivedOn: Day
  expectedDepartureOn: Day
}

type Arrival = Stay & { releasedEarly?: boolean }

/**
 * The person is here: the hold becomes a stay until her departure is recorded, and her other referrals close. Before the day of release
 * it needs to be said that she was released early.
 */
export async function markArrived(
  app: DomainContext,
  viewer: SignedInViewer,
  input: ReferralTarget & Arrival & { note: string | null },
  request: FormRequest,
): Promise<ActResult> {
  const { arrivedOn, expectedDepartureOn, releasedEarly = false } = input
  const details = { stay: { arrivedOn, expectedDepartureOn }, note: input.note ?? '' }
  return actOnReferral(app, viewer, input, request, {
    event: 'arrive',
    details,
    effect: trx => occupy(app, trx, details.stay, releasedEarly),
    then: (trx, arrived) => closeOthers(app, trx, viewer, arrived),
  })
}

function occupy(app: DomainContext, trx: Transaction<DB>, stay: Stay, releasedEarly: boolean): Effect {
  return async referral => {
    const now = app.clock()
    if (stay.arrivedOn > londonDay(now)) return { ok: false, reason: 'date_in_future' }
    const isEarly = referral.releaseOn !== null && stay.arrivedOn < referral.releaseOn
    if (isEarly && !releasedEarly) return { ok: false, reason: 'before_release' }
    const isOver = stay.expectedDepartureOn <= londonDay(now)
    if (isOver || stay.expectedDepartureOn <= stay.arrivedOn) return { ok: false, reason: 'dates_invalid' }
    const offer = await latestOffer(trx, referral.id)
    const terms = await offerTermsOf(trx, referral.serviceId)
    const claims = stayClaims(offer.bedspaceId, stay, terms)
    let claimed = await replaceReferralClaims(trx, referral, offer.id, claims.open, now)
    if (!claimed.ok && claimed.from > stay.arrivedOn)
      claimed = await replaceReferralClaims(trx, referral, offer.id, claims.ending, now)
    if (!claimed.ok) return { ok: false, reason: 'bedspace_taken', until: claimed.until }
    const { id: referralId, caseId } = referral
    const placement = { id: newId(), referralId, caseId, claimId: claimed.claimId, ...stay }
    await trx.insertInto('placement').values(placement).execute()
    return { ok: true }
  }
}

/** A stay until its departure is recorded; where the days after it are promised already, one that ends as it was offered. */
function stayClaims(
  bedspaceId: string,
  { arrivedOn: from, expectedDepartureOn: on }: Stay,
  terms: OfferTerms,
) {
  const stay = { bedspaceId, kind: 'occupied', from } as const
  return {
    open: { ...stay, until: null, leaves: { on, isSure: false } },
    ending: { ...stay, until: afterTurnaround(terms, on), leaves: { on, isSure: true, mustEnd: true } },
  }
}
