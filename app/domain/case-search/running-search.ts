import type { Hit } from '@search/search-engine'
import type { SignedInViewer } from '@db/viewer'
import { dayRead, type Reading } from '../directory/reading/reading'
import type { LoadedCase } from '../case/record/case-row.server'
import type { DecidedService } from '../match/decide-services.server'
import type { Group } from '../eligibility/decision'
import { type Day, londonDay } from '../time/calendar'
import type { CaseSearchQuery } from './case-search'

/** A search for a case that the engine has answered: who searches, for whom, what is asked and what matched. */
export interface RunningSearch {
  viewer: SignedInViewer
  found: LoadedCase
  query: CaseSearchQuery
  /** How its words were read. */
  reading: Reading
  hits: readonly Hit[]
  now: Date
}

/** A service that matched, decided. */
export type Grouped = DecidedService & { group: Group }

/** The day a bed is needed: the one asked for, else the release day; null for today. */
export function dayOfNeed({
  found,
  query,
  reading,
  now,
}: Pick<RunningSearch, 'found' | 'query' | 'reading' | 'now'>): Day | null {
  if (query.vacancy === 'now') return null
  const day = query.vacancy?.by ?? dayRead(reading) ?? found.releaseOn
  return day !== null && day > londonDay(now) ? day : null
}
