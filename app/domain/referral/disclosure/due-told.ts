import type { Tier } from '../../eligibility/facts'
import { londonDay, type Day } from '../../region/calendar'
import { lastMoment, workingDaysAfter } from '../limits'
import type { ReferralState } from '../referral'
import { firstDayTold } from './release-shown'

interface Due {
  state: ReferralState
  dueAt: Date | null
  releaseOn: Day | null
}

/**
 * By when a reader of a tier is told that something is due: who reads the week of the release alone has the clock of its Monday,
 * or the next working day where that is past, so that the clock tells no day either. An offer says itself when it expires.
 */
export function dueTold(tier: Tier, { state, dueAt, releaseOn }: Due, now: Date): Date | null {
  const told = firstDayTold(releaseOn, tier, londonDay(now))
  if (dueAt === null || dueAt < now || told === releaseOn || state === 'offered') return dueAt
  const last = lastMoment(state, told, now)
  if (last === null) return dueAt
  const next = workingDaysAfter(now, 1)
  const capped = last > next ? last : next
  return capped < dueAt ? capped : dueAt
}
