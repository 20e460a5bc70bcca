import type { Tier } from '../../eligibility/facts'
import { releaseWords } from '../../person-case/case-words'
import type { ReleaseConfidence } from '../../person-case/person-case'
import { addDays, daysBetween, isoWeekday, type Day } from '../../region/calendar'
import { dayOrYear } from '../../region/near-time'

/** When somebody leaves prison, as a reader of a tier may know it: triage reads the week (product.md, "Who sees what"). */

/** From so many days before it on, triage reads the day itself. */
const DAY_OPENS = 7

/** The day of release where the tier may read it on a day; null where it is not known, or the week alone is told. */
export function releaseDayAt(tier: Tier, releaseOn: Day | null, today: Day): Day | null {
  if (releaseOn === null || tier >= 2) return releaseOn
  return daysBetween(today, releaseOn) <= DAY_OPENS ? releaseOn : null
}

/** 'Mon 28 December (in 36 days) · firm', 'Week of Mon 28 December · firm', or that it is not known. */
export function releaseShown(
  { releaseOn, releaseConfidence }: { releaseOn: Day | null; releaseConfidence: ReleaseConfidence },
  tier: Tier,
  today: Day,
): string {
  const words = releaseWords(releaseOn, releaseConfidence, today)
  if (releaseOn === null || releaseDayAt(tier, releaseOn, today) !== null) return words
  const [, ...confidence] = words.split(' · ')
  return [`Week of ${weekOf(releaseOn, today)}`, ...confidence].join(' · ')
}

/** 'Release Mon 28 December', 'Release in the week of Mon 28 December', for a line of a list. */
export function releaseLine(releaseOn: Day | null, tier: Tier, today: Day): string {
  if (releaseOn === null) return 'Release date not known'
  const day = releaseDayAt(tier, releaseOn, today)
  return day === null
    ? `Release in the week of ${weekOf(releaseOn, today)}`
    : `Release ${dayOrYear(day, today)}`
}

/** 'on Mon 28 December', or 'in the week of Mon 28 December', inside a sentence. */
export function releaseInWords(releaseOn: Day, tier: Tier, today: Day): string {
  const day = releaseDayAt(tier, releaseOn, today)
  return day === null ? `in the week of ${weekOf(releaseOn, today)}` : `on ${dayOrYear(day, today)}`
}

/** The day itself, or for a tier that reads the week alone, its Monday: a day to begin with that tells no more. */
export function firstDayTold(releaseOn: Day | null, tier: Tier, today: Day): Day | null {
  return releaseDayAt(tier, releaseOn, today) ?? (releaseOn === null ? null : mondayOf(releaseOn))
}

/** The Sunday of the week told where that alone is; null where the day itself is, or nobody knows it. */
export function lastDayTold(releaseOn: Day | null, tier: Tier, today: Day): Day | null {
  if (releaseOn === null || releaseDayAt(tier, releaseOn, today) !== null) return null
  return addDays(mondayOf(releaseOn), 6)
}

function weekOf(day: Day, today: Day): string {
  return dayOrYear(mondayOf(day), today)
}

function mondayOf(day: Day): Day {
  return addDays(day, 1 - isoWeekday(day))
}
