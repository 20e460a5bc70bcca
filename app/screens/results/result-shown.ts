import type { HighlightPart } from '@search/highlight'
import { areaWords, insideSentence, milesWords } from './result-in-words'
import type { DirectoryHit, DirectoryResult } from '~/domain/directory/search-directory.server'
import { type VacancyInWords, vacancyInWords } from './vacancy-in-words'

/** A text, cut into parts where words in it were searched for. */
export type Marked = string | readonly HighlightPart[]

/** One service of the list, in words. */
export interface ResultShown {
  id: string
  name: Marked
  about: string
  summary: Marked
  audience: string | null
  /** Null for the public, and for a service that keeps no bedspaces. */
  vacancy: VacancyInWords | null
  phone: string | null
  staffed: string
}

/** The services of one page of a search, in their order. */
export function resultsShown({ hits }: DirectoryResult, now: Date): ResultShown[] {
  return hits.map(hit => resultShown(hit, now))
}

/** A text as it reads, marked or not. */
export function plainWords(text: Marked): string {
  return typeof text === 'string' ? text : text.map(part => part.text).join('')
}

function resultShown(hit: DirectoryHit, now: Date): ResultShown {
  const { id, name, provider, kindLabel, summary, audience, phone, staffed, vacancy, highlights } = hit
  const miles = hit.distanceMiles === null ? null : milesWords(hit.distanceMiles)
  const about = [provider, kindLabel, areaWords(hit.authorityNames), miles]
  return {
    id,
    name: highlights?.name ?? name,
    about: about.filter(Boolean).join(' · '),
    summary: highlights?.summary ?? summary,
    audience,
    vacancy: vacancy && vacancyInWords(vacancy, now),
    phone,
    staffed: insideSentence(staffed),
  }
}
