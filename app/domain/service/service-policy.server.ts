import { channel } from 'node:diagnostics_channel'
import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import { Policy, UNREADABLE_POLICY } from '../eligibility/policy'
import { isAnyOf } from '../list/ids-given.server'

/** The channel that tells of each read of what is kept as a policy and is none: the process logs it. */
export const POLICY_UNREADABLE = 'throughgate.policy-unreadable'

export interface UnreadablePolicy {
  serviceId: string
  /** Which criteria: never what is written there. */
  criteria: string[]
}

/** Whom a service takes, as it was last stated. */
export interface StatedPolicy {
  policy: Policy
  /** Exclusions that fit no criterion, as written. */
  notes: readonly string[]
  verifiedAt: Date | null
}

const unreadable = channel(POLICY_UNREADABLE)

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
  return new Map(rows.map(({ notes, ...row }) => [row.serviceId, { ...statedPolicy(row), notes }]))
}

/** The policy a row keeps, and when it was verified: never, where it cannot be read. `criteria` is null where there is no row. */
export function statedPolicy(row: {
  serviceId: string
  criteria: unknown
  verifiedAt: Date | null
}): Pick<StatedPolicy, 'policy' | 'verifiedAt'> {
  const policy = readPolicy(row.serviceId, row.criteria ?? {})
  return { policy, verifiedAt: policy === UNREADABLE_POLICY ? null : row.verifiedAt }
}

/** A policy as kept, or `UNREADABLE_POLICY` for what a script or an administrator wrote that is none: it is told, and no page fails. */
export function readPolicy(serviceId: string, criteria: unknown): Policy {
  const read = Policy.safeParse(criteria)
  if (read.success) return read.data
  const told = new Set(read.error.issues.map(({ path }) => String(path[0] ?? 'all')))
  unreadable.publish({ serviceId, criteria: [...told] } satisfies UnreadablePolicy)
  return UNREADABLE_POLICY
}
