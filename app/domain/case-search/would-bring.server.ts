import type { SearchService } from '@search/search-service'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import type { LoadedCase } from '../case/record/case-row.server'
import type { DomainContext } from '../context'
import { readQuery } from '../directory/reading/read-query.server'
import { type Reading, typedWithout } from '../directory/reading/reading'
import { searchAsTyped } from '../directory/search-as-typed.server'
import { USUAL_MILES } from '../directory/search-query'
import { withoutEach } from '../directory/without-each'
import type { FactField } from '../eligibility/facts'
import { decideServices } from '../match/decide-services.server'
import { type Day, londonDay } from '../time/calendar'
import { isHousing } from '../service/service-kind'
import { type CaseSearchQuery, type WouldBring, wantsBed } from './case-search'
import { asksForCouncils, isCouncil } from './councils'
import type { Grouped } from './running-search'
import { searchUnavoided } from './search-unavoided.server'

/** So many searches more at the most, and so many named. */
const MOST_TRIED = 8
const MOST_NAMED = 3

/** The answers that services wait for with nothing else in the way, with how many each would decide: the most first. */
export function answersThatWouldBring(sought: readonly Grouped[]): WouldBring['answers'] {
  const counts = new Map<FactField, number>()
  for (const { group, decision } of sought) {
    const [field, ...others] = decision.missing
    if (group !== 'eligible_once_answered' || field === undefined || others.length > 0) continue
    counts.set(field, (counts.get(field) ?? 0) + 1)
  }
  return mostFirst([...counts].map(([field, services]) => ({ field, services })))
}

/**
 * What would fit without each single filter of a search in which nothing does: the same search is asked and decided again
 * without it. What the person avoids is counted nowhere.
 */
export async function filtersThatWouldBring(
  app: DomainContext & { search: SearchService },
  viewer: SignedInViewer,
  found: LoadedCase,
  query: CaseSearchQuery,
): Promise<WouldBring['filters']> {
  const now = app.clock()
  const tried = withoutEachPart(query, londonDay(now)).slice(0, MOST_TRIED)
  if (tried.length === 0) return []
  const search = searchUnavoided(app, viewer, found)
  const matches = await Promise.all(
    tried.map(async ({ text, without }) => {
      const typed = { audience: 'professional', now, all: true } as const
      const { answer, reading, step } = await searchAsTyped(search, without, typed)
      // What matches only a part of that search as well is not brought by taking one filter away.
      const ids = step.dropped.length === 0 ? answer.hits.map(hit => hit.id) : []
      return { text, without, reading, ids }
    }),
  )
  const ids = [...new Set(matches.flatMap(match => match.ids))]
  const decided = await asViewer(app.db, viewer, trx => decideServices(trx, viewer, found, ids, now))
  const kinds = new Map(
    decided.flatMap(({ id, kind, decision }) => (decision.outcome === 'eligible' ? [[id, kind]] : [])),
  )
  return mostFirst(
    matches.map(({ text, without, reading, ids: matched }) => {
      const services = matched.filter(id => isSought(kinds.get(id), without, reading)).length
      return { text, without, services }
    }),
  )
}

/** The search without each of its filters, and each part of its words. */
function withoutEachPart(query: CaseSearchQuery, today: Day) {
  const reading = readQuery(query.words, 'professional', USUAL_MILES, today)
  return withoutEach(
    query,
    reading.parts.map(part => ({ text: part.text, words: typedWithout(reading, part) })),
  )
}

/** Where a bed is wanted, a place to live; a council only where one is asked for. */
function isSought(kind: string | undefined, query: CaseSearchQuery, reading: Reading): boolean {
  if (kind === undefined || (isCouncil({ kind }) && !asksForCouncils(query))) return false
  return !wantsBed(query, reading) || isHousing(kind)
}

function mostFirst<Each extends { services: number }>(all: readonly Each[]): Each[] {
  const some = all.filter(({ services }) => services > 0)
  return some.toSorted((a, b) => b.services - a.services).slice(0, MOST_NAMED)
}
