import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import { serviceVacancies } from '../service/service-vacancy.server'
import { vacancyRanks } from '../service/vacancy-rank.server'
import { type Day, londonDay } from '../time/calendar'
import type { Vacancy } from '../vacancy/free/free-days'
import { type Rankable, rankDecided } from './rank-decided'
import { dayOfNeed, type Grouped, type RunningSearch } from './running-search'

/** A service of the group that is shown, with what its place in it hangs on. */
export type Member = Grouped & Rankable

const NOTHING_TO_BOOK = 2

/** The services of the group asked for, whole and in order: which page one is on hangs on all of them. */
export async function rankGroup(
  trx: Transaction<DB>,
  search: RunningSearch,
  decided: readonly Grouped[],
): Promise<Member[]> {
  const { found, query, hits, now } = search
  const members = decided.filter(each => each.group === query.group)
  const ids = members.map(each => each.id)
  const day = dayOfNeed(search)
  const ranks = await vacancyRanks(trx, ids, day ?? londonDay(now), now)
  const byDate = query.sort === 'available' ? await serviceVacancies(trx, ids, now, day) : null
  const distances = new Map(hits.map(hit => [hit.id, hit.distanceMiles]))
  const preferred = found.facts.preferredAuthorities
  const items = members.map(member => ({
    ...member,
    vacancyRank: ranks.get(member.id) ?? NOTHING_TO_BOOK,
    freeOn: firstFree(byDate?.get(member.id), day ?? londonDay(now)),
    isPreferredArea: member.authorities.some(code => preferred.includes(code)),
    distanceMiles: distances.get(member.id) ?? null,
  }))
  return rankDecided(items, query.sort)
}

/** The day wanted where one is free on it, else the day on which the first is expected. */
function firstFree(vacancy: Vacancy | undefined, day: Day): Day | null {
  if (!vacancy) return null
  return vacancy.free > 0 ? day : (vacancy.expected?.on ?? null)
}
