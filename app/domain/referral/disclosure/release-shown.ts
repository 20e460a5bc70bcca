import type { Tier } from '../../eligibility/facts'
import { releaseWords } from '../../case/record/case-in-words'
import type { ReleaseConfidence } from '../../case/record/person-case'
import { addDays, daysBetween, isoWeekday, type Day } from '../../time/calendar'
import { dayOrYear } from '../../time/near-time'

/**
 * When somebody leaves prison, as a reader of a tier may know it: triage reads the week (product.md, "Who sees what"). The
 * database gives triage no more (readable_release); who reads more is shown here what triage would be, before it is sent and on paper.
 */

/** A release as the database gives it: the day; where the reader knows the week alone, its Monday and its Sunday. */
export interface Release {
  releaseOn: Day | null
  releaseUntil?: Day | null
}

/** From so many days before it on, triage reads the day itself. */
export const DAY_OPENS = 7

/** The day of release where the tier may read it on a day; null where it is not known, or the week alone is told. */
export function releaseDayAt(tier: Tier, { releaseOn, releaseUntil }: Release, today: Day): Day | null {
  if (releaseOn === null || releaseUntil) return null
  return tier >= 2 || daysBetween(today, releaseOn) <= DAY_OPENS ? releaseOn : null
}

/** 'Mon 28 December (in 36 days) · firm', 'Week of Mon 28 December · firm', or that it is not known. */
export function releaseShown(
  release: Release & { releaseConfidence: ReleaseConfidence },
  tier: Tier,
  today: Day,
): string {
  const { releaseOn, releaseConfidence } = release
  const words = releaseWords(releaseOn, releaseConfidence, today)
  if (releaseOn === null || releaseDayAt(tier, release, today) !== null) return words
  const [, ...confidence] = words.split(' · ')
  return [`Week of ${weekOf(releaseOn, today)}`, ...confidence].join(' · ')
}

/** 'Release Mon 28 December', 'Release in the week of Mon 28 December', for a line of a list. */
export function releaseLine(release: Release, tier: Tier, today: Day): string {
  if (release.releaseOn === null) return 'Release date not known'
  const day = releaseDayAt(tier, release, today)
  return day === null
    ? `Release in the week of ${weekOf(release.releaseOn, today)}`
    : `Release ${dayOrYear(day, today)}`
}

/** 'on Mon 28 December', or 'in the week of Mon 28 December', inside a sentence; null where no day is known. */
export function releaseInWords(release: Release, tier: Tier, today: Day): string | null {
  if (release.releaseOn === null) return null
  const day = releaseDayAt(tier, release, today)
  return day === null ? `in the week of ${weekOf(release.releaseOn, today)}` : `on ${dayOrYear(day, today)}`
}

/** The day itself, or for a tier that reads the week alone, its Monday: a day to begin with that tells no more. */
export function firstDayTold(release: Release, tier: Tier, today: Day): Day | null {
  return (
    releaseDayAt(tier, release, today) ?? (release.releaseOn === null ? null : mondayOf(release.releaseOn))
  )
}

/** The day itself, or where the week alone is known, its Sunday: a day by which it has been. */
export function lastDayRead({ releaseOn, releaseUntil }: Release): Day | null {
  return releaseUntil ?? releaseOn
}

function weekOf(day: Day, today: Day): string {
  return dayOrYear(mondayOf(day), today)
}

function mondayOf(day: Day): Day {
  return addDays(day, 1 - isoWeekday(day))
}
