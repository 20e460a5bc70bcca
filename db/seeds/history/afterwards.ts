import { addDays, type Day } from '~/domain/time/calendar'
import type { Random } from './random'
import { ENDS_WITHIN_84_NIGHTS, STAY_ENDS } from './referral-calibration'
import type { Need } from './housing'
import type { SyntheticEpisode, SyntheticReferral } from './synthetic-episode'

type Place = Pick<SyntheticEpisode, 'placedOn' | 'placeEndedOn' | 'placeEndedAs'>

const NO_PLACE: Place = { placedOn: null, placeEndedOn: null, placeEndedAs: null }

/** How the place that came by a referral went on, as far as it is known on a day. */
export function placeAfter(
  random: Random,
  { referrals, releasedOn }: { referrals: readonly SyntheticReferral[]; releasedOn: Day },
  today: Day,
): Place {
  const last = referrals.find(({ outcome }) => outcome === 'arrived' || outcome === 'no_show')
  if (!last) return NO_PLACE
  if (last.outcome === 'no_show') {
    const isArrest = last.reasons.includes('no_show.gate_arrest_or_recall')
    return {
      placedOn: releasedOn,
      placeEndedOn: releasedOn,
      placeEndedAs: isArrest ? 'gate_arrest' : 'not_taken_up',
    }
  }
  const nights = random.chance(ENDS_WITHIN_84_NIGHTS) ? random.between(2, 84) : random.between(182, 364)
  const placeEndedOn = addDays(releasedOn, nights)
  const placeEndedAs = nights > 84 ? ('planned' as const) : random.pick(STAY_ENDS)
  if (placeEndedOn > today) return { ...NO_PLACE, placedOn: releasedOn }
  return { placedOn: releasedOn, placeEndedOn, placeEndedAs }
}

/** Where she was on day 91; null where that is not over, or nobody has asked. */
export function day91Of(
  random: Random,
  { destination, isNeed }: Need,
  releasedOn: Day,
  today: Day,
): SyntheticEpisode['day91'] {
  if (addDays(releasedOn, 91) >= today) return null
  if (random.chance(0.06)) return null
  if (random.chance(0.005)) return 'died'
  if (destination === 'settled') return random.pick({ settled: 80, not_settled: 5, custody: 7, unknown: 8 })
  return random.pick({ settled: isNeed ? 34 : 48, not_settled: 28, custody: 17, unknown: 18 })
}
