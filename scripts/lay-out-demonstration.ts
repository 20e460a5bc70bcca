import { createDatabase } from '@db/connection'
import type { DatabaseUrls } from '@db/database-urls'
import { seedHistory } from '@db/seeds/history/seed-history'
import { seedWorld } from '@db/seeds/seed-world'
import { drawEpisodes } from '~/domain/unmet-need/drawing/draw-episodes.server'
import { publishDue } from '~/domain/unmet-need/publishing/publish-due.server'

/**
 * Fills a migrated, empty database: the region as it is at `now`, the history before it, and the figures that were published of that.
 * The database's own clock must stand at `now` already.
 */
export async function layOutDemonstration(urls: DatabaseUrls, masterKey: Buffer, now: Date): Promise<void> {
  await seedWorld('demonstration', urls, masterKey, now)
  const [owner, worker] = [createDatabase(urls.owner), createDatabase(urls.worker)]
  try {
    await seedHistory(owner, now)
    await drawEpisodes(worker, now)
    await publishDue(worker, now)
  } finally {
    await Promise.all([owner.destroy(), worker.destroy()])
  }
}
