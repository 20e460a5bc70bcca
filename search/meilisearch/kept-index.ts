import type { HeldServices } from '../search-engine'
import { indexSettings, settingsVersion, SHADOW_INDEX } from './index-settings'
import { connectToWrite, type MeilisearchOptions } from './meilisearch-engine'
import { heldIn, settingsIn } from './meilisearch-held'
import { swap } from './meilisearch-rebuild'

/** The index that was live before the last rebuild, kept beside the live one. */
export interface KeptIndex extends HeldServices {
  /** Why it cannot be gone back to, in words for whoever asked; null when it can. */
  problem(): Promise<string | null>
  /** Lets it and the live index change places. */
  swap(): Promise<void>
}

/** The kept index of a Meilisearch. */
export function keptIndex(options: Pick<MeilisearchOptions, 'url' | 'writeKey'>): KeptIndex {
  const writer = connectToWrite(options)
  return {
    ...heldIn(writer, SHADOW_INDEX),
    async problem() {
      const settings = await settingsIn(writer, SHADOW_INDEX)
      if (settings === null) return 'No index is kept to go back to: none was ever replaced.'
      const { numberOfDocuments } = await writer.index(SHADOW_INDEX).getStats()
      if (numberOfDocuments === 0) return 'The kept index is empty. Nothing was changed; run npm run reindex.'
      const [found, wanted] = [settingsVersion(settings), settingsVersion(indexSettings())]
      if (found === wanted) return null
      return `The kept index has the settings ${found} of another version; this one needs ${wanted}. Nothing was changed; run npm run reindex.`
    },
    swap: async () => swap(writer, (await writer.index(SHADOW_INDEX).getRawInfo()).createdAt),
  }
}
