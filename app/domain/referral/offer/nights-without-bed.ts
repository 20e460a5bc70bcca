import { daysBetween, type Day } from '../../time/calendar'
import { dayOrYear } from '../../time/near-time'

/** How many nights lie between a release and the first night of a stay; 0 where the bed is there in time, or the day is not known. */
export function nightsWithoutBed(releaseOn: Day | null, fromOn: Day | null): number {
  if (releaseOn === null || fromOn === null) return 0
  return Math.max(0, daysBetween(releaseOn, fromOn))
}

/** '6 nights without a bed: release is on …, the first night on …'; null for none. */
export function nightsWithoutBedWords(releaseOn: Day | null, fromOn: Day | null, today: Day): string | null {
  const nights = nightsWithoutBed(releaseOn, fromOn)
  if (nights === 0 || releaseOn === null || fromOn === null) return null
  const words = nights === 1 ? '1 night' : `${nights} nights`
  return `${words} without a bed: release is on ${dayOrYear(releaseOn, today)}, the first night is ${dayOrYear(fromOn, today)}.`
}
