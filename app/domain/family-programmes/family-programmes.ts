import { type FundingAlert, fundingAlert } from '../programme/funding-end'
import type { Day } from '../time/calendar'

/** Family and parenting programmes as a commissioner weighs them: places, reach, money. No person is in it. */

/** A programme with what its runs that have not ended hold together; null is "not stated", or a programme without runs. */
export interface FamilyProgramme {
  serviceId: string
  name: string
  provider: string
  type: string
  prisons: readonly string[]
  authorities: readonly string[]
  capacity: number | null
  taken: number | null
  waiting: number | null
  /** Children its runs reach; null where none of them says. */
  reach: number | null
  /** Of its runs, those that do not say how many children they reach. */
  reachNotStated: number
  rotl: string | null
  funder: string | null
  fundingEndsOn: Day | null
  fundingRenewal: string | null
}

export type ProgrammesBy = 'prison' | 'authority'

/** The programmes of each place that has any, in the order of `places`. */
export function programmesByPlace(
  programmes: readonly FamilyProgramme[],
  by: ProgrammesBy,
  places: readonly string[],
): { place: string; programmes: FamilyProgramme[] }[] {
  const placesOf = (each: FamilyProgramme) => (by === 'prison' ? each.prisons : each.authorities)
  return places.map(place => ({
    place,
    programmes: programmes.filter(each => placesOf(each).includes(place)),
  }))
}

/** What a place loses: its programmes whose funding ends within 90 days, within 180, or has ended; the soonest first. */
export function lossesOf(programmes: readonly FamilyProgramme[], today: Day) {
  const losing = (alert: FundingAlert) =>
    programmes
      .filter(each => fundingAlert(each.fundingEndsOn, today) === alert)
      .sort((a, b) => String(a.fundingEndsOn).localeCompare(String(b.fundingEndsOn)))
  return {
    ended: losing('ended'),
    within_90_days: losing('within_90_days'),
    within_180_days: losing('within_180_days'),
  }
}

/** A sum over what is stated, and null where nothing is. */
export function totalOf(
  programmes: readonly FamilyProgramme[],
  what: 'capacity' | 'taken' | 'waiting' | 'reach',
): number | null {
  const stated = programmes.flatMap(each => each[what] ?? [])
  return stated.length === 0 ? null : stated.reduce((sum, each) => sum + each, 0)
}
