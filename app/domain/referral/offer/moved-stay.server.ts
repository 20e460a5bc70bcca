import { sql, type Transaction } from 'kysely'
import type { DB } from '@db/schema'
import { addDays, daysBetween, type Day } from '../../time/calendar'
import { afterTurnaround, offerTermsOf } from './offer-terms.server'
import type { LatestOffer } from './offer-claims.server'

/** Days a bedspace is claimed for, half-open: the stay and the turnaround after it. */
export interface ClaimedDays {
  from: Day
  until: Day
}

/** The days an offer would claim if its stay began on another day and lasted as long. */
export async function movedStay(
  trx: Transaction<DB>,
  referral: { serviceId: string },
  offer: Pick<LatestOffer, 'fromOn' | 'untilOn'>,
  to: Day,
): Promise<ClaimedDays & { untilOn: Day }> {
  const untilOn = addDays(offer.untilOn, daysBetween(offer.fromOn, to))
  const terms = await offerTermsOf(trx, referral.serviceId)
  return { from: to, untilOn, until: afterTurnaround(terms, untilOn) }
}

/** Of a row of `offer`: the release has moved since it was made, so that the stay begins at the release (see `reconfirmedFrom`). */
export const releaseMovedSince = sql<boolean>`exists (
  select from referral_history h
  where h.referral_id = offer.referral_id and h.event = 'date_moved' and h.happened_at >= offer.offered_at)`

/** The days an offer would have if it were reconfirmed now: from the release, where that has moved since; else as it was offered. */
export async function stayToReconfirm(
  trx: Transaction<DB>,
  referral: { serviceId: string },
  offer: Pick<LatestOffer, 'id' | 'fromOn' | 'untilOn'>,
  releaseOn: Day,
): Promise<ClaimedDays & { untilOn: Day }> {
  return movedStay(trx, referral, offer, await reconfirmedFrom(trx, offer, releaseOn))
}

async function reconfirmedFrom(
  trx: Transaction<DB>,
  offer: Pick<LatestOffer, 'id' | 'fromOn'>,
  releaseOn: Day,
): Promise<Day> {
  const { isMoved } = await trx
    .selectFrom('offer')
    .select(releaseMovedSince.as('isMoved'))
    .where('offer.id', '=', offer.id)
    .executeTakeFirstOrThrow()
  return isMoved ? releaseOn : offer.fromOn
}

/** From the first to the last day that a referral's standing claims cover; null when it has none, or they have lapsed. */
export async function heldDays(
  trx: Transaction<DB>,
  referralId: string,
  now: Date,
): Promise<ClaimedDays | null> {
  const { from, until } = await trx
    .selectFrom('referralClaim')
    .innerJoin('bedspaceClaim', 'bedspaceClaim.id', 'referralClaim.claimId')
    .select([sql<Day | null>`min(lower(during))`.as('from'), sql<Day | null>`max(upper(during))`.as('until')])
    .where('referralClaim.referralId', '=', referralId)
    .where('bedspaceClaim.active', '=', true)
    .where(sql<boolean>`(lapses_at is null or lapses_at > ${now})`)
    .executeTakeFirstOrThrow()
  return from !== null && until !== null ? { from, until } : null
}

/** What of the wanted days the held ones leave uncovered, before and after. */
export function uncovered(wanted: ClaimedDays, held: ClaimedDays | null): ClaimedDays[] {
  if (held === null) return [{ from: wanted.from, until: wanted.until }]
  const gaps: ClaimedDays[] = []
  if (wanted.from < held.from) gaps.push({ from: wanted.from, until: held.from })
  if (wanted.until > held.until) gaps.push({ from: held.until, until: wanted.until })
  return gaps
}
