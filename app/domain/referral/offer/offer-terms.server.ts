import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import { addDays, londonDay, londonInstant, londonTime, type Day } from '../../time/calendar'
import { addWorkingDays } from '../../time/working-days'
import { firstDayTold } from '../disclosure/release-shown'
import { cappedExpiry, workingDayAfterDays, workingDaysAfter } from '../due'

/** What a service says about its offers. */
export interface OfferTerms {
  offerWorkingDays: number
  turnaroundWorkingDays: number
  maxStayWeeks: number | null
  /** null: holds as long as the offer lasts; 0: holds nothing before release; n: days. */
  holdDays: number | null
}

/** Where a service states no longest stay. */
const USUAL_STAY_WEEKS = 26
/** As often as a place on a waiting list is asked about. */
const USUAL_HOLD_DAYS = 14

/** The terms of a referral's service. */
export async function offerTermsOf(trx: Transaction<DB>, serviceId: string): Promise<OfferTerms> {
  return trx
    .selectFrom('service')
    .select(['offerWorkingDays', 'turnaroundWorkingDays', 'maxStayWeeks', 'holdDays'])
    .where('id', '=', serviceId)
    .executeTakeFirstOrThrow()
}

/**
 * When an offer that counts from an instant expires: close of business, as many working days on as the service gives, and
 * never so late that the person is out before she answers.
 */
export function offerExpiry(terms: OfferTerms, from: Date, releaseOn: Day | null, now: Date): Date {
  return expiryTold(workingDaysAfter(from, terms.offerWorkingDays), releaseOn, now)
}

/**
 * Capped by the release as triage may know it on the day: whoever of the house reads the offer reads when it expires, and is told
 * no more by it than the week.
 */
export function expiryTold(expiresAt: Date, releaseOn: Day | null, now: Date): Date {
  return cappedExpiry(expiresAt, firstDayTold({ releaseOn }, 1, londonDay(now)), now)
}

/** When the hold of an offer lapses: with the offer, or sooner where the landlord holds for fewer days. */
export function holdLapse(terms: OfferTerms, offeredAt: Date, expiresAt: Date): Date {
  if (terms.holdDays === null) return expiresAt
  const given = londonInstant(addDays(londonDay(offeredAt), terms.holdDays), londonTime(offeredAt))
  return given < expiresAt ? given : expiresAt
}

/** Until when a place is held while nobody knows the release date: 14 days, or as many as the landlord holds one for. */
export function holdWithoutDate({ holdDays }: OfferTerms, now: Date): Date {
  return workingDayAfterDays(now, holdDays === null || holdDays === 0 ? USUAL_HOLD_DAYS : holdDays)
}

/** The day after the last of a stay that begins on a day, where nobody says otherwise. */
export function endOfLongestStay(terms: OfferTerms, fromOn: Day): Day {
  return addDays(fromOn, (terms.maxStayWeeks ?? USUAL_STAY_WEEKS) * 7)
}

/** The day from which the bedspace can be another's: the departure, plus turnaround in working days. */
export function afterTurnaround(terms: OfferTerms, departureOn: Day): Day {
  return addWorkingDays(departureOn, terms.turnaroundWorkingDays)
}

/** What is left of promised days, with the turnaround after them; null where they are over. */
export function promisedStill(
  terms: OfferTerms,
  { fromOn, untilOn }: { fromOn: Day; untilOn: Day },
  now: Date,
): { from: Day; until: Day } | null {
  const today = londonDay(now)
  const from = fromOn < today ? today : fromOn
  return untilOn <= from ? null : { from, until: afterTurnaround(terms, untilOn) }
}
