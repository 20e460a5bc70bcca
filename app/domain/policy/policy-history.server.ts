import type { Kysely } from 'kysely'
import type { DB, JsonObject } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { policyChanges, type PolicyChange } from './policy-changes'
import { keptValues } from './policy-words'

/** One time a policy was written: what it said before and since, and whether somebody verified the whole. */
export interface PolicyVersion {
  id: string
  at: Date
  /** Null for a script, or a link. */
  by: string | null
  byLink: boolean
  isVerified: boolean
  changes: PolicyChange[]
}

/** How a policy came to be what it is, the latest first, as far as the viewer may read it. */
export async function policyHistory(
  db: Kysely<DB>,
  viewer: SignedInViewer,
  serviceId: string,
): Promise<PolicyVersion[]> {
  const rows = await asViewer(db, viewer, trx =>
    trx
      .selectFrom('recordChange as c')
      .leftJoin('person as p', 'p.id', 'c.byPerson')
      .select(['c.id', 'c.happenedAt', 'c.before', 'c.after', 'p.name'])
      .where('c.serviceId', '=', serviceId)
      .where('c.tableName', '=', 'service_policy')
      .orderBy('c.sequence', 'desc')
      .execute(),
  )
  return rows
    .map(({ id, happenedAt, before, after, name }) => ({
      id,
      at: happenedAt,
      by: name,
      ...changeIn(before as JsonObject | null, after as JsonObject | null),
    }))
    .filter(({ isVerified, changes }) => isVerified || changes.length > 0)
}

/** What one row of the history says; a part that did not change is in neither. */
function changeIn(before: JsonObject | null, after: JsonObject | null) {
  return {
    changes: policyChanges(keptValues(before), keptValues(after)),
    isVerified: typeof after?.verified_at === 'string',
    byLink: typeof after?.verified_link === 'string',
  }
}
