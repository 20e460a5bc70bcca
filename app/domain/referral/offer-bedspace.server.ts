import type { Transaction } from 'kysely'
import { newId } from '@db/id'
import type { FormRequest } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '../context'
import { londonDay, type Day } from '../region/calendar'
import { claimBedspace, type NewClaim } from '../vacancy/claim-bedspace.server'
import { makeRoom } from '../vacancy/make-room.server'
import type { Effect } from './acting'
import { actOnReferral, type ActResult, type ReferralTarget } from './act-on-referral.server'
import type { OfferedBedspace } from './event-details'
import { lapseHoldsOn } from './lapse-holds.server'
import type { LockedReferral } from './lock-referral.server'
import { afterTurnaround, endOfLongestStay, holdLapse, offerExpiry, offerTermsOf } from './offer-terms.server'
import type { Refusal } from './refusal'

/**
 * Offers one bedspace for days: what has lapsed on it is freed, then it is claimed or found taken, in one transaction.
 * An unnamed bedspace stands for any unnamed one of the service.
 */
export async function offerBedspace(
  app: DomainContext,
  viewer: SignedInViewer,
  input: ReferralTarget & OfferedBedspace & { note?: string },
  request: FormRequest,
): Promise<ActResult> {
  const details = { bedspace: input, ...(input.note ? { note: input.note } : {}) }
  return actOnReferral(
    app,
    viewer,
    input,
    request,
    { event: 'offer', details },
    { effect: trx => holdAndOffer(app, trx, viewer, input) },
  )
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
    if (wanted.fromOn < londonDay(now) || untilOn <= wanted.fromOn)
      return { ok: false, reason: 'dates_invalid' }
    const expiresAt = offerExpiry(terms, now)
    const claim = {
      kind: 'hold',
      from: wanted.fromOn,
      until: afterTurnaround(terms, untilOn),
      lapsesAt: holdLapse(terms, now, expiresAt),
    } as const
    const bedspaces = await candidates(trx, referral.serviceId, wanted.bedspaceId)
    const held = await claimOneOf(app, trx, referral.serviceId, bedspaces, claim)
    if (!held.ok) return held
    await insertOffer(trx, viewer, referral, { ...held, fromOn: wanted.fromOn, untilOn, now, expiresAt })
    return { ok: true, offerExpiresAt: expiresAt }
  }
}

/** The bedspace that was asked for; where it is unnamed, the service's other unnamed ones of the same type behind it. */
async function candidates(trx: Transaction<DB>, serviceId: string, bedspaceId: string): Promise<string[]> {
  const wanted = await trx
    .selectFrom('bedspace')
    .select(['id', 'named', 'type'])
    .where('id', '=', bedspaceId)
    .where('serviceId', '=', serviceId)
    .where('retiredAt', 'is', null)
    .executeTakeFirst()
  if (!wanted) return []
  if (wanted.named) return [wanted.id]
  const others = await trx
    .selectFrom('bedspace')
    .select('id')
    .where('serviceId', '=', serviceId)
    .where('named', '=', false)
    .where('type', '=', wanted.type)
    .where('retiredAt', 'is', null)
    .where('id', '<>', wanted.id)
    .orderBy('position')
    .execute()
  return [wanted.id, ...others.map(other => other.id)]
}

async function claimOneOf(
  app: DomainContext,
  trx: Transaction<DB>,
  serviceId: string,
  bedspaceIds: readonly string[],
  claim: Omit<NewClaim, 'bedspaceId'>,
): Promise<Held | Refusal> {
  let refusal: Refusal = { ok: false, reason: 'bedspace_not_found' }
  for (const bedspaceId of bedspaceIds) {
    await lapseHoldsOn(app, trx, bedspaceId)
    const claimed = await claimBedspace(trx, { ...claim, bedspaceId })
    if (claimed.ok) return { ok: true, claimId: claimed.claimId, bedspaceId }
    refusal = { ok: false, reason: 'bedspace_taken', until: claimed.until }
  }
  if (bedspaceIds.length < 2) return refusal
  return (await claimAfterMakingRoom(app, trx, serviceId, bedspaceIds, claim)) ?? refusal
}

type Held = { ok: true; claimId: string; bedspaceId: string }

/** A count has room as long as fewer days overlap than it counts, however they lie. */
async function claimAfterMakingRoom(
  app: DomainContext,
  trx: Transaction<DB>,
  serviceId: string,
  bedspaceIds: readonly string[],
  claim: Omit<NewClaim, 'bedspaceId'>,
): Promise<Held | null> {
  const bedspaceId = await makeRoom(trx, serviceId, bedspaceIds, claim, app.clock())
  if (bedspaceId === null) return null
  const claimed = await claimBedspace(trx, { ...claim, bedspaceId })
  return claimed.ok ? { ok: true, claimId: claimed.claimId, bedspaceId } : null
}

async function insertOffer(
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  { id: referralId, caseId }: LockedReferral,
  offer: { claimId: string; bedspaceId: string; fromOn: Day; untilOn: Day; now: Date; expiresAt: Date },
): Promise<void> {
  const { claimId, bedspaceId, fromOn, untilOn, now: offeredAt, expiresAt } = offer
  await trx.insertInto('referralClaim').values({ claimId, referralId, caseId }).execute()
  await trx
    .insertInto('offer')
    .values({
      id: newId(),
      referralId,
      caseId,
      bedspaceId,
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
