import { leavesNoPrison } from '../../case/closing/case-closing'
import { releasedOn } from '../../outcome/check-times'
import { isAt } from '../../referral/states'
import type { Day } from '../../time/calendar'
import type { EndedAs, Episode } from '../episode'
import { isSameRelease } from '../same-release'
import type { DrawnFrom } from './drawn-from'
import { standingCheck } from './standing-check'

/** The day of release as far as it is known: that of the case, or an arrival before it. */
export function releaseDay({ releaseOn, referrals }: DrawnFrom): Day | null {
  const arrivals = referrals.flatMap(({ state, placement }) =>
    placement && (isAt(state, 'stay') || state === 'departed') ? [placement.arrivedOn] : [],
  )
  return releasedOn(releaseOn, arrivals.sort()[0] ?? null)
}

/**
 * How it ended by a day. A release is one once its day is over, or somebody was seen outside; a case that was closed before that for another
 * reason than being housed released nobody.
 */
export function endOf(from: DrawnFrom, today: Day): Pick<Episode, 'endedAs' | 'releasedOn'> {
  const released = releaseDay(from)
  const endedAs = endedAsOf(from, released, today)
  if (endedAs === 'released') return { endedAs, releasedOn: released }
  const isEnd = endedAs === 'transferred' || endedAs === 'died' || endedAs === 'deported'
  return { endedAs, releasedOn: isEnd ? (from.closing?.closedOn ?? released) : null }
}

/** Since when the date was known, within a week of what it came to; null while it is not. */
export function dateKnownOn({ releaseOn, openedOn, dateChanges }: DrawnFrom): Day | null {
  if (releaseOn === null) return null
  const other = dateChanges.findLast(({ from }) => from === null || !isSameRelease(from, releaseOn))
  return other?.on ?? openedOn
}

function endedAsOf(from: DrawnFrom, released: Day | null, today: Day): EndedAs {
  const { closing } = from
  const wasOut = isSeenOutside(from, released)
  if (closing?.reason === 'deported' && !wasOut) return 'deported'
  if (closing && leavesNoPrison(closing.reason, closing.closedOn, released)) {
    if (closing.reason === 'transferred' || closing.reason === 'died') return closing.reason
    return 'not_released'
  }
  if (!wasOut && standingCheck(from, 'day_91', released)?.settled === 'deported') return 'deported'
  if (closing?.reason === 'other' && !wasOut && (released === null || closing.closedOn < released)) {
    return 'not_released'
  }
  return released !== null && (released < today || wasOut) ? 'released' : 'open'
}

function isSeenOutside(from: DrawnFrom, released: Day | null): boolean {
  const housed = standingCheck(from, 'first_night', released)?.housed ?? 'unknown'
  return (
    housed !== 'unknown' || from.referrals.some(({ state, placement }) => placement && isAt(state, 'stay'))
  )
}
