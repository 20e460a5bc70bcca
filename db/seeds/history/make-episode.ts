import { type Change, CHANGES } from '~/domain/unmet-need/changes'
import { STATED_CODES, type StatedCode } from '~/domain/unmet-need/stated-criteria'
import { addDays, type Day } from '~/domain/time/calendar'
import type { Episode } from '~/domain/unmet-need/episode'
import { day91Of, placeAfter } from './afterwards'
import { HOMES } from './calibration'
import type { custodyBefore } from './custody'
import { barriersOf, firstNightOf, needOf, NOT_KNOWN } from './housing'
import { createRandom, type Random } from './random'
import { referralsOf } from './referrals'
import type { SyntheticEpisode } from './synthetic-episode'
import type { Woman } from './women'

/** What an episode is made of. */
export interface Made {
  id: string
  /** Of the history, 0 for the first. */
  year: number
  releasedOn: Day
  endedAs: Episode['endedAs']
  custody: ReturnType<typeof custodyBefore>
  woman: Woman
}

const NOTHING_AFTER = {
  ...NOT_KNOWN,
  option28: null,
  option5: null,
  wouldPlace: [],
  turnedAway: [],
  councilTold: null,
  day91: null,
  placedOn: null,
  placeEndedOn: null,
  placeEndedAs: null,
  referrals: [],
  firstSubmittedOn: null,
} as const

/** The one prison for women of the region. */
const PRISON = 'LNI'
/** Found at all, by the system itself: more often nothing, the nearer the day. */
const NOTHING_FITS = { 28: 0.36, 5: 0.46 }
/** What would have placed those for whom nothing fitted; invented, for no region has counted it. */
const WOULD_PLACE: Partial<Record<Change, number>> = {
  ...{ bed_confirmed: 0.18, bed_women_only: 0.42, bed_mixed: 0.2, bed_family: 0.06 },
  ...{ people_from_prison: 0.28, arson: 0.09, substances: 0.24, violence: 0.1, rosh: 0.12 },
  ...{ local_connection: 0.2, children: 0.07, pets: 0.06, only_for: 0.08 },
}
const RARELY_PLACES = 0.02
/** What turned them away, found or not; invented too. */
const TURNS_AWAY: Partial<Record<StatedCode, number>> = {
  ...{ 'people_from_prison.no': 0.97, 'convictions.none_unspent': 0.7, 'convictions.none_in_12_months': 0.6 },
  ...{ 'arson.never': 0.1, 'violence.low': 0.3, 'violence.medium': 0.16, 'rosh.medium': 0.24 },
  ...{ 'substances.no_active': 0.34, 'substances.no_active_ost': 0.46, 'local_connection.required': 0.55 },
  ...{
    'children.none': 0.16,
    'pets.no': 0.13,
    'pets.assistance_only': 0.12,
    'age.16_to_25': 0.86,
    'age.18_to_25': 0.86,
  },
  ...{ 'only_for.care_leavers': 0.7, 'only_for.veterans': 0.95, 'curfew.no': 0.2, 'couple.no': 0.12 },
}
const RARELY_TURNS_AWAY = 0.02

/** A release that was, as far as it is known `today`; or what became of her instead. */
export function endedEpisode(random: Random, made: Made, today: Day): SyntheticEpisode {
  const { year, releasedOn, endedAs, custody, woman } = made
  const need = needOf(random, year)
  const base = { ...baseOf(random, made), housingNeed: need.recorded, endedAs, releasedOn }
  if (endedAs !== 'released') {
    return {
      ...base,
      ...NOTHING_AFTER,
      releasedOn: endedAs === 'not_released' ? null : releasedOn,
      day91: endedAs === 'deported' ? 'deported' : null,
    }
  }
  const firstNight = firstNightOf(random, need, woman.homeAuthority)
  const { firstNightRoute: route } = firstNight
  const { openedOn, dateKnownOn } = custody
  const referrals = referralsOf(random, { dateKnownOn, openedOn, releasedOn, isNeed: need.isNeed, route })
  const option28 = optionAt(random, 28, { openedOn, dateKnownOn, releasedOn })
  const option5 = optionAt(random, 5, { openedOn, dateKnownOn, releasedOn })
  return {
    ...base,
    ...firstNight,
    referrals,
    firstSubmittedOn: referrals[0]?.submittedOn ?? null,
    option28,
    option5,
    wouldPlace: option5 === 'none' ? wouldPlace(made.id) : [],
    turnedAway: option5 === null ? [] : turnedAway(made.id),
    councilTold: councilTold(random, need.isNeed),
    ...placeAfter(random, { referrals, releasedOn }, today),
    day91: day91Of(random, need, releasedOn, today),
  }
}

/** Somebody received before the end of the history and not released by it: what was recorded until then. */
export function stillInside(random: Random, made: Made, end: Day): SyntheticEpisode {
  const { dateKnownOn, hniaOn } = made.custody
  const need = needOf(random, made.year)
  return {
    ...baseOf(random, made),
    ...NOTHING_AFTER,
    housingNeed: hniaOn !== null && hniaOn <= end ? need.recorded : null,
    endedAs: 'open',
    releasedOn: null,
    isListed: false,
    hniaOn: hniaOn !== null && hniaOn <= end ? hniaOn : null,
    dateKnownOn: dateKnownOn <= end ? dateKnownOn : null,
  }
}

function baseOf(random: Random, { id, custody, woman }: Made) {
  return {
    id,
    woman: woman.key,
    prisonCode: PRISON,
    homeAuthority: woman.homeAuthority,
    ageBand: woman.ageBand,
    ...custody,
    preferredAuthorities: preferred(random, woman.homeAuthority),
    barriers: barriersOf(random),
  }
}

function preferred(random: Random, home: string): string[] {
  if (random.chance(0.2)) return []
  const first = home in HOMES && random.chance(0.85) ? home : random.pick(HOMES)
  return random.chance(0.35) ? [...new Set([first, random.pick(HOMES)])] : [first]
}

/** The system looks that many days before, where it knows the day by then. */
function optionAt(
  random: Random,
  days: 28 | 5,
  { openedOn, dateKnownOn, releasedOn }: { openedOn: Day; dateKnownOn: Day; releasedOn: Day },
): Episode['option28'] {
  const isNone = random.chance(NOTHING_FITS[days])
  const on = addDays(releasedOn, -days)
  if (openedOn > on || dateKnownOn > on) return null
  return isNone ? 'none' : 'some'
}

/** What would have placed her, by chances of its own: nothing else of the history hangs on it. */
function wouldPlace(id: string): Change[] {
  const random = createRandom(parseInt(id.slice(0, 8), 16))
  return CHANGES.filter(change => random.chance(WOULD_PLACE[change] ?? RARELY_PLACES))
}

/** What turned her away, from another stream than what would have placed her. */
function turnedAway(id: string): StatedCode[] {
  const random = createRandom(parseInt(id.slice(-8), 16))
  return STATED_CODES.filter(code => random.chance(TURNS_AWAY[code] ?? RARELY_TURNS_AWAY))
}

function councilTold(random: Random, isNeed: boolean): Episode['councilTold'] {
  const told = random.pick(
    isNeed
      ? { told: 62, not_told: 17, she_said_no: 8, unknown: 13 }
      : { told: 8, not_told: 50, she_said_no: 4, unknown: 38 },
  )
  return told === 'unknown' ? null : told
}
