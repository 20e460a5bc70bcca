import { type Kysely, sql } from 'kysely'
import type { DB } from '@db/schema'

/**
 * What a viewer may know of a day, for one referral at a time, to be joined laterally. Joined by a column, the view is worked out
 * for every case its reader can see: OFFSET keeps the planner from making that of it.
 */

/** The release of the case that a column names: the day, or its week. */
export function releaseOf(db: Kysely<DB>, caseId: 'referral.caseId' | 'r.caseId') {
  return db
    .selectFrom('readableRelease')
    .selectAll()
    .where('readableRelease.caseId', '=', sql.ref<string>(caseId))
    .offset(0)
    .as('readableRelease')
}

/** The limit of the referral that a column names. */
export function dueOf(db: Kysely<DB>, referralId: 'referral.id' | 'r.id') {
  return db
    .selectFrom('readableDue')
    .selectAll()
    .where('readableDue.referralId', '=', sql.ref<string>(referralId))
    .offset(0)
    .as('readableDue')
}
