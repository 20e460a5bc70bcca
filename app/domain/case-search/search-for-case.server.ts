import type { Transaction } from 'kysely'
import type { Hit } from '@search/search-engine'
import type { SearchService } from '@search/search-service'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import type { DomainContext } from '../context'
import { isAvoided } from '../eligibility/avoid'
import { type Group, group } from '../eligibility/decision'
import type { ServiceFacts } from '../eligibility/service-facts'
import { type Day, londonDay } from '../time/calendar'
import { engineQuery, PAGE_SIZE } from '../directory/engine-query.server'
import { pinsOf } from '../directory/search-directory.server'
import { serviceCards } from '../service/service-card.server'
import { isHousing } from '../service/service-kind'
import { serviceVacancies } from '../service/service-vacancy.server'
import { vacancyRanks } from '../service/vacancy-rank.server'
import type { Vacancy } from '../vacancy/free/free-days'
import { countsWithout } from './counts-without.server'
import { askedBefore, referralsOfCase } from '../casework/case-referrals.server'
import type { LoadedCase } from '../case/record/case-row.server'
import {
  type AnswersToGive,
  type CaseHit,
  type CaseSearchQuery,
  type CaseSearchResult,
  wantsBed,
} from './case-search'
import { type DecidedService, decideServices } from '../match/decide-services.server'
import { openPerson } from '../case/record/open-person.server'
import { caseStanding } from '../case/record/case-access.server'
import { logCaseSearch } from './log-case-search.server'
import { isEvidence, needEvidence } from './need-evidence'
import { type Rankable, rankDecided } from './rank-decided'
import { COUNCIL, councilsFor, whatElse } from './what-else.server'

export interface CaseSearch {
  found: LoadedCase
  result: CaseSearchResult
}

const NOTHING_TO_BOOK = 2

type Grouped = DecidedService & { group: Group }

/**
 * The services that match, every one decided for the case, in groups. What the person avoids is in no group, count or log.
 * Null where the case is not an open one of the viewer's team.
 */
export async function searchForCase(
  app: DomainContext & { search: SearchService },
  viewer: SignedInViewer,
  caseId: string,
  query: CaseSearchQuery,
): Promise<CaseSearch | null> {
  const now = app.clock()
  const found = await teamCase(app, viewer, caseId, 'case.search')
  if (found === null) return null
  const everything = { ...engineQuery(query, 'professional', now), all: true }
  const answer = await app.search.search(everything)
  const { avoid } = found.facts
  const isLeftOut = (service: ServiceFacts) =>
    isAvoided(avoid, service) || (isCouncil(service) && !asksForCouncils(query))
  const { facets, vacancies } = await countsWithout(app, viewer, isLeftOut, everything, answer)
  const decidedPart = await asViewer(app.db, viewer, trx =>
    decideHits(app, trx, viewer, found, query, answer.hits, now),
  )
  return {
    found,
    result: { ...decidedPart, facets, vacancies, group: query.group, degraded: answer.degraded },
  }
}

/** An open case of the viewer's own team with everything known, or null; that it was opened, and for what, is audited. */
export async function teamCase(
  app: DomainContext,
  viewer: SignedInViewer,
  caseId: string,
  action: 'case.search' | 'case.decide',
): Promise<LoadedCase | null> {
  if ((await caseStanding(app, viewer, caseId)) !== 'open') return null
  const as = { action, subjectKind: 'case', subjectId: caseId, detail: { tier: 3 } } as const
  return asViewer(app.db, viewer, trx => openPerson(app, trx, viewer, caseId, as))
}

type DecidedPart = Omit<CaseSearchResult, 'facets' | 'vacancies' | 'group' | 'degraded'>

