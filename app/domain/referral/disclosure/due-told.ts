import type { Tier } from '../../eligibility/facts'
import { londonDay } from '../../time/calendar'
import { lastMoment, workingDaysAfter } from '../due'
import type { ReferralState } from '../states'
import { firstDayTold, type Release } from './release-shown'

interface Due extends Release {
  state: ReferralState
  dueAt: Date | null
}

/**
 * By when a reader of a tier is told that something is due: who reads the week of the release alone has the clock of its Monday,
 * or the next working day where that is past, so that the clock tells no day either. News of an arrival is due on the day of
 * release itself: no clock before the day is told. An offer says itself when it expires, which tells none (`cappedExpiry`).
 */
export function dueTold(tier: Tier, { state, dueAt, ...release }: Due, now: Date): Date | null {
  const told = firstDayTold(release, tier, londonDay(now))
  const isDayTold = told === release.releaseOn && !release.releaseUntil
  if (dueAt === null || dueAt < now || isDayTold || state === 'offered') return dueAt
  if (state === 'accepted') return null
  const last = lastMoment(state, told, now)
  if (last === null) return dueAt
  const next = workingDaysAfter(now, 1)
  const capped = last > next ? last : next
  return capped < dueAt ? capped : dueAt
}
