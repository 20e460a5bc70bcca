import type { ServiceDocument } from './document'
import type { Moment, SearchQuery } from './search-query'
import { expectedDay, isConfirmed, isFreeOn, isUnknown } from './inside/vacancy-facts'

/** How well words match, each part a whole number, the lower the better. */
export interface WordRank {
  typos: number
  proximity: number
  attribute: number
  exactness: number
}

export type RankFacts = Pick<
  ServiceDocument,
  | 'id'
  | 'name'
  | 'freeSince'
  | 'freeOn'
  | 'expectedDays'
  | 'freshUntil'
  | 'checkUntil'
  | 'policyVerifiedAt'
  | 'forEverybody'
>

/** How a service answers a search: its words, from `wordRankOf` (0 when none were asked for), and what it lacks of what is preferred. */
export interface Match {
  wordRank: number
  missing: number
  distanceMiles: number | null
}

/** The order of a service in a result: two numbers, the lower the better. Equals go by name, then by id. */
export interface Order {
  major: number
  minor: number
}

export interface Ranked extends Order {
  name: string
  id: string
}

/** A policy nobody verified for this long ranks with the unverified (product.md, "Eligibility"). */
const VERIFIED_SECONDS = 90 * 86_400
/** A whole number of thousandths of a mile fits in this, and so do three numbers of rank in front of it. */
const DISTANCE_STEPS = 2 ** 20
const FACT_STEPS = 8
/** A word rank is below this. */
const WORD_STEPS = 2 ** 22
/** With a word rank, facts and a distance it still is a whole number a comparison is exact for. */
const MOST_MISSING = 7
const FAR_DAY = 2 ** 20

/**
 * The order of a service in a result (search.md, "Ranking"). By fit: what is preferred and the words first, then a fresh
 * vacancy, a verified policy, the distance, and what is for everybody before what is for a group. By distance and by
 * available date these come first. The public's order knows no vacancy, and goes by distance next after the words.
 */
export function orderOf(
  query: Pick<SearchQuery, 'sort' | 'audience'>,
  moment: Moment,
  { wordRank, missing, distanceMiles }: Match,
  service: RankFacts,
): Order {
  const isPublic = query.audience === 'public'
  const words = Math.min(missing, MOST_MISSING) * WORD_STEPS + wordRank
  const vacancy = isPublic ? 0 : vacancyRank(service, moment)
  const facts = vacancy * 2 + (isPublic || isVerified(service, moment) ? 0 : 1)
  const group = service.forEverybody ? 0 : 1
  if (query.sort === 'distance')
    return { major: distanceMiles ?? Infinity, minor: (words * FACT_STEPS + facts) * 2 + group }
  const nearness = Math.min(Math.round((distanceMiles ?? Infinity) * 1000), DISTANCE_STEPS - 1)
  const rest = (facts * DISTANCE_STEPS + nearness) * 2 + group
  if (query.sort === 'fit') return { major: words, minor: rest }
  return { major: availability(service, moment), minor: words * FACT_STEPS * DISTANCE_STEPS * 2 + rest }
}

/** The parts of a word rank in one number of 22 bits, typos weighing most. Such numbers add up part by part. */
export function wordRankOf({ typos, proximity, attribute, exactness }: WordRank): number {
  return (
    ((Math.min(typos, 31) * 128 + Math.min(proximity, 127)) * 64 + Math.min(attribute, 63)) * 16 +
    Math.min(exactness, 15)
  )
}

/** Below zero when a comes before b. */
export function compareRanked(a: Ranked, b: Ranked): number {
  if (a.major !== b.major) return a.major < b.major ? -1 : 1
  if (a.minor !== b.minor) return a.minor - b.minor
  if (a.name !== b.name) return a.name < b.name ? -1 : 1
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

/** Confirmed and free; to check and free; known and full; unknown last ("not confirmed: phone"). */
function vacancyRank(service: RankFacts, moment: Moment): number {
  if (isUnknown(service, moment)) return 3
  if (!isFreeOn(service, moment.day, moment)) return 2
  return isConfirmed(service, moment) ? 0 : 1
}

/** The day asked for where one is free on it, else the first expected; those whose vacancies are unknown after all others. */
function availability(service: RankFacts, moment: Moment): number {
  const isFree = isFreeOn(service, moment.day, moment)
  const day = isFree ? moment.day : (expectedDay(service.expectedDays, moment) ?? FAR_DAY)
  return isUnknown(service, moment) ? FAR_DAY + day : day
}

function isVerified(service: RankFacts, moment: Moment): boolean {
  return service.policyVerifiedAt !== null && service.policyVerifiedAt > moment.seconds - VERIFIED_SECONDS
}
