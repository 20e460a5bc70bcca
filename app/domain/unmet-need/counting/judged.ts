import type { Episode, EpisodeReferral } from '../episode'
import type { Period } from '../period'
import { addDays, type Day } from '../../time/calendar'
import { reasonMeaning, TOO_LATE, UNMET_REASONS } from '../../referral/events/reason-lists'

/** What an episode comes to, judged once for every measure that asks (product.md, "Reports"). */

/** How many days after release an outcome is asked for, and how many nights a place is followed. */
const DAY_91 = 91
const NIGHTS_FOLLOWED = 84

export function isIn(period: Pick<Period, 'startsOn' | 'endsOn'>, day: Day | null): boolean {
  return day !== null && day >= period.startsOn && day <= period.endsOn
}

/** A release to the community in the period; transfers, deportations and deaths are none. */
export function isReleasedIn(period: Period, episode: Episode): boolean {
  return episode.endedAs === 'released' && isIn(period, episode.releasedOn)
}

/** M1: ever recorded with nowhere to live, or a place for under 12 weeks. */
export function isInNeed({ housingNeed }: Episode): boolean {
  return housingNeed === 'nowhere' || housingNeed === 'under_12_weeks'
}

/** The first night: a stay with family counts as housed only where she says it is safe, and is not known where she did not say. */
export function firstNight({
  firstNight,
  firstNightRoute,
  isSafe,
}: Episode): 'housed' | 'not_housed' | 'unknown' {
  if (firstNight === null) return 'unknown'
  if (firstNight === 'not_housed') return 'not_housed'
  if (firstNightRoute !== 'family') return 'housed'
  if (isSafe === null) return 'unknown'
  return isSafe === 'yes' ? 'housed' : 'not_housed'
}

/** The day an episode's day 91 falls on; null where she was not released. */
export function day91Of({ releasedOn }: Episode): Day | null {
  return releasedOn === null ? null : addDays(releasedOn, DAY_91)
}

/** The day a place by referral has been followed for 84 nights. */
export function followedUntil({ placedOn }: Episode): Day | null {
  return placedOn === null ? null : addDays(placedOn, NIGHTS_FOLLOWED)
}

/** M12: whether the place was kept for 84 nights. An arrest at the gate, and a death before they are over, are counted nowhere: null. */
export function placeKept(episode: Episode): 'kept' | 'not_taken_up' | 'broken' | null {
  const { placeEndedAs, placeEndedOn } = episode
  const until = followedUntil(episode)
  if (placeEndedAs === 'gate_arrest' || until === null) return null
  if (placeEndedAs === 'not_taken_up') return 'not_taken_up'
  const isEndedBefore = placeEndedOn !== null && placeEndedOn < until
  if (isEndedBefore && placeEndedAs === 'died') return null
  return isEndedBefore && BROKEN.includes(placeEndedAs) ? 'broken' : 'kept'
}

/** Ended other than as planned. */
const BROKEN: readonly Episode['placeEndedAs'][] = ['evicted', 'abandoned', 'recalled', 'unsafe', 'hospital']
const UNSUCCESSFUL: readonly EpisodeReferral['outcome'][] = ['declined', 'expired', 'refused']

export function isUnsuccessful({ outcome }: EpisodeReferral): boolean {
  return UNSUCCESSFUL.includes(outcome)
}

/**
 * The reasons of an unsuccessful referral that tell of unmet need (product.md, "Reasons"): what she refused, unless she was housed by another way;
 * "too late" only where it is known that nothing else was found.
 */
export function unmetReasons({ reasons }: EpisodeReferral, episode: Episode): string[] {
  const night = firstNight(episode)
  return reasons.filter(reason => {
    if (reason === TOO_LATE) return night === 'not_housed'
    return UNMET_REASONS.includes(reason) && !(reason.startsWith('person.') && night === 'housed')
  })
}

/** A referral that ended because she was somewhere else: another place, back in custody, in hospital. */
export function isResolvedElsewhere({ outcome, reasons: [primary] }: EpisodeReferral): boolean {
  return outcome === 'placed_elsewhere' || (primary !== undefined && reasonMeaning(primary) === 'R')
}
