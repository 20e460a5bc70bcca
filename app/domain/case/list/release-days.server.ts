import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { Day } from '../../time/calendar'

/**
 * The day of release of each of these cases that the viewer may read, null where it is not known. A statement of its own: joined, the view
 * is worked out again for every case.
 */
export async function releaseDays(
  trx: Transaction<DB>,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, Day | null>> {
  if (caseIds.length === 0) return new Map()
  const releases = await trx
    .selectFrom('readableRelease')
    .select(['caseId', 'releaseOn'])
    .where('caseId', 'in', caseIds)
    .execute()
  return new Map(releases.flatMap(({ caseId, releaseOn }) => (caseId === null ? [] : [[caseId, releaseOn]])))
}
