import { addDays, daysBetween, londonDay, londonInstant, type Day } from '../region/calendar'
import { addWorkingDays } from '../region/working-days'
import type { ReferralState } from './referral'

/** The time limits of the lifecycle (product.md, "Lifecycle", column "limit"). Safe for the browser. */

type Limit =
  /** Working days after now; the same day when release is within five days and `quickNearRelease`. */
  | { kind: 'working_days'; days: number; quickNearRelease?: true }
  | { kind: 'days'; days: number }
  /** Working days after the assessment. */
  | { kind: 'after_assessment'; days: number }
  /** As long as the offer stands. */
  | { kind: 'offer' }
  /** 20:00 on the day of release: then somebody calls. */
  | { kind: 'release_day' }

export const LIMITS: Partial<Record<ReferralState, Limit>> = {
  draft: { kind: 'days', days: 30 },
  submitted: { kind: 'working_days', days: 1 },
  information_requested: { kind: 'working_days', days: 3 },
  under_review: { kind: 'working_days', days: 3, quickNearRelease: true },
  assessment_booked: { kind: 'after_assessment', days: 2 },
  waiting_list: { kind: 'days', days: 14 },
  offered: { kind: 'offer' },
  accepted: { kind: 'release_day' },
  awaiting_approval: { kind: 'working_days', days: 5 },
  to_reconfirm: { kind: 'working_days', days: 1, quickNearRelease: true },
  arrived: { kind: 'days', days: 91 },
}

const CLOSE_OF_BUSINESS = '17:00'
const LAST_CALL = '20:00'
const NEAR_RELEASE_DAYS = 5

/** What a limit may depend on. Unknown is null. */
export interface LimitFacts {
  releaseOn: Day | null
  assessmentAt: Date | null
  offerExpiresAt: Date | null
}

/**
 * The instant by which a referral that enters a state now must leave it, or null where nothing is due. Working days end at
 * 17:00 in London; the same day and the day of release at 20:00.
 */
export function dueAfter(state: ReferralState, facts: LimitFacts, now: Date): Date | null {
  const limit = LIMITS[state]
  if (!limit) return null
  switch (limit.kind) {
    case 'working_days':
      return limit.quickNearRelease && isNearRelease(facts.releaseOn, now)
        ? endOfSameDay(now)
        : workingDaysAfter(now, limit.days)
    case 'days':
      return londonInstant(addDays(londonDay(now), limit.days), CLOSE_OF_BUSINESS)
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

/** A no-show, and the bed it frees, not before noon on the day after the day the person was expected. */
export function noShowAllowedFrom(firstNight: Day, releaseOn: Day | null): Date {
  return londonInstant(addDays(expectedOn(firstNight, releaseOn), 1), '12:00')
}

function isNearRelease(releaseOn: Day | null, now: Date): boolean {
  return releaseOn !== null && daysBetween(londonDay(now), releaseOn) <= NEAR_RELEASE_DAYS
}

/** After the last call, the same day ends at midnight. */
function endOfSameDay(now: Date): Date {
  const today = londonDay(now)
  const lastCall = londonInstant(today, LAST_CALL)
  return now < lastCall ? lastCall : londonInstant(addDays(today, 1))
}
