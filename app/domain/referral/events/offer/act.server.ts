import type { Transaction } from 'kysely'
import { newId } from '@db/id'
import type { FormRequest } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '../../../context'
import { londonDay, type Day } from '../../../time/calendar'
import { claimAlike } from '../../../vacancy/claims/claim-alike.server'
import type { InTheWay } from '../../../vacancy/claims/claim-bedspace.server'
import { lastDayBefore } from '../../../vacancy/free/free-days'
import type { Effect } from '../acting'
import { actOnReferral, type ActResult, type ReferralTarget } from '../act-on-referral.server'
import type { OfferedBedspace } from '../event-details'
import type { LockedReferral } from '../../record/lock-referral.server'
import {
  afterTurnaround,
  endOfLongestStay,
  holdLapse,
  offerExpiry,
  type OfferTerms,
  offerTermsOf,
} from '../../offer/offer-terms.server'
import type { Refusal } from '../../refusal'

/** Offers one bedspace for days: it is claimed or found taken, in one transaction. An unnamed one stands for any alike. */
export async function offerBedspace(
  app: DomainContext,
  viewer: SignedInViewer,
  input: ReferralTarget & OfferedBedspace & { note?: string },
  request: FormRequest,
): Promise<ActResult> {
  const details = { bedspace: input, ...(input.note ? { note: input.note } : {}) }
  return actOnReferral(app, viewer, input, request, {
    event: 'offer',
    details,
    effect: trx => holdAndOffer(app, trx, viewer, input),
  })
}

function holdAndOffer(
  app: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  wanted: OfferedBedspace,
): Effect {
  return async referral => {
    if (!wanted.conflictCheckDone) return { ok: false, reason: 'conflict_check_needed' }
    const now = app.clock()
    const terms = await offerTermsOf(trx, referral.serviceId)
    const untilOn = wanted.untilOn ?? endOfLongestStay(terms, wanted.fromOn)
    if (wanted.fromOn < londonDay(now)) return { ok: false, reason: 'night_in_past' }
    if (untilOn <= wanted.fromOn) return { ok: false, reason: 'dates_invalid' }
    const expiresAt = offerExpiry(terms, now, referral.releaseOn, now)
    const claim = {
      kind: 'hold',
      from: wanted.fromOn,
      until: afterTurnaround(terms, untilOn),
      lapsesAt: holdLapse(terms, now, expiresAt),
    } as const
    if (!(await isOfService(trx, referral.serviceId, wanted.bedspaceId)))
      return { ok: false, reason: 'bedspace_not_found' }
    const held = await claimAlike(trx, { ...claim, bedspaceId: wanted.bedspaceId }, now)
    if (!held.ok) return whyNot(held, wanted.fromOn, terms)
    const { claimId } = held
    await insertOffer(trx, viewer, referral, { claimId, fromOn: wanted.fromOn, untilOn, now, expiresAt })
    return { ok: true, offerExpiresAt: expiresAt }
  }
}

/** Where the first night is free, what stands in the way is a stay too long: it must leave days for the turnaround. */
function whyNot({ from, until }: InTheWay, fromOn: Day, terms: OfferTerms): Refusal {
  const lastOn = lastDayBefore(from, terms.turnaroundWorkingDays)
  if (lastOn > fromOn) return { ok: false, reason: 'stay_too_long', claimedFrom: from, lastOn }
  return { ok: false, reason: 'bedspace_taken', until }
}

async function isOfService(trx: Transaction<DB>, serviceId: string, bedspaceId: string): Promise<boolean> {
  const bedspace = await trx
    .selectFrom('bedspace')
    .select('id')
    .where('id', '=', bedspaceId)
    .where('serviceId', '=', serviceId)
    .where('retiredAt', 'is', null)
    .executeTakeFirst()
  return bedspace !== undefined
}

async function insertOffer(
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  { id: referralId, caseId }: LockedReferral,
  offer: { claimId: string; fromOn: Day; untilOn: Day; now: Date; expiresAt: Date },
): Promise<void> {
  const { claimId, fromOn, untilOn, now: offeredAt, expiresAt } = offer
  await trx.insertInto('referralClaim').values({ claimId, referralId, caseId }).execute()
  await trx
    .insertInto('offer')
    .values({
      id: newId(),
      referralId,
      caseId,
      claimId,
      fromOn,
      untilOn,
      offeredBy: viewer.personId,
      offeredAt,
      expiresAt,
      conflictCheckDone: true,
    })
    .execute()
}
