import { addDays, daysBetween, londonDay, londonInstant, type Day } from '../time/calendar'
import { addWorkingDays, isWorkingDay } from '../time/working-days'
import { factsOf, isAt, type Limit, type LimitDays, type ReferralState } from './states'

/** The time limits of the lifecycle (product.md, "Lifecycle", column "limit"). Safe for the browser. */

const CLOSE_OF_BUSINESS = '17:00'
const RING_FROM = '16:00'
const LAST_CALL = '20:00'
const NOON = '12:00'
const NEAR_RELEASE_DAYS = 5
/** So long after a release a referral that is still open stands first; later it is no longer a matter of hours. */
const OUT_DAYS = 7

/** What a limit may depend on. Unknown is null. */
export interface LimitFacts {
  releaseOn: Day | null
  assessmentAt: Date | null
  offerExpiresAt: Date | null
  /** Until when a bedspace is held for somebody whose release date nobody knows. */
  holdEndsAt?: Date | null
  /** By the region's settings; as the table of states says unless told. */
  limitDays?: LimitDays
}

/**
 * The instant by which a referral that entered a state `since` must leave it, or null where nothing is due. Working days
 * end at 17:00 in London; the same day and the day of release at 20:00. Never later than noon of the last working day
 * before the release: where that has passed there is no clock any more, and somebody must ring (`isRingNow`).
 */
export function dueAfter(state: ReferralState, facts: LimitFacts, now: Date, since = now): Date | null {
  // Asked again before the hold ends.
  if (facts.releaseOn === null && facts.holdEndsAt && state !== 'offered') return facts.holdEndsAt
  const due = ordinaryDue(limitOf(state, facts.limitDays), facts, since)
  const last = lastMoment(state, facts.releaseOn, now)
  if (due === null || last === null) return due
  return now >= last ? null : earlier(due, last)
}

/** When the provider of a referral must have looked at a new release date: as one that is to be reconfirmed. */
export function dueToLookAgain(facts: LimitFacts, now: Date): Date | null {
  return dueAfter('to_reconfirm', facts, now)
}

/**
 * When an offer expires that would by itself expire at an instant: no later than the last moment before the release. Once that
 * is past, not while the person may be on her way: at noon of the first working day after the night.
 */
export function cappedExpiry(expiresAt: Date, releaseOn: Day | null, now: Date): Date {
  const last = lastMoment('offered', releaseOn, now)
  if (last === null) return expiresAt
  if (now < last) return earlier(expiresAt, last)
  return noonAfter(expectedOn(londonDay(now), releaseOn))
}

/** True once no limit is left before the release: only a telephone call can still help. */
export function isRingNow(state: ReferralState, releaseOn: Day | null, now: Date): boolean {
  const last = lastMoment(state, releaseOn, now)
  return last !== null && now >= last
}

/** Whom an officer rings of a referral that nothing has settled on the day of release: from 16:00 on, and out of hours from 20:00. */
export type RingOnTheDay = 'provider' | 'out_of_hours'

/** Null before that, once somebody has arrived or it has ended, and days later. Until noon of the next day the line out of hours is rung. */
export function ringOnTheDay(state: ReferralState, releaseOn: Day | null, now: Date): RingOnTheDay | null {
  if (releaseOn === null || !isAt(state, 'before_offer', 'offer', 'place', 'moved')) return null
  if (now < londonInstant(releaseOn, RING_FROM) || releaseOn < outDays(londonDay(now)).from) return null
  const isNight =
    now >= londonInstant(releaseOn, LAST_CALL) && now < londonInstant(addDays(releaseOn, 1), NOON)
  return isNight ? 'out_of_hours' : 'provider'
}

/** The days of release of those who stand first in every list: who left in the last days, leaves today or tomorrow. */
export function outDays(today: Day): { from: Day; to: Day } {
  return { from: addDays(today, -OUT_DAYS), to: addDays(today, 1) }
}

/** Noon of the last working day before the release; null where no release limits the state, or it was days ago. */
export function lastMoment(state: ReferralState, releaseOn: Day | null, now: Date): Date | null {
  if (releaseOn === null || !factsOf(state).endsBeforeRelease) return null
  if (releaseOn < outDays(londonDay(now)).from) return null
  return londonInstant(addWorkingDays(releaseOn, -1), NOON)
}

/** Close of business that many days on, or of the working day after. */
export function workingDayAfterDays(now: Date, days: number): Date {
  return londonInstant(workingDayFrom(addDays(londonDay(now), days)), CLOSE_OF_BUSINESS)
}

function limitOf(state: ReferralState, days: LimitDays = {}): Limit | undefined {
  const { limit } = factsOf(state)
  return limit && 'days' in limit ? { ...limit, days: days[state] ?? limit.days } : limit
}

function ordinaryDue(limit: Limit | undefined, facts: LimitFacts, now: Date): Date | null {
  if (!limit) return null
  switch (limit.kind) {
    case 'working_days':
      return limit.quickNearRelease && isNearRelease(facts.releaseOn, now)
        ? endOfSameDay(now)
        : workingDaysAfter(now, limit.days)
    case 'days':
      return workingDayAfterDays(now, limit.days)
    case 'after_assessment':
      return workingDaysAfter(facts.assessmentAt ?? now, limit.days)
    case 'offer':
      return facts.offerExpiresAt
    case 'release_day':
      return facts.releaseOn === null ? null : londonInstant(facts.releaseOn, LAST_CALL)
  }
}

/** Close of business, that many working days after an instant. */
export function workingDaysAfter(instant: Date, days: number): Date {
  return londonInstant(addWorkingDays(londonDay(instant), days), CLOSE_OF_BUSINESS)
}

/** The day a person is expected: the first night, or the release where that is later. */
export function expectedOn(firstNight: Day, releaseOn: Day | null): Day {
  return releaseOn !== null && releaseOn > firstNight ? releaseOn : firstNight
}

/** A no-show, and the bed it frees, not before noon of the first working day after the day the person was expected. */
export function noShowAllowedFrom(firstNight: Day, releaseOn: Day | null): Date {
  return noonAfter(expectedOn(firstNight, releaseOn))
}

/** Noon of the first working day after a night: until then nobody may be there who could be rung. */
function noonAfter(night: Day): Date {
  return londonInstant(addWorkingDays(night, 1), NOON)
}

function isNearRelease(releaseOn: Day | null, now: Date): boolean {
  return releaseOn !== null && daysBetween(londonDay(now), releaseOn) <= NEAR_RELEASE_DAYS
}

/** After the last call, the same day ends at midnight; on a day nobody works it is the next working day. */
function endOfSameDay(now: Date): Date {
  const today = londonDay(now)
  if (!isWorkingDay(today)) return londonInstant(workingDayFrom(today), CLOSE_OF_BUSINESS)
  const lastCall = londonInstant(today, LAST_CALL)
  return now < lastCall ? lastCall : londonInstant(addDays(today, 1))
}

/** The day itself, or the next on which anybody works. */
function workingDayFrom(day: Day): Day {
  return isWorkingDay(day) ? day : addWorkingDays(day, 1)
}

function earlier(one: Date, other: Date): Date {
  return one < other ? one : other
}
