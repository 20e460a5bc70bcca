import type { Episode } from '~/domain/unmet-need/episode'
import {
  ANSWERED,
  BARRIER_SHARES,
  BARRIERS_ASKED,
  DESTINATIONS,
  HOMES,
  NEED_BEFORE,
  ROUTES,
  SECURED_BEFORE,
  type Destination,
} from './calibration'
import type { Random } from './random'
import type { SyntheticEpisode } from './synthetic-episode'

type FirstNight = Pick<
  SyntheticEpisode,
  | 'firstNight'
  | 'firstNightRoute'
  | 'isSafe'
  | 'isSuitable'
  | 'firstNightAuthority'
  | 'securedBefore'
  | 'securedRoute'
>

/** Housing need, whether or not it was recorded: `recorded` is null where nobody asked. */
export interface Need {
  destination: Destination
  isNeed: boolean
  recorded: Episode['housingNeed']
}

/** Nobody is housed, and nothing known. */
export const NOT_KNOWN: FirstNight = {
  firstNight: null,
  firstNightRoute: null,
  isSafe: null,
  isSuitable: null,
  firstNightAuthority: null,
  securedBefore: null,
  securedRoute: null,
}

/** Of those who answer, the share that call the place safe. */
const SAFE = 0.92
const FAMILY_SAFE = 0.97
const NOT_ANSWERED = 0.1

/** What was needed and where it led. @param year of the history, 0 for the first */
export function needOf(random: Random, year: number): Need {
  const last = DESTINATIONS.length - 1
  const destination = random.pick(DESTINATIONS[Math.min(year, last)]!)
  const need = random.pick(NEED_BEFORE[destination])
  const isAnswered = random.chance(ANSWERED[Math.min(year, last)]!)
  return { destination, isNeed: need !== 'none', recorded: isAnswered ? need : null }
}

/** The night before and the first night. */
export function firstNightOf(random: Random, need: Need, home: string): FirstNight {
  if (need.destination === 'unknown') return NOT_KNOWN
  if (need.destination === 'nowhere') return notHoused(random, home)
  const route = random.pick(ROUTES[need.isNeed ? 'need' : 'no_need'][need.destination])
  const isSecured = random.chance(SECURED_BEFORE[route])
  const isKnown = !random.chance(0.04)
  return {
    firstNight: 'housed',
    firstNightRoute: route,
    isSafe: yesNo(random, route === 'family' ? FAMILY_SAFE : SAFE),
    isSuitable: yesNo(random, need.destination === 'settled' ? 0.86 : 0.6),
    firstNightAuthority: whereOf(random, home),
    securedBefore: isKnown ? (isSecured ? 'yes' : 'no') : null,
    securedRoute: isKnown && isSecured ? route : null,
  }
}

/** What is recorded of what may stand in the way. */
export function barriersOf(random: Random): string[] {
  if (!random.chance(BARRIERS_ASKED)) return []
  return Object.entries(BARRIER_SHARES).flatMap(([barrier, share]) => (random.chance(share) ? [barrier] : []))
}

/** The street mostly, or a sofa she does not call safe: recorded as housed with family, and no place. */
function notHoused(random: Random, home: string): FirstNight {
  const securedBefore = random.pick({ yes: 4, no: 90, unknown: 6 })
  const before = {
    securedBefore: securedBefore === 'unknown' ? null : securedBefore,
    securedRoute: securedBefore === 'yes' ? ('council' as const) : null,
  }
  if (!random.chance(0.14)) return { ...NOT_KNOWN, ...before, firstNight: 'not_housed' }
  return {
    ...before,
    firstNight: 'housed',
    firstNightRoute: 'family',
    isSafe: 'no',
    isSuitable: 'no',
    firstNightAuthority: whereOf(random, home),
  }
}

function yesNo(random: Random, yes: number): 'yes' | 'no' | null {
  if (random.chance(NOT_ANSWERED)) return null
  return random.chance(yes) ? 'yes' : 'no'
}

/** At home mostly; nobody says where for some. */
function whereOf(random: Random, home: string): string | null {
  const where = random.pick({ home: 66, region: 22, outside: 6, unknown: 6 })
  if (where === 'unknown') return null
  if (where === 'home' && home !== 'unknown') return home
  return where === 'outside' ? 'outside' : random.pick(HOMES)
}