async function decideHits(
  app: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  found: LoadedCase,
  query: CaseSearchQuery,
  hits: readonly Hit[],
  now: Date,
): Promise<DecidedPart> {
  const ids = hits.map(hit => hit.id)
  const services = await decideServices(trx, viewer, found, ids, now)
  const decided = services
    .filter(service => !isCouncil(service) || asksForCouncils(query))
    .map(service => ({ ...service, group: group(service.decision) }))
  const counts = countGroups(decided)
  const ranked = await rankGroup(trx, found, query, decided, hits, now)
  const onPage = ranked.slice((query.page - 1) * PAGE_SIZE, query.page * PAGE_SIZE)
  const shown = await hydrate(trx, found.id, onPage, now, dayOfNeed(found, query, now))
  const sought = soughtAmong(decided, query)
  const placesToLive = decided.filter(each => isHousing(each.kind) && each.group === 'eligible').length
  const evidence = needEvidence(query, found.facts)
  const searched = { query, isEvidence: isEvidence(evidence), counts: { ...counts, placesToLive } }
  await logCaseSearch(trx, app.keys, found.id, searched, now)
  return {
    counts,
    placesToLive,
    total: decided.length,
    hits: shown,
    page: query.page,
    pages: Math.max(1, Math.ceil(ranked.length / PAGE_SIZE)),
    pins: pinsOf(shown, hits),
    answersToGive: answersToGive(decided),
    evidence,
    councils: await councilsFor(trx, viewer, found, now),
    whatElse: sought.some(each => each.group === 'eligible')
      ? null
      : await whatElse(trx, viewer, found, sought, now),
  }
}

function isCouncil({ kind }: { kind: string }): boolean {
  return kind === COUNCIL
}

/** Councils are shown apart, save to whoever asks for them by kind or by words. */
function asksForCouncils({ words, facets }: CaseSearchQuery): boolean {
  return words !== '' || (facets.kind ?? []).includes(COUNCIL)
}

/** A course that fits is no bed: where a bed is wanted, and places to live match, those alone are what is sought. */
function soughtAmong(decided: readonly Grouped[], query: CaseSearchQuery): readonly Grouped[] {
  const places = decided.filter(each => isHousing(each.kind))
  return wantsBed(query) && places.length > 0 ? places : decided
}

function countGroups(decided: readonly Grouped[]): Record<Group, number> {
  const counts = { eligible: 0, eligible_once_answered: 0, discuss: 0, not_eligible: 0 }
  for (const each of decided) counts[each.group] += 1
  return counts
}

type Member = Grouped & Rankable

/** The services of the group asked for, whole and in order: which page one is on hangs on all of them. */
async function rankGroup(
  trx: Transaction<DB>,
  found: LoadedCase,
  query: CaseSearchQuery,
  decided: readonly Grouped[],
  hits: readonly Hit[],
  now: Date,
): Promise<Member[]> {
  const members = decided.filter(each => each.group === query.group)
  const ids = members.map(each => each.id)
  const day = dayOfNeed(found, query, now)
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

/** The day a bed is needed: the one asked for, else the release day; null for today. */
function dayOfNeed({ releaseOn }: LoadedCase, { vacancy }: CaseSearchQuery, now: Date): Day | null {
  if (vacancy === 'now') return null
  const day = vacancy?.by ?? releaseOn
  return day !== null && day > londonDay(now) ? day : null
}

/** The hits of one page, with what the database says of them for the day a bed is needed. */
async function hydrate(
  trx: Transaction<DB>,
  caseId: string,
  members: readonly Member[],
  now: Date,
  day: Day | null,
): Promise<CaseHit[]> {
  const ids = members.map(each => each.id)
  const cards = await serviceCards(trx, ids)
  const vacancies = await serviceVacancies(trx, ids, now, day)
  const referrals = await referralsOfCase(trx, caseId)
  return members.flatMap(({ id, decision, group: own, isPreferredArea, distanceMiles, avoidedIn }) => {
    const card = cards.get(id)
    const vacancy = vacancies.get(id) ?? null
    const { open, ended } = askedBefore(referrals, id)
    const asked = { referral: open, endedReferral: ended, avoidedIn }
    return card ? [{ ...card, group: own, decision, vacancy, distanceMiles, isPreferredArea, ...asked }] : []
  })
}

/** "2 answers would decide 4 more services": the facts that the services which wait for nothing else wait for. */
function answersToGive(decided: readonly Grouped[]): AnswersToGive {
  const waiting = decided.filter(each => each.group === 'eligible_once_answered')
  const fields = new Set(waiting.flatMap(each => each.decision.missing))
  return { fields: [...fields], services: waiting.length }
}
