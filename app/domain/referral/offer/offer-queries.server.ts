import { sql, type Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { Day } from '../../time/calendar'
import { daysBetween, stayNotGone } from '../../vacancy/claims/claim-bedspace.server'
import type { StayAhead } from './someone-there'
import { stayAheadOf } from './someone-there.server'
import { type ClaimedDays, stayToReconfirm } from './moved-stay.server'

/** The latest offer of a referral, with what stands in the way where its date has moved. */
export interface OfferShown {
  id: string
  bedspaceId: string
  bedspaceName: string
  /** 'shared', 'self_contained' … */
  bedspaceType: string
  fromOn: Day
  untilOn: Day
  offeredAt: Date
  expiresAt: Date
  extendedAt: Date | null
  endedAt: Date | null
  ending: string | null
  /** Until when the bedspace is held for the person; null where it is firm, or not held at all. */
  heldUntil: Date | null
  isHeld: boolean
  /** Somebody who is still in the bedspace, and is to leave before. */
  stayAhead: StayAhead | null
  /** Only while it is to be reconfirmed for other days than it was made for, and those may be told: the days it would have. */
  reconfirmFor: { fromOn: Day; untilOn: Day } | null
  /** Only while it is to be reconfirmed: another claim on the bedspace in the days it would have. */
  conflict: OfferConflict | null
}

/** What stands in the way of an offer that is to be reconfirmed, up to `until` (null: for good). */
export interface OfferConflict {
  until: Day | null
  /** Somebody stays there. */
  isStay: boolean
}

export interface PlacementShown {
  claimId: string
  bedspaceId: string
  bedspaceName: string
  arrivedOn: Day
  /** As the board says it; null where nobody knows. */
  expectedDepartureOn: Day | null
  /** The day she leaves is sure. */
  isSure: boolean
  /** A move to another room that is planned, and not recorded yet. */
  move: { claimId: string; on: Day; bedspaceId: string; bedspaceName: string } | null
  departedOn: Day | null
  departure: string | null
}

/** The latest offer, or null when none was made. */
export async function offerShown(
  trx: Transaction<DB>,
  referral: { id: string; serviceId: string; state: string; releaseOn: Day | null; releaseUntil: Day | null },
  now: Date,
): Promise<OfferShown | null> {
  const offer = await trx
    .selectFrom('offer')
    .innerJoin('bedspaceClaim', 'bedspaceClaim.id', 'offer.claimId')
    .innerJoin('bedspace', 'bedspace.id', 'bedspaceClaim.bedspaceId')
    .select([
      'offer.id',
      'bedspace.id as bedspaceId',
      'bedspace.name as bedspaceName',
      'bedspace.type as bedspaceType',
      'offer.fromOn',
      'offer.untilOn',
    ])
    .select([
      'offer.id',
      'offer.offeredAt',
      'offer.expiresAt',
      'offer.extendedAt',
      'offer.endedAt',
      'offer.ending',
    ])
    .select(['bedspaceClaim.active', 'bedspaceClaim.lapsesAt'])
    .where('offer.referralId', '=', referral.id)
    .orderBy('offer.offeredAt', 'desc')
    .executeTakeFirst()
  if (!offer) return null
  const isDayTold = referral.releaseUntil === null
  const movedTo = referral.state === 'to_reconfirm' && isDayTold ? referral.releaseOn : null
  const stay = movedTo === null ? null : await stayToReconfirm(trx, referral, offer, movedTo)
  const { active, lapsesAt, ...rest } = offer
  const isHeld = active && (lapsesAt === null || lapsesAt > now)
  return {
    ...rest,
    isHeld,
    heldUntil: isHeld ? lapsesAt : null,
    stayAhead: await stayAheadOf(trx, offer),
    reconfirmFor: stay && stay.from !== offer.fromOn ? { fromOn: stay.from, untilOn: stay.untilOn } : null,
    conflict: stay === null ? null : await conflictOf(trx, referral, offer.bedspaceId, stay, now),
  }
}

/** The stay, or null before arrival. */
export async function placementShown(
  trx: Transaction<DB>,
  referralId: string,
): Promise<PlacementShown | null> {
  const placement = await trx
    .selectFrom('placement')
    .innerJoin('bedspaceClaim', 'bedspaceClaim.id', 'placement.claimId')
    .innerJoin('bedspace', 'bedspace.id', 'bedspaceClaim.bedspaceId')
    .leftJoin('bedspaceClaim as there', join =>
      join.onRef('there.id', '=', 'bedspaceClaim.movedTo').on('bedspaceClaim.leavingSure', '=', true),
    )
    .leftJoin('bedspace as room', 'room.id', 'there.bedspaceId')
    .select(['bedspace.id as bedspaceId', 'bedspace.name as bedspaceName', 'placement.arrivedOn'])
    .select(['placement.claimId', 'bedspaceClaim.expectedUntil', 'bedspaceClaim.leavingSure'])
    .select(['there.id as thereId', 'there.bedspaceId as roomId', 'room.name as roomName'])
    .select('there.expectedUntil as thereUntil')
    .select(['placement.departedOn', 'placement.departure'])
    .where('placement.referralId', '=', referralId)
    .executeTakeFirst()
  if (!placement) return null
  const { expectedUntil, leavingSure, thereId, roomId, roomName, thereUntil, ...stay } = placement
  if (thereId === null || roomId === null || roomName === null || expectedUntil === null)
    return { ...stay, expectedDepartureOn: expectedUntil, isSure: leavingSure, move: null }
  const move = { claimId: thereId, on: expectedUntil, bedspaceId: roomId, bedspaceName: roomName }
  return { ...stay, expectedDepartureOn: thereUntil, isSure: false, move }
}

async function conflictOf(
  trx: Transaction<DB>,
  referral: { id: string },
  bedspaceId: string,
  stay: ClaimedDays,
  now: Date,
): Promise<OfferConflict | null> {
  const notGone = await stayNotGone(trx, bedspaceId, now)
  if (notGone) return { until: null, isStay: true }
  const other = await trx
    .selectFrom('bedspaceClaim')
    .select([sql<Day | null>`upper(during)`.as('until'), sql<boolean>`kind = 'occupied'`.as('isStay')])
    .where('bedspaceId', '=', bedspaceId)
    .where('active', '=', true)
    .where(sql<boolean>`during && ${daysBetween(stay)}::daterange`)
    .where(sql<boolean>`(lapses_at is null or lapses_at > ${now})`)
    .where('id', 'not in', query =>
      query.selectFrom('referralClaim').select('claimId').where('referralId', '=', referral.id),
    )
    .orderBy('during', 'desc')
    .executeTakeFirst()
  return other ?? null
}
