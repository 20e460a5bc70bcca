import type { HighlightPart } from '@search/highlight'
import { askedFacts, checkedWords } from '~/domain/service/asked-facts'
import { type AskedTopic, packFacts } from '~/domain/service/asked-topics'
import { londonDay } from '~/domain/time/calendar'
import { areaWords, insideSentence, milesWords } from './result-in-words'
import type { DirectoryHit, DirectoryResult } from '~/domain/directory/search-directory.server'
import { type VacancyInWords, vacancyInWords } from './vacancy-in-words'

/** A text, cut into parts where words in it were searched for. */
export type Marked = string | readonly HighlightPart[]

const TONIGHT = ['council_housing_options', 'emergency']

/** One service of the list, in words. */
export interface ResultShown {
  id: string
  name: Marked
  about: string
  /** '9 miles'; null where no place is given or none is shown. */
  miles: string | null
  /** Of a home only where it holds words that were searched for: what people ask says the rest. */
  summary: Marked | null
  /** What people ask, packed: `unpackFacts` reads it. */
  facts: string
  checked: string
  /** Null for the public, and for a service that keeps no bedspaces. */
  vacancy: VacancyInWords | null
  phone: string | null
  staffed: string
  /** Of whom one rings tonight: a council, a direct-access place. */
  outOfHours: string | null
}

/** The services of one page of a search, in their order; `sought` is what of a card somebody looks for. */
export function resultsShown(
  { hits }: DirectoryResult,
  now: Date,
  sought: readonly AskedTopic[] = [],
): ResultShown[] {
  return hits.map(hit => resultShown(hit, now, sought))
}

/** A text as it reads, marked or not. */
export function plainWords(text: Marked): string {
  return typeof text === 'string' ? text : text.map(part => part.text).join('')
}

function summaryShown({ summary, asked, highlights }: DirectoryHit): Marked | null {
  const marked = highlights?.summary.some(part => part.marked) ? highlights.summary : null
  return marked ?? (asked.isHome ? null : summary)
}

function resultShown(hit: DirectoryHit, now: Date, sought: readonly AskedTopic[]): ResultShown {
  const { id, name, provider, kindLabel, asked, phone, staffed, vacancy, highlights } = hit
  const today = londonDay(now)
  return {
    id,
    name: highlights?.name ?? name,
    about: [hit.paused, provider, kindLabel, areaWords(hit.authorityNames)].filter(Boolean).join(' · '),
    miles: hit.distanceMiles === null ? null : milesWords(hit.distanceMiles),
    summary: summaryShown(hit),
    facts: packFacts(askedFacts(asked, today, sought)),
    checked: checkedWords(asked, today),
    vacancy: vacancy && vacancyInWords(vacancy, now),
    phone,
    staffed: insideSentence(staffed),
    outOfHours: TONIGHT.includes(hit.kind) ? asked.outOfHoursPhone : null,
  }
}
