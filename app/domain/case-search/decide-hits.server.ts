import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { DomainContext } from '../context'
import { PAGE_SIZE } from '../directory/engine-query.server'
import type { Group } from '../eligibility/decision'
import { isHousing } from '../service/service-kind'
import { type AnswersToGive, type CaseSearchResult, wantsBed } from './case-search'
import { countAreas } from './count-areas'
import { drawHits } from './draw-hits.server'
import { groupedHits } from './grouped-hits.server'
import { logCaseSearch } from './log-case-search.server'
import { isEvidence, needEvidence } from './need-evidence'
import { rankGroup } from './rank-group.server'
import { dayOfNeed, type Grouped, type RunningSearch } from './running-search'
import { councilsFor, elsewhereFor, whatElse } from './what-else.server'
import { answersThatWouldBring } from './would-bring.server'

type DecidedPart = Omit<CaseSearchResult, 'facets' | 'vacancies' | 'group' | 'degraded' | 'reading' | 'step'>

/** Decides what matched, puts it in groups, draws one page of the group asked for, and keeps that it was searched. */
export async function decideHits(
  app: Pick<DomainContext, 'keys'>,
  trx: Transaction<DB>,
  search: RunningSearch,
): Promise<DecidedPart> {
  const { viewer, found, query, now } = search
  const decided = await groupedHits(trx, search)
  const counts = countGroups(decided)
  const { ranked, why } = await rankGroup(trx, search, decided)
  const onPage = ranked.slice((query.page - 1) * PAGE_SIZE, query.page * PAGE_SIZE)
  const shown = await drawHits(trx, { found, day: dayOfNeed(search), now }, onPage)
  const sought = soughtAmong(decided, search)
  const isNothing = !sought.some(each => each.group === 'eligible')
  const elsewhere = await elsewhereFor(trx, viewer, found, isNothing, now)
  const councils = councilsFor(elsewhere, found)
  const placesToLive = await countPlaces(trx, decided)
  const evidence = needEvidence(query, found.facts)
  const searched = { query, isEvidence: isEvidence(evidence), counts: { ...counts, placesToLive } }
  await logCaseSearch(trx, app.keys, found.id, searched, now)
  return {
    counts,
    byAuthority: countAreas(decided, query.group),
    placesToLive,
    total: decided.length,
    hits: shown,
    whyFirst: query.page === 1 ? why : null,
    page: query.page,
    pages: Math.max(1, Math.ceil(ranked.length / PAGE_SIZE)),
    answersToGive: answersToGive(decided),
    evidence,
    councils: councils.own,
    otherCouncils: councils.others,
    whatElse: isNothing ? whatElse(elsewhere, found, sought) : null,
    wouldBring: { answers: isNothing ? answersThatWouldBring(sought) : [], filters: [] },
  }
}

/** How many places to live fit and take people now: what is paused fits, and takes nobody. */
async function countPlaces(trx: Transaction<DB>, decided: readonly Grouped[]): Promise<number> {
  const fit = decided.filter(each => isHousing(each.kind) && each.group === 'eligible')
  if (fit.length === 0) return 0
  const paused = await trx
    .selectFrom('service')
    .select('id')
    .where(
      'id',
      'in',
      fit.map(({ id }) => id),
    )
    .where('pausedAt', 'is not', null)
    .execute()
  return fit.length - paused.length
}

/** A course that fits is no bed: where a bed is wanted, and places to live match, those alone are what is sought. */
function soughtAmong(
  decided: readonly Grouped[],
  { query, reading }: Pick<RunningSearch, 'query' | 'reading'>,
): readonly Grouped[] {
  const places = decided.filter(each => isHousing(each.kind))
  return wantsBed(query, reading) && places.length > 0 ? places : decided
}

function countGroups(decided: readonly Grouped[]): Record<Group, number> {
  const counts = { eligible: 0, eligible_once_answered: 0, discuss: 0, not_eligible: 0 }
  for (const each of decided) counts[each.group] += 1
  return counts
}

/** "2 answers would decide 4 more services": the facts that the services which wait for nothing else wait for. */
function answersToGive(decided: readonly Grouped[]): AnswersToGive {
  const waiting = decided.filter(each => each.group === 'eligible_once_answered')
  const fields = new Set(waiting.flatMap(each => each.decision.missing))
  return { fields: [...fields], services: waiting.length }
}
