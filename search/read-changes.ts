import { type Kysely, sql } from 'kysely'
import type { DB } from '@db/schema'
import { asIndexer } from '@db/viewer-transaction'

/** A note that a service changed. */
interface Change {
  id: number
  serviceId: string
}

/**
 * The notes from a horizon on, and the horizon to read from next. A horizon is a transaction id, as text: every
 * transaction below it is finished. A note at or above it is seen early, and comes again.
 */
export interface Changes {
  changes: readonly Change[]
  horizon: string
}

/** Reads changes from a horizon on; from null, only where the present horizon is. */
export type ReadChanges = (from: string | null) => Promise<Changes>

/**
 * Reads table `index_change`, where triggers note each change of a service with its transaction.
 *
 * The next horizon is the oldest transaction still running: what lies below is complete, so a reader that starts there
 * again misses nothing, however late a transaction commits. Reading on from the last id seen would. What is committed
 * above it is given too, lest one long transaction hold back all others' changes.
 */
export function createChangeReader(db: Kysely<DB>): ReadChanges {
  return from =>
    asIndexer(db, async trx => {
      const present = await sql<{ horizon: string }>`
        select pg_snapshot_xmin(pg_current_snapshot())::text as horizon`.execute(trx)
      const horizon = present.rows[0]?.horizon
      if (horizon === undefined) throw new Error('The database named no horizon')
      if (from === null) return { changes: [], horizon }
      const { rows } = await sql<Change>`
        select id, service_id from index_change where transaction_id >= ${from}::text::xid8`.execute(trx)
      return { changes: rows, horizon }
    })
}
