import { addDays, type Day, daysBetween } from '~/domain/time/calendar'
import type { SyntheticEpisode } from './synthetic-episode'
import { CUSTODY, DAYS_INSIDE, SENTENCES } from './calibration'
import type { Random } from './random'

type Custody = Pick<SyntheticEpisode, 'custodyStatus' | 'openedOn' | 'hniaOn' | 'isListed'> & {
  receivedOn: Day
  dateKnownOn: Day
}

/** How long somebody was inside before a release, and since when its day was known. */
export function custodyBefore(random: Random, releasedOn: Day): Custody {
  const custodyStatus = random.pick(CUSTODY)
  const [fewest, most] = DAYS_INSIDE[custodyStatus === 'sentenced' ? random.pick(SENTENCES) : custodyStatus]
  const receivedOn = addDays(releasedOn, -random.between(fewest, most))
  const openedOn = addDays(receivedOn, random.between(0, 4))
  return {
    custodyStatus,
    receivedOn,
    openedOn,
    dateKnownOn: dateKnown(random, custodyStatus, { openedOn, releasedOn }),
    hniaOn: hnia(random, openedOn, receivedOn),
    isListed: !random.chance(custodyStatus === 'remand' ? 0.1 : 0.02),
  }
}

/** A court lets go on the day; a sentence is worked out within a fortnight; a recall is decided a while before. */
function dateKnown(
  random: Random,
  status: SyntheticEpisode['custodyStatus'],
  { openedOn, releasedOn }: { openedOn: Day; releasedOn: Day },
): Day {
  const day =
    status === 'remand'
      ? addDays(releasedOn, -random.between(0, 3))
      : status === 'recall'
        ? addDays(releasedOn, -random.between(7, 60))
        : addDays(openedOn, random.between(0, 12))
  if (day > releasedOn) return releasedOn
  return day < openedOn ? openedOn : day
}

/** The assessment: within 4 days of reception mostly, later, or never recorded. Never before the case was opened. */
function hnia(random: Random, openedOn: Day, receivedOn: Day): Day | null {
  const when = random.pick({ in_time: 80, late: 13, never: 7 })
  if (when === 'never') return null
  const inside = daysBetween(receivedOn, openedOn)
  return addDays(receivedOn, when === 'late' ? random.between(5, 11) : random.between(inside, 4))
}
