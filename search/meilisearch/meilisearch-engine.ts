import { Meilisearch } from 'meilisearch'
import { z } from 'zod'
import { areUntouched, indexSettings, LIVE_INDEX, settingsVersion } from './index-settings'
import { readAnswers, readCounts, readHits } from './meilisearch-answer'
import { fixedParts } from './meilisearch-filter'
import { planBeyond, planCount, planSearch } from './meilisearch-plan'
import { heldIn, settingsIn } from './meilisearch-held'
import { rebuildIndex, type Change } from './meilisearch-rebuild'
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
  const { typoTolerance, searchTimeoutMs = SEARCH_TIMEOUT_MS } = options
  const reader = connect(options.url, options.searchKey, searchTimeoutMs)
  const writer = connectToWrite(options)
  const settings = indexSettings({ typoTolerance })
  const live = heldIn(writer, LIVE_INDEX)
  let meanwhile: Change[] | null = null

  /** An index that was never filled takes no change: Meilisearch would make one of that change alone. */
  async function change(changes: readonly Change[]): Promise<void> {
    changes.forEach(({ document }) => document && toRecord(document))
    meanwhile?.push(...changes)
    if (await isFilled(writer)) await live.apply(changes)
    else if (!meanwhile) throw new Error('The live index was never filled, or was lost: it must be rebuilt')
  }

  return {
    async search(asked) {
      const query = asAudienceMay(asked)
      const plan = planSearch(query)
      const { results } = await reader.multiSearch({ queries: plan.map(planned => planned.query) })
      const { ranked, ...result } = readAnswers(query, plan, results)
      const beyond = planBeyond(query, ranked, result.total)
      if (beyond === null) return result
      const { results: more } = await reader.multiSearch({ queries: [beyond] })
      return { ...result, hits: [...result.hits, ...readHits(query, more[0])] }
    },
    async counts(asked) {
      if (asked.length === 0) return []
      const queries = asked.map(query => planCount(asAudienceMay(query)))
      return readCounts((await reader.multiSearch({ queries })).results, asked.length)
    },
    suggest: (prefix, audience) => suggestFrom(reader, prefix, audience),
    contents: live.contents,
    heldAs: live.heldAs,
    index: documents => change(documents.map(document => ({ id: document.id, document }))),
    remove: ids => change(ids.map(id => ({ id, document: null }))),
    isFilled: () => isFilled(writer),
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

/** A connection that may write, and waits longer. */
export function connectToWrite({ url, writeKey }: Pick<MeilisearchOptions, 'url' | 'writeKey'>): Meilisearch {
  return connect(url, writeKey, WRITE_TIMEOUT_MS)
}

function connect(host: string, apiKey: string, timeout: number): Meilisearch {
  return new Meilisearch({ host, apiKey, timeout, requestInit: UNCOMPRESSED })
}

/** False while the live index is missing, or is as Meilisearch makes one by itself. */
async function isFilled(writer: Meilisearch): Promise<boolean> {
  const settings = await settingsIn(writer, LIVE_INDEX)
  return settings !== null && !areUntouched(settings)
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

/** Healthy is: it answers the search key, and the live index has the settings of this version of the code. */
async function healthOf(reader: Meilisearch, writer: Meilisearch, wanted: string): Promise<EngineHealth> {
  await reader.health()
  const settings = await settingsIn(writer, LIVE_INDEX)
  if (settings === null || areUntouched(settings))
    return { ok: false, documents: 0, detail: 'The index is not filled yet' }
  await reader.index(LIVE_INDEX).search('', { limit: 0 })
  const { numberOfDocuments } = await writer.index(LIVE_INDEX).getStats()
  const found = settingsVersion(settings)
  const ok = found === wanted
  const detail = ok ? `Settings ${wanted}` : `Settings ${found}, wanted ${wanted}: run npm run reindex`
  return { ok, documents: numberOfDocuments, detail }
}
