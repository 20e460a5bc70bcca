import { addDays, type Day, daysBetween, isoWeekday } from '~/domain/time/calendar'
import { bankHolidayOn } from '~/domain/time/working-days'
import type { EndedAs } from '~/domain/unmet-need/episode'
import { type Period, periodsOver } from '~/domain/unmet-need/period'
import { seedId } from '../seed-id'
import { ENDED_AS, RELEASES_A_QUARTER } from './calibration'
import { custodyBefore } from './custody'
import { endedEpisode, stillInside } from './make-episode'
import { createRandom, type Random } from './random'
import type { SyntheticEpisode } from './synthetic-episode'
import { createWomen } from './women'

const WHOLE_YEARS = 4
const QUARTERS_A_YEAR = 4
const FRIDAY = 5
/** Of many, one whose chances come out near the calibration. */
const SEED = 200_000

/** The quarters the history covers on a day: four whole years to 31 March, and the whole quarters since. */
export function historyQuarters(today: Day): Period[] {
  const year = Number(today.slice(0, 4)) - (today.slice(5) < '04-01' ? 1 : 0)
  return periodsOver(year - WHOLE_YEARS, today).filter(({ kind }) => kind === 'quarter')
}

/**
 * Every invented release of the history, the earliest first, and then those who were received in it and not released before its end. The same on
 * every day but for the days themselves, and for what is not over yet.
 */
export function makeHistory(today: Day): SyntheticEpisode[] {
  const quarters = historyQuarters(today)
  const end = quarters.at(-1)?.endsOn ?? today
  const womanOf = createWomen(createRandom(SEED))
  const days = [...quarters, ...following(end)].flatMap((quarter, index) =>
    releaseDays(createRandom(SEED + index + 1), quarter).map((releasedOn, at) => ({
      releasedOn,
      seed: (index + 1) * 1000 + at,
    })),
  )
  return days.flatMap(({ releasedOn, seed }) => {
    const random = createRandom(SEED + seed)
    const custody = custodyBefore(random, releasedOn)
    if (custody.receivedOn > end) return []
    const endedAs: EndedAs = releasedOn > end ? 'open' : random.pick(ENDED_AS)
    const mayComeBack = endedAs === 'released'
    const made = {
      id: seedId(`history:${seed}`),
      year: Math.floor((Math.floor(seed / 1000) - 1) / QUARTERS_A_YEAR),
      releasedOn,
      endedAs,
      custody,
      woman: womanOf({ receivedOn: custody.receivedOn, releasedOn, mayComeBack }),
    }
    return [endedAs === 'open' ? stillInside(random, made, end) : endedEpisode(random, made, today)]
  })
}

/** The two years after it, of which those count who are inside already. */
function following(end: Day): { startsOn: Day; endsOn: Day }[] {
  return Array.from({ length: 8 }, (_, index) => ({
    startsOn: addDays(end, 1 + index * 91),
    endsOn: addDays(end, (index + 1) * 91),
  }))
}

/** In the order of the days; no weekend, no bank holiday, and few Fridays. */
function releaseDays(random: Random, { startsOn, endsOn }: { startsOn: Day; endsOn: Day }): Day[] {
  const count = random.between(RELEASES_A_QUARTER.fewest, RELEASES_A_QUARTER.most)
  const days: Day[] = []
  while (days.length < count) {
    const day = addDays(startsOn, random.between(0, daysBetween(startsOn, endsOn)))
    const isFriday = isoWeekday(day) === FRIDAY
    if (isoWeekday(day) > FRIDAY || bankHolidayOn(day) || (isFriday && !random.chance(0.4))) continue
    days.push(day)
  }
  return days.sort()
}
