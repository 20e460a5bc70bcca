import { parseServiceDocument, type ServiceDocument } from '../document'
import { countInStore, searchStore } from './inside-search'
import { matchWords } from './match-words'
import { readWords } from '../query-words'
import { compareRanked, type Ranked } from '../ranking'
import { SUGGESTIONS, type DocumentSource, type SearchEngine, type Suggestion } from '../search-engine'
import type { Audience } from '../search-query'
import { ServiceStore } from './service-store'
import { takeBest } from './take-best'

const PROVIDER_TEXT = 1
const BATCH = 200

/** It also tells how often its documents have changed, so that what was made from them is known to be old. */
export interface InsideEngine extends SearchEngine {
  version(): number
}

/**
 * The engine inside the process: the default with nothing configured, and what answers while Meilisearch is down.
 * `typoTolerance` is switched off only to compare the two engines word for word.
 */
export function createInsideEngine({ typoTolerance = true } = {}): InsideEngine {
  let store = new ServiceStore()
  let version = 0
  let rebuilding: { next: ServiceStore; changed: Set<string> } | null = null

  /** A change made during a rebuild goes into both stores, and its id is kept from being written over. */
  function change(ids: readonly string[], apply: (to: ServiceStore) => void): void {
    apply(store)
    version += 1
    if (!rebuilding) return
    apply(rebuilding.next)
    ids.forEach(id => rebuilding?.changed.add(id))
  }

  return {
    search: query => promised(() => searchStore(store, query, typoTolerance)),
    counts: queries => promised(() => queries.map(query => countInStore(store, query, typoTolerance))),
    suggest: (prefix, audience) => promised(() => suggestFrom(store, prefix, audience, typoTolerance)),
    index: documents =>
      promised(() => {
        const checked = documents.map(parseServiceDocument)
        const ids = checked.map(document => document.id)
        change(ids, to => checked.forEach(document => to.put(document)))
      }),
    isFilled: () => Promise.resolve(true),
    contents: ids => (ids === undefined ? store.documents() : ids.flatMap(id => store.of(id) ?? [])),
    heldAs: document => document,
    remove: ids => promised(() => change(ids, to => ids.forEach(id => to.drop(id)))),
    async rebuild(documents) {
      if (rebuilding) throw new Error('The inside index is being rebuilt already')
      const run = { next: new ServiceStore(), changed: new Set<string>() }
      rebuilding = run
      try {
        await fill(run.next, documents, run.changed)
        store = run.next
        version += 1
      } finally {
        rebuilding = null
      }
    },
    version: () => version,
    health: () =>
      promised(() => ({ ok: true, documents: store.size, detail: 'The engine inside the process' })),
  }
}

/** Done at once, as the other engine would answer: what is thrown rejects. */
function promised<T>(work: () => T): Promise<T> {
  return new Promise(resolve => resolve(work()))
}

/** Fills a store, giving way to requests between batches. */
async function fill(
  store: ServiceStore,
  documents: DocumentSource,
  changed: ReadonlySet<string>,
): Promise<void> {
  let count = 0
  for await (const document of documents) {
    const checked: ServiceDocument = parseServiceDocument(document)
    if (!changed.has(checked.id)) store.put(checked)
    count += 1
    if (count % BATCH === 0) await new Promise(resolve => setImmediate(resolve))
  }
}

function suggestFrom(
  store: ServiceStore,
  prefix: string,
  audience: Audience,
  typoTolerance: boolean,
): Suggestion[] {
  const words = readWords(prefix)
  if (words.words.length === 0) return []
  const matches = matchWords(store.words, words, { typoTolerance, lastText: PROVIDER_TEXT })
  const found: (Ranked & Suggestion)[] = []
  for (const slot of matches.slots) {
    const document = store.at(slot)
    if (!document || (audience === 'public' && document.visibility !== 'public')) continue
    const { id, name, provider } = document
    found.push({ id, name, provider, major: matches.rankOf(slot), minor: 0 })
  }
  return takeBest(found, SUGGESTIONS, compareRanked).map(({ id, name, provider }) => ({ id, name, provider }))
}
