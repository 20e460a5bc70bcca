import type { FacetCounts } from '@search/facet'
import type { VacancyCounts } from '@search/search-engine'
import type { Sort } from '@search/search-query'
import type { Decision, Group } from '../eligibility/decision'
import type { FactField } from '../eligibility/facts'
import type { Obstacle } from '../eligibility/single-rule'
import type { Reading, Step } from '../directory/reading/reading'
import type { DirectoryQuery } from '../directory/search-query'
import { isHousing } from '../service/service-kind'
import type { ServiceCard } from '../service/service-card.server'
import type { CaseReferral } from '../casework/case-referrals.server'
import type { ListedChange } from '../referral/changes/change-words'
import type { NeedEvidence } from './need-evidence'
import type { WhyFirst } from './rank-decided'
import type { ServiceVacancy } from '../service/service-vacancy.server'

/** The words of a search for a case. Safe for the browser. */

export const CASE_GROUPS = [
  'eligible',
  'eligible_once_answered',
  'discuss',
  'not_eligible',
] as const satisfies readonly Group[]

/** A search for a case: the group that is shown, beside what any search asks. */
export interface CaseSearchQuery extends DirectoryQuery {
  group: Group
}

/** One service, decided for the case. */
export interface CaseHit extends ServiceCard {
  group: Group
  decision: Decision
  vacancy: ServiceVacancy | null
  distanceMiles: number | null
  /** Areas the person avoids in which it may still put her, by code. */
  avoidedIn: readonly string[]
  /** Covers an area the person prefers. */
  isPreferredArea: boolean
  /** On the shortlist of the case. */
  isListed: boolean
  /** The case's open referral to this service, and what changed since it was sent. */
  referral: (Pick<CaseReferral, 'id' | 'state'> & { changed: ListedChange | null }) | null
  /** The case's open nomination for it, where it is a programme. */
  nomination: { id: string; nominatedAt: Date } | null
  /** The last one to it that ended. */
  endedReferral: Pick<CaseReferral, 'id' | 'state' | 'stateChangedAt' | 'primaryReason'> | null
}

/** The order of the places for a case: by fit, of which nearness is a part, unless another is asked for. */
export function caseOrder({ sort }: Pick<CaseSearchQuery, 'sort'>): Sort {
  return sort ?? 'fit'
}

/** A search wants a bed unless it names kinds of service, as filters or in its words, and nobody lives in any of them. */
export function wantsBed(
  { facets }: Pick<CaseSearchQuery, 'facets'>,
  { parts }: Pick<Reading, 'parts'>,
): boolean {
  const ticked = (facets.kind ?? []).map(isHousing)
  const said = parts
    .filter(part => part.weight === 'kind')
    .flatMap(part => [...part.required, ...part.preferred].flat().flatMap(tag => isTagOfBed(tag) ?? []))
  const named = [...ticked, ...said]
  return named.length === 0 || named.includes(true)
}

/** Whether one lives in the kind of service a tag names; null where it names none. */
function isTagOfBed(tag: string): boolean | null {
  if (tag.startsWith('kind:')) return isHousing(tag.slice('kind:'.length))
  if (tag === 'pathway:accommodation') return true
  return tag.startsWith('programme:') || tag === 'pathway:families' ? false : null
}

/** 'answers' unknown facts, each wanted by at least one of the 'services' that wait for nothing else. */
export interface AnswersToGive {
  fields: readonly FactField[]
  services: number
}

/** What else exists where nothing is eligible. */
export interface WhatElse {
  /** How many services were checked for an obstacle: where places to live match, they alone. */
  checked: number
  /** Null where all of them are for the other sex, or none was checked. */
  obstacle: Obstacle | null
  approvedPremises: readonly ElsewhereService[]
  emergency: readonly ElsewhereService[]
  /** For somebody with children, or expecting one. */
  forChildren: readonly ElsewhereService[]
}

/** What single answer, and what single filter taken away, would bring most where nothing fits: the most first. */
export interface WouldBring {
  answers: readonly { field: FactField; services: number }[]
  /** `text` is the filter's in words, `without` the search without it, `services` how many then fit. */
  filters: readonly { text: string; without: CaseSearchQuery; services: number }[]
}

/** Somewhere else to turn that does not refuse her, with the titles of what has to be talked about first. */
export interface ElsewhereService extends ServiceCard {
  outOfHoursPhone: string | null
  toDiscuss: readonly string[]
}

export interface CaseSearchResult {
  /** The group shown: the one asked for. */
  group: Group
  counts: Readonly<Record<Group, number>>
  /** How many of the eligible are places to live. */
  placesToLive: number
  total: number
  hits: readonly CaseHit[]
  /** By which parts of the order the first of the group is the first; null where the order is not by fit. */
  whyFirst: WhyFirst | null
  page: number
  pages: number
  /** How many services of the group shown cover each authority, whichever are chosen: what the map counts. */
  byAuthority: Readonly<Record<string, number>>
  facets: FacetCounts
  vacancies: VacancyCounts | null
  answersToGive: AnswersToGive
  /** Null where something is eligible: where places to live match, one of them. */
  whatElse: WhatElse | null
  wouldBring: WouldBring
  /** Councils' housing options to turn to: in no group unless asked for by kind or by words. */
  councils: readonly ElsewhereService[]
  /** Those of other areas: she may choose any. */
  otherCouncils: readonly ElsewhereService[]
  /** Whether the search says something of need: needEvidence. */
  evidence: NeedEvidence
  /** Meilisearch is configured and did not answer; the engine inside did. */
  degraded: boolean
  /** How the words were read, and how far what was checked matches them. */
  reading: Reading
  step: Step
}

/** The same search on another group, from its first page. */
export function inGroup(query: CaseSearchQuery, group: Group): CaseSearchQuery {
  return { ...query, group, page: 1 }
}
