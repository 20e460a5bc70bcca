import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import { Policy } from '../eligibility/policy'
import { isAnyOf } from '../list/ids-given.server'

/** Whom a service takes, as it was last stated. */
export interface StatedPolicy {
  policy: Policy
  /** Exclusions that fit no criterion, as written. */
  notes: readonly string[]
  verifiedAt: Date | null
}

/** A service that has stated nothing. */
export const NOTHING_STATED: StatedPolicy = { policy: Policy.parse({}), notes: [], verifiedAt: null }

/** The policies of services; one that has stated nothing is absent. For signed-in viewers alone. */
export async function policiesOf(
  trx: Transaction<DB>,
  serviceIds: readonly string[],
): Promise<ReadonlyMap<string, StatedPolicy>> {
  const rows = await trx
    .selectFrom('servicePolicy')
    .select(['serviceId', 'criteria', 'notes', 'verifiedAt'])
    .where(isAnyOf('service_policy.service_id', serviceIds))
    .execute()
  return new Map(
    rows.map(({ serviceId, criteria, notes, verifiedAt }) => [
      serviceId,
      { policy: Policy.parse(criteria), notes, verifiedAt },
    ]),
  )
}
