import { type Day, formatDayLong, relativeDay } from '~/domain/time/calendar'
import type { CohortShown } from '~/domain/programme/programme-queries.server'

/** One run of a programme in words. */
export interface CohortRow {
  id: string
  dates: string
  placesLeft: string
  lastReferral: string
}

/** The runs of a programme that have not ended, in words: when, how many places are left, and until when one can refer. */
export function cohortRows(cohorts: readonly CohortShown[], today: Day): CohortRow[] {
  return cohorts.map(({ id, startsOn, endsOn, lastReferralOn, isOpen, left, capacity, waiting }) => ({
    id,
    dates: `${formatDayLong(startsOn)} to ${formatDayLong(endsOn)}`,
    placesLeft: left > 0 ? `${left} of ${capacity}` : `Full${waiting > 0 ? `, ${waiting} waiting` : ''}`,
    lastReferral: isOpen
      ? `${formatDayLong(lastReferralOn)} (${relativeDay(lastReferralOn, today)})`
      : 'Closed to referrals',
  }))
}
