import type { FactField, PersonFacts } from '../eligibility/facts'
import type { DirectoryQuery } from '../directory/search-query'

/** Whether a search tells of need (product.md, "Search"). Safe for the browser. */
export interface NeedEvidence {
  /** Words, a place or filters narrowed it: it tells what was looked for. */
  isNarrowed: boolean
  /** What decides everywhere and is not known: it tells what was not asked. */
  unknown: readonly FactField[]
}

/** Sex, age, the days of release and the risk answers decide at every place to live. */
const DECIDES: readonly FactField[] = [
  'sex',
  'ageAtRelease',
  'release',
  'rosh',
  'arson',
  'sexualOffence',
  'offencesAgainstChildren',
  'domesticAbusePerpetrator',
  'violence',
]

/** What a search for a person has that keeps it from being evidence of need. */
export function needEvidence(
  query: Pick<DirectoryQuery, 'words' | 'facets' | 'vacancy' | 'confirmedRecently' | 'near'>,
  facts: PersonFacts,
): NeedEvidence {
  const { words, facets, vacancy, confirmedRecently, near } = query
  const isTicked = Object.values(facets).some(values => values.length > 0)
  return {
    isNarrowed: words !== '' || isTicked || vacancy !== null || confirmedRecently || near !== null,
    unknown: DECIDES.filter(field => facts[field] === null || facts[field] === 'unknown'),
  }
}

/** True where nothing narrowed the search and everything that decides was known. */
export function isEvidence({ isNarrowed, unknown }: NeedEvidence): boolean {
  return !isNarrowed && unknown.length === 0
}
