import { Meilisearch } from 'meilisearch'
import { LIVE_INDEX, SHADOW_INDEX } from './index-settings'

/** The two keys the service is configured with. */
export interface MeilisearchKeys {
  searchKey: string
  writeKey: string
}

/**
 * Makes the two scoped keys with the master key, which itself never enters the service's configuration. Run when a
 * Meilisearch server is set up; each call makes new keys.
 */
export async function createMeilisearchKeys(url: string, masterKey: string): Promise<MeilisearchKeys> {
  const client = new Meilisearch({ host: url, apiKey: masterKey, timeout: 10_000 })
  const search = await client.createKey({
    description: 'Throughgate: searching',
    actions: ['search'],
    indexes: [LIVE_INDEX],
    expiresAt: null,
  })
  const write = await client.createKey({
    description: 'Throughgate: keeping the index',
    actions: ['documents.*', 'indexes.*', 'settings.*', 'tasks.get', 'stats.get'],
    indexes: [LIVE_INDEX, SHADOW_INDEX],
    expiresAt: null,
  })
  return { searchKey: search.key, writeKey: write.key }
}
