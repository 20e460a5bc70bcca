import { type Day, formatDayLong, relativeDay } from '~/domain/time/calendar'
import { runTimeWords } from '~/domain/programme/run-time'
import type { CohortShown } from '~/domain/programme/programme-queries.server'

/** One run of a programme in words. */
export interface CohortRow {
  id: string
  dates: string
  /** When and where, as far as it is stated. */
  where: string[]
  placesLeft: string
  lastReferral: string
}

/** The runs of a programme that have not ended, in words: when, how many places are left, and until when one can refer. */
export function cohortRows(cohorts: readonly CohortShown[], today: Day): CohortRow[] {
  return cohorts.map(({ id, startsOn, endsOn, lastReferralOn, isOpen, left, capacity, waiting, ...at }) => ({
    id,
    dates: `${formatDayLong(startsOn)} to ${formatDayLong(endsOn)}`,
    where: [runTimeWords(at), at.place].filter(said => said !== null),
    placesLeft: left > 0 ? `${left} of ${capacity}` : `Full${waiting > 0 ? `, ${waiting} waiting` : ''}`,
    lastReferral: isOpen
      ? `${formatDayLong(lastReferralOn)} (${relativeDay(lastReferralOn, today)})`
      : 'Closed to referrals',
  }))
}
