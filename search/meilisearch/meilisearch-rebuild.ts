import { setTimeout as wait } from 'node:timers/promises'
import type { Meilisearch, Settings } from 'meilisearch'
import type { ServiceDocument } from '../document'
import { LIVE_INDEX, settingsVersion, SHADOW_INDEX } from './index-settings'
import { toRecord } from './meilisearch-record'
import { done } from './meilisearch-tasks'
import type { DocumentSource } from '../search-engine'

/** A change made to the index: a document put in, or null for one taken out, by id. */
export type Change = { id: string; document: ServiceDocument | null }

/** Small, so that a change of one document waits behind little. */
const BATCH = 500
const SWAP_TIMEOUT_MS = 60_000
const SWAP_POLL_MS = 25

async function ensureExists(client: Meilisearch, uid: string): Promise<void> {
  const known = await client.getIndexes({ limit: 1000 })
  if (!known.results.some(index => index.uid === uid))
    await done(client.createIndex(uid, { primaryKey: 'id' }))
}

/** Makes the shadow index, empty and with these settings. */
async function clearShadow(client: Meilisearch, settings: Settings): Promise<void> {
  await ensureExists(client, SHADOW_INDEX)
  const shadow = client.index(SHADOW_INDEX)
  await done(shadow.deleteAllDocuments())
  const present = settingsVersion(await shadow.getSettings())
  if (present !== settingsVersion(settings)) await done(shadow.updateSettings(settings))
}

/**
 * Fills the shadow index and lets it and the live one change places; the old one stays as the next shadow. `changes`
 * hands over what was changed since it last did, so that nothing changed meanwhile is lost. Until then the live index is left
 * as it is, its settings too: whatever fails, it goes on answering.
 */
export async function rebuildIndex(
  client: Meilisearch,
  settings: Settings,
  documents: DocumentSource,
  changes: () => Change[],
): Promise<void> {
  await ensureExists(client, LIVE_INDEX)
  await clearShadow(client, settings)
  const shadow = client.index(SHADOW_INDEX)
  const { createdAt } = await shadow.getRawInfo()
  const sent = await sendAll(client, documents)
  const { numberOfDocuments } = await shadow.getStats()
  if (numberOfDocuments !== sent) {
    throw new Error(`The rebuilt index holds ${numberOfDocuments} documents, not ${sent}`)
  }
  for (let missed = changes(); missed.length > 0; missed = changes())
    await applyChanges(client, SHADOW_INDEX, missed)
  await swap(client, createdAt)
  await applyChanges(client, LIVE_INDEX, changes())
}

/**
 * Lets the two indexes change places. The task of a swap belongs to no index, so that a key for certain indexes cannot
 * read it: that it is done shows by the live index having been made when the shadow was. A shadow made at another time
 * than ours was swapped by somebody else's rebuild meanwhile, and holds what was live before.
 */
export async function swap(client: Meilisearch, createdAt: string): Promise<void> {
  if ((await client.index(SHADOW_INDEX).getRawInfo()).createdAt !== createdAt) {
    throw new Error('Another rebuild of the index ended during this one')
  }
  await client.swapIndexes([{ indexes: [LIVE_INDEX, SHADOW_INDEX], rename: false }])
  const until = Date.now() + SWAP_TIMEOUT_MS
  while (Date.now() < until) {
    if ((await client.index(LIVE_INDEX).getRawInfo()).createdAt === createdAt) return
    await wait(SWAP_POLL_MS)
  }
  throw new Error('The rebuilt index did not take the place of the live one in time')
}

/** Applies changes to an index, in their order, and waits until a search finds them. */
export async function applyChanges(
  client: Meilisearch,
  uid: string,
  changes: readonly Change[],
): Promise<void> {
  const latest = [...new Map(changes.map(change => [change.id, change])).values()]
  const records = latest.flatMap(({ document }) => (document === null ? [] : [toRecord(document)]))
  const gone = latest.filter(({ document }) => document === null).map(({ id }) => id)
  const index = client.index(uid)
  if (records.length > 0) await done(index.addDocuments(records))
  if (gone.length > 0) await done(index.deleteDocuments(gone))
}

/** Sends documents in batches, checking each task, and returns how many different ones there were. */
async function sendAll(client: Meilisearch, documents: DocumentSource): Promise<number> {
  const ids = new Set<string>()
  let batch: Change[] = []
  const send = async () => {
    await applyChanges(client, SHADOW_INDEX, batch)
    batch = []
  }
  for await (const document of documents) {
    ids.add(document.id)
    batch.push({ id: document.id, document })
    if (batch.length === BATCH) await send()
  }
  await send()
  return ids.size
}
