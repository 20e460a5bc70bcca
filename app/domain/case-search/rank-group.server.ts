import { createHash } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import { findPrison } from '../area/region'
import { serviceVacancies } from '../service/service-vacancy.server'
import { vacancyRanks } from '../service/vacancy-rank.server'
import { type Day, londonDay } from '../time/calendar'
import type { Vacancy } from '../vacancy/free/free-days'
import { caseOrder, wantsBed } from './case-search'
import { type Rankable, rankDecided, type RankFor, whyFirst, type WhyFirst } from './rank-decided'
import { dayOfNeed, type Grouped, type RunningSearch } from './running-search'

/** A service of the group that is shown, with what its place in it hangs on. */
export type Member = Grouped & Rankable

const NOTHING_TO_BOOK = 2

/**
 * The services of the group asked for, whole and in order: which page one is on hangs on all of them. And why the first is the
 * first, where the order is by fit.
 */
export async function rankGroup(
  trx: Transaction<DB>,
  search: RunningSearch,
  decided: readonly Grouped[],
): Promise<{ ranked: Member[]; why: WhyFirst | null }> {
  const { query, hits, now } = search
  const sort = caseOrder(query)
  const members = decided.filter(each => each.group === query.group)
  const ids = members.map(each => each.id)
  const today = londonDay(now)
  const day = dayOfNeed(search)
  const ranks = await vacancyRanks(trx, ids, day ?? today, now)
  const byDate = sort === 'available' ? await serviceVacancies(trx, ids, now, day) : null
  const distances = new Map(hits.map(hit => [hit.id, hit.distanceMiles]))
  const items = members.map(member => ({
    ...member,
    vacancyRank: ranks.get(member.id) ?? NOTHING_TO_BOOK,
    freeOn: firstFree(byDate?.get(member.id), day ?? today),
    distanceMiles: distances.get(member.id) ?? null,
    lot: lotOf(member.id, today),
  }))
  const asked = rankFor(search)
  const ranked = rankDecided(items, asked, sort)
  return { ranked, why: sort === 'fit' ? whyFirst(ranked, asked) : null }
}

function rankFor({ found, query, reading }: Pick<RunningSearch, 'found' | 'query' | 'reading'>): RankFor {
  const isFromWomensPrison = findPrison(found.prisonCode)?.sex === 'female'
  return { facts: found.facts, isFromWomensPrison, wantsBed: wantsBed(query, reading) }
}

/** The same all day wherever it is drawn, and another the day after: of equals, no provider stays the first. */
function lotOf(serviceId: string, day: Day): number {
  return createHash('sha256').update(`${day} ${serviceId}`).digest().readUIntBE(0, 6)
}

/** The day wanted where one is free on it, else the day on which the first is expected. */
function firstFree(vacancy: Vacancy | undefined, day: Day): Day | null {
  if (!vacancy) return null
  return vacancy.free > 0 ? day : (vacancy.expected?.on ?? null)
}
