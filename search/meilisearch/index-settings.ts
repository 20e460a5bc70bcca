import { createHash } from 'node:crypto'
import type { Settings } from 'meilisearch'
import { DOCUMENT_VERSION } from '../document'
import { facets } from '../facet'
import { synonyms } from '../synonyms'

/** The uid of the index that answers, and of the one a rebuild fills before the two change places. */
export const LIVE_INDEX = 'services'
export const SHADOW_INDEX = 'services-next'

/** The most hits Meilisearch counts and returns; far above every service of the region, twice the largest ever tried. */
export const MOST_HITS = 120_000

/** The texts words are looked for in, by their names in the index; the order is that of `searchableTexts`. */
export const SEARCHED = [
  'name',
  'provider',
  'kindAndArea',
  'helpsWith',
  'summary',
  'forWhom',
  'languagesAndAccess',
  'description',
  'policyWords',
] as const

/** No document has it: an index tells by it which version of documents it was made for. */
const FILLED_BY = `documents-of-version-${DOCUMENT_VERSION}`

/** The settings of both indexes. `typoTolerance` is switched off only to compare the engines word for word. */
export function indexSettings({ typoTolerance = true } = {}): Settings {
  return {
    searchableAttributes: [...SEARCHED],
    filterableAttributes: [
      ...facets,
      'visibility',
      'placed',
      '_geo',
      'freeSince',
      'freeOn',
      'freshUntil',
      'facts',
      'professionalFacts',
      'id',
      FILLED_BY,
    ],
    sortableAttributes: ['_geo', 'firstFreeDay', 'freshUntil', 'policyVerifiedAt', 'name'],
    displayedAttributes: ['*'],
    // `sort` stands first so that an order by distance is one order over all hits, not one inside equals.
    rankingRules: ['sort', 'words', 'typo', 'proximity', 'attribute', 'exactness'],
    stopWords: [],
    // Meilisearch takes these for parts of a word; a word between them should be found.
    separatorTokens: ['<', '>', '+', '=', '~', '^', '$', '&', '*', '%', '#', '@', '/'],
    synonyms: Object.fromEntries(Object.entries(synonyms).map(([from, to]) => [from, [...to]])),
    typoTolerance: { enabled: typoTolerance, minWordSizeForTypos: { oneTypo: 5, twoTypos: 9 } },
    pagination: { maxTotalHits: MOST_HITS },
    faceting: { maxValuesPerFacet: 200 },
  }
}

/**
 * A short name for what the settings say, the version of the documents too: differs when they do, whatever order their lists
 * of names are in.
 */
export function settingsVersion(settings: Settings): string {
  const ours = indexSettings()
  const compared = Object.keys(ours).map(key => {
    const value = settings[key as keyof Settings]
    return [key, key === 'typoTolerance' ? typoParts(settings) : canonical(key, value)]
  })
  return createHash('sha256').update(JSON.stringify(compared)).digest('hex').slice(0, 12)
}

/** True of the settings Meilisearch gives an index by itself: it is new, or what was there was lost. */
export function areUntouched({ searchableAttributes }: Settings): boolean {
  return searchableAttributes?.join() === '*'
}

const UNORDERED = ['filterableAttributes', 'sortableAttributes', 'separatorTokens', 'stopWords']

function canonical(key: string, value: unknown): unknown {
  if (isList(value)) return UNORDERED.includes(key) ? [...value].sort() : value
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).map(([name, inner]) => {
    return [name, isList(inner) ? [...inner].sort() : inner] as const
  })
  return entries.filter(([name]) => name !== 'sortFacetValuesBy').sort(([a], [b]) => (a < b ? -1 : 1))
}

/** The server adds parts of its own to these; only what we set is compared. */
function typoParts(settings: Settings): unknown {
  const { enabled, minWordSizeForTypos } = settings.typoTolerance ?? {}
  return [enabled, minWordSizeForTypos?.oneTypo, minWordSizeForTypos?.twoTypos]
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value)
}
