import { addDays, type Day, daysBetween } from '~/domain/time/calendar'
import { addWorkingDays, isWorkingDay, workingDaysBetween } from '~/domain/time/working-days'
import type { Random } from './random'
import {
  DAYS_TO_DECISION,
  DAYS_TO_STEP,
  DECLINED_FOR,
  type Ended,
  FULL,
  NEEDS,
  OTHER_GROUNDS,
  REASONS_OF,
  REFUGE_SHARE_OF_WOMEN_ONLY,
  RISK,
  WOMEN_ONLY_SHARE,
} from './referral-calibration'
import type { SyntheticReferral } from './synthetic-episode'

const LIMIT_OF_FIRST_STEP = 1
const LIMIT_OF_DECISION = 3
const NEAR_RELEASE_DAYS = 5

/** The place a referral goes to. */
export type Place = Pick<SyntheticReferral, 'isWomenOnly' | 'isRefuge'>

/** Where it is sent. */
export function placeOf(random: Random): Place {
  const isWomenOnly = random.chance(WOMEN_ONLY_SHARE)
  return { isWomenOnly, isRefuge: isWomenOnly && random.chance(REFUGE_SHARE_OF_WOMEN_ONLY) }
}

/**
 * A referral that ends as said: its first step and its decision on working days, all before the release. One withdrawn before anybody decided has
 * no decision.
 */
export function referralThat(
  random: Random,
  { outcome, reasons }: { outcome: Ended; reasons: readonly string[] },
  { submittedOn, releasedOn }: { submittedOn: Day; releasedOn: Day },
  place: Place,
): SyntheticReferral {
  const steps = stepsOf(random, submittedOn, releasedOn)
  const { acknowledgedOn } = steps
  const isUndecided = outcome === 'withdrawn' || outcome === 'placed_elsewhere'
  const decidedOn = isUndecided ? null : steps.decidedOn
  const isOvertaken = !isUndecided && decidedOn === null
  return {
    ...place,
    submittedOn,
    acknowledgedOn,
    decidedOn,
    outcome: isOvertaken ? 'withdrawn' : outcome,
    reasons: isOvertaken ? ['withdrawn.released_early'] : reasons,
    workingDaysToDecision: decidedOn === null ? null : workingDaysBetween(submittedOn, decidedOn),
    withinLimits: isInside({ submittedOn, acknowledgedOn, decidedOn }, releasedOn),
  }
}

/** The provider's steps, as far as they come before the release. */
function stepsOf(random: Random, submittedOn: Day, releasedOn: Day) {
  const acknowledgedOn = addWorkingDays(submittedOn, Number(random.pick(DAYS_TO_STEP)))
  const decidedOn = addWorkingDays(acknowledgedOn, Number(random.pick(DAYS_TO_DECISION)))
  return {
    acknowledgedOn: acknowledgedOn < releasedOn ? acknowledgedOn : null,
    decidedOn: decidedOn < releasedOn ? decidedOn : null,
  }
}

/** One that waits while another brings her a place: it is set aside on the day that one is accepted, late where its limit was over by then. */
export function setAside(referral: SyntheticReferral, placedOn: Day, releasedOn: Day): SyntheticReferral {
  if (referral.outcome !== 'placed_elsewhere') return referral
  return { ...referral, withinLimits: isInside(referral, releasedOn, placedOn) }
}

/**
 * One working day to the first step; three more to the decision, and none within five days of release. A step that was never taken says
 * nothing, but late where it ended after its limit. @param endedOn when what was undecided ended; left out, before any limit
 */
function isInside(
  {
    submittedOn,
    acknowledgedOn,
    decidedOn,
  }: Pick<SyntheticReferral, 'submittedOn' | 'acknowledgedOn' | 'decidedOn'>,
  releasedOn: Day,
  endedOn: Day | null = null,
): boolean | null {
  const firstStep = acknowledgedOn ?? endedOn
  if (firstStep !== null && workingDaysBetween(submittedOn, firstStep) > LIMIT_OF_FIRST_STEP) return false
  if (acknowledgedOn === null) return null
  const limit = daysBetween(acknowledgedOn, releasedOn) <= NEAR_RELEASE_DAYS ? 0 : LIMIT_OF_DECISION
  const end = decidedOn ?? endedOn
  return end === null || workingDaysBetween(acknowledgedOn, end) <= limit
}

/** Why the provider said no: a primary and up to two more. */
export function declineReasons(random: Random): string[] {
  const grounds = [
    ...(random.chance(DECLINED_FOR.full) ? [random.pick(FULL)] : []),
    ...(random.chance(DECLINED_FOR.needs) ? [random.pick(NEEDS)] : []),
    ...(random.chance(DECLINED_FOR.risk) ? [random.pick(RISK)] : []),
    ...(random.chance(DECLINED_FOR.other) ? [random.pick(OTHER_GROUNDS)] : []),
  ]
  return grounds.length > 0 ? grounds.slice(0, 3) : [random.pick(OTHER_GROUNDS)]
}

/** Why a referral of her own ended. */
export function reasonFor(random: Random, kind: keyof typeof REASONS_OF): string[] {
  return [random.pick(REASONS_OF[kind])]
}

/** The day itself, or the next working day. */
export function workingDayFrom(day: Day): Day {
  let at = day
  while (!isWorkingDay(at)) at = addDays(at, 1)
  return at
}
