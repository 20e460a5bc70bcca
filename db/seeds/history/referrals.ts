import { addDays, type Day, daysBetween } from '~/domain/time/calendar'
import { addWorkingDays } from '~/domain/time/working-days'
import type { Route } from '~/domain/unmet-need/episode'
import type { Random } from './random'
import {
  NOT_TAKEN_UP,
  REFERRALS_MADE,
  REFUGE_ACCEPTS,
  UNSUCCESSFUL,
  type Unsuccessful,
} from './referral-calibration'
import { declineReasons, placeOf, reasonFor, referralThat, setAside, workingDayFrom } from './referral-steps'
import type { SyntheticReferral } from './synthetic-episode'

const KNOWN_AHEAD_DAYS = 56
/** Of the other referrals of somebody who came to live at one. */
const STILL_OPEN_WHEN_PLACED = 0.35

/** What the referrals of one case follow from. */
export interface ReferralsFrom {
  dateKnownOn: Day
  openedOn: Day
  releasedOn: Day
  isNeed: boolean
  /** How she was housed on the first night; null where she was not, or nobody knows. */
  route: Route | null
}

/** Why it was taken back, where somebody else found her a place. */
const HOUSED_OTHERWISE: Partial<Record<Route, string>> = {
  council: 'withdrawn.placed_by_council',
  cas: 'withdrawn.placed_by_cas',
  family: 'withdrawn.safe_family',
  other: 'withdrawn.placed_other',
}

/** All referrals of one case, the earliest first; none where there was no day left to make one. */
export function referralsOf(random: Random, from: ReferralsFrom): SyntheticReferral[] {
  const made: SyntheticReferral[] = []
  let submittedOn = firstSubmitted(random, from)
  for (let left = countOf(random, from); left > 0 && submittedOn < from.releasedOn; left -= 1) {
    const isLast = left === 1
    const one = isLast ? lastReferral(random, from, submittedOn) : inVain(random, from, submittedOn)
    made.push(one)
    submittedOn = addWorkingDays(one.decidedOn ?? one.acknowledgedOn ?? submittedOn, random.between(1, 6))
  }
  if (from.route === 'approved_route' && made.at(-1)?.outcome !== 'arrived')
    made.splice(-1, 1, arrival(random, from))
  const placedOn = made.at(-1)?.decidedOn
  return placedOn ? made.map(each => setAside(each, placedOn, from.releasedOn)) : made
}

function countOf(random: Random, { isNeed, route }: ReferralsFrom): number {
  const count = Number(random.pick(REFERRALS_MADE))
  if (route === 'approved_route') return Math.max(1, count)
  return isNeed || random.chance(0.05) ? count : 0
}

/** For a day known 8 weeks ahead by then, or within 5 working days of knowing; else any day before the release. */
function firstSubmitted(random: Random, { dateKnownOn, openedOn, releasedOn }: ReferralsFrom): Day {
  const eightWeeksAhead = addDays(releasedOn, -KNOWN_AHEAD_DAYS)
  const isInTime = random.chance(0.46)
  if (dateKnownOn <= eightWeeksAhead && isInTime) {
    return workingDayFrom(
      addDays(eightWeeksAhead, -random.between(0, daysBetween(dateKnownOn, eightWeeksAhead))),
    )
  }
  if (isInTime) return addWorkingDays(dateKnownOn, random.between(0, 5))
  const from = dateKnownOn > eightWeeksAhead ? dateKnownOn : addDays(eightWeeksAhead, 1)
  const late = addDays(from, random.between(0, Math.max(0, daysBetween(from, releasedOn) - 1)))
  return workingDayFrom(late < openedOn ? openedOn : late)
}

/** Where her place came by a referral, the last one brought it; some of the rest end as a place nobody took up. */
function lastReferral(random: Random, from: ReferralsFrom, submittedOn: Day): SyntheticReferral {
  if (from.route === 'approved_route') {
    return referralThat(
      random,
      { outcome: 'arrived', reasons: [] },
      { ...from, submittedOn },
      openToHer(random),
    )
  }
  if (from.route === null && random.chance(NOT_TAKEN_UP)) {
    const ended = { outcome: 'no_show', reasons: reasonFor(random, 'no_show') } as const
    return referralThat(random, ended, { ...from, submittedOn }, openToHer(random))
  }
  return inVain(random, from, submittedOn)
}

function inVain(random: Random, from: ReferralsFrom, submittedOn: Day): SyntheticReferral {
  const place = placeOf(random)
  if (from.route === 'approved_route' && random.chance(STILL_OPEN_WHEN_PLACED)) {
    return referralThat(random, { outcome: 'placed_elsewhere', reasons: [] }, { ...from, submittedOn }, place)
  }
  const outcome = place.isRefuge && !random.chance(REFUGE_ACCEPTS) ? 'declined' : random.pick(UNSUCCESSFUL)
  const ended = { outcome, reasons: reasonsOf(random, outcome, from.route) }
  return referralThat(random, ended, { ...from, submittedOn }, place)
}

function reasonsOf(random: Random, outcome: Unsuccessful, route: Route | null): string[] {
  if (outcome === 'expired') return []
  if (outcome === 'declined') return declineReasons(random)
  if (outcome === 'refused') return reasonFor(random, 'refused')
  const housed = route && HOUSED_OTHERWISE[route]
  return housed ? [housed] : reasonFor(random, 'withdrawn_in_vain')
}

/** What brought her place, however little time was left: submitted, taken and offered on the same working day before. */
function arrival(random: Random, { releasedOn }: ReferralsFrom): SyntheticReferral {
  const on = addWorkingDays(releasedOn, -1)
  return {
    ...openToHer(random),
    submittedOn: on,
    acknowledgedOn: on,
    decidedOn: on,
    outcome: 'arrived',
    reasons: [],
    workingDaysToDecision: 0,
    withinLimits: true,
  }
}

function openToHer(random: Random) {
  const place = placeOf(random)
  return place.isRefuge && !random.chance(REFUGE_ACCEPTS) ? { ...place, isRefuge: false } : place
}
