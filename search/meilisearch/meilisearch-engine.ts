import { Meilisearch } from 'meilisearch'
import { z } from 'zod'
import { indexSettings, LIVE_INDEX, settingsVersion } from './index-settings'
import { readAnswers } from './meilisearch-answer'
import { fixedParts } from './meilisearch-filter'
import { planSearch } from './meilisearch-plan'
import { applyChanges, rebuildIndex, type Change } from './meilisearch-rebuild'
import { toRecord } from './meilisearch-record'
import { readWords, wordsAsText } from '../query-words'
import { SUGGESTIONS, type EngineHealth, type SearchEngine, type Suggestion } from '../search-engine'
import { asAudienceMay, searchQuery, type Audience } from '../search-query'

/** Where Meilisearch is, and two keys: one that may only search, one that may write to the indexes `services*`. */
export interface MeilisearchOptions {
  url: string
  searchKey: string
  writeKey: string
  typoTolerance?: boolean
  /** After this a search counts as failed; {@link SEARCH_TIMEOUT_MS} unless told. */
  searchTimeoutMs?: number
}

/** After this a search counts as failed, and the inside engine answers instead. */
const SEARCH_TIMEOUT_MS = 500
const WRITE_TIMEOUT_MS = 10_000

/** With compression, each search on a kept connection would wait some 45 ms for the network's sake. */
const UNCOMPRESSED = { headers: { 'accept-encoding': 'identity' } }

/** The engine that asks a Meilisearch server. Every method throws when the server is away, slow or refuses. */
export function createMeilisearchEngine(options: MeilisearchOptions): SearchEngine {
  const { url: host, searchKey, writeKey, typoTolerance, searchTimeoutMs = SEARCH_TIMEOUT_MS } = options
  const connect = (apiKey: string, timeout: number) =>
    new Meilisearch({ host, apiKey, timeout, requestInit: UNCOMPRESSED })
  const reader = connect(searchKey, searchTimeoutMs)
  const writer = connect(writeKey, WRITE_TIMEOUT_MS)
  const settings = indexSettings({ typoTolerance })
  let meanwhile: Change[] | null = null

  async function change(changes: readonly Change[]): Promise<void> {
    changes.forEach(({ document }) => document && toRecord(document))
    meanwhile?.push(...changes)
    await applyChanges(writer, LIVE_INDEX, changes)
  }

  return {
    async search(asked) {
      const query = asAudienceMay(asked)
      const plan = planSearch(query)
      const { results } = await reader.multiSearch({ queries: plan.map(planned => planned.query) })
      return readAnswers(query, plan, results)
    },
    suggest: (prefix, audience) => suggestFrom(reader, prefix, audience),
    index: documents => change(documents.map(document => ({ id: document.id, document }))),
    remove: ids => change(ids.map(id => ({ id, document: null }))),
    async rebuild(documents) {
      if (meanwhile) throw new Error('The Meilisearch index is being rebuilt already')
      meanwhile = []
      try {
        await rebuildIndex(writer, settings, documents, () => meanwhile?.splice(0) ?? [])
      } finally {
        meanwhile = null
      }
    },
    health: () => healthOf(reader, writer, settingsVersion(settings)),
  }
}

const suggestionSchema = z.object({ id: z.string(), name: z.string(), provider: z.string() })

async function suggestFrom(client: Meilisearch, prefix: string, audience: Audience): Promise<Suggestion[]> {
  const words = readWords(prefix)
  if (words.words.length === 0) return []
  const { hits } = await client.index(LIVE_INDEX).search(wordsAsText(words), {
    attributesToSearchOn: ['name', 'provider'],
    attributesToRetrieve: ['id', 'name', 'provider'],
    matchingStrategy: 'all',
    filter: fixedParts(searchQuery({ audience, now: new Date(0), today: '1970-01-01' })),
    limit: SUGGESTIONS,
  })
  return hits.map(hit => suggestionSchema.parse(hit))
}

/** Healthy is: it answers the search key, and the index has the settings of this version of the code. */
async function healthOf(reader: Meilisearch, writer: Meilisearch, wanted: string): Promise<EngineHealth> {
  await reader.index(LIVE_INDEX).search('', { limit: 0 })
  const { numberOfDocuments } = await writer.index(LIVE_INDEX).getStats()
  const found = settingsVersion(await writer.index(LIVE_INDEX).getSettings())
  const ok = found === wanted
  const detail = ok ? `Settings ${wanted}` : `Settings ${found}, wanted ${wanted}: run npm run reindex`
  return { ok, documents: numberOfDocuments, detail }
}
