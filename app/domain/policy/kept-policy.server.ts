import type { Kysely, Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { UNREADABLE_POLICY } from '../eligibility/policy'
import { readPolicy } from '../service/service-policy.server'
import { mayReadStating, mayStatePolicy } from './policy-access'
import type { WholePolicy } from './policy-values'

/** What is kept of the policy of a service, for those who keep it true. */
export interface KeptPolicy extends WholePolicy {
  service: { id: string; name: string; kind: string; organisationId: string }
  /** 0 where nothing was ever stated. */
  version: number
  /** What is kept is no policy, so that nothing counts as stated. */
  isUnreadable: boolean
  verified: { at: Date; by: string | null; byLink: boolean } | null
  /** The viewer may state and verify it. */
  mayState: boolean
}

/** The policy of a service of the viewer's own, or of any for an editor; null for anybody else's. */
export async function keptPolicy(
  db: Kysely<DB>,
  viewer: SignedInViewer,
  serviceId: string,
): Promise<KeptPolicy | null> {
  return asViewer(db, viewer, trx => keptPolicyWithin(trx, viewer, serviceId))
}

/** The same within a transaction; `lock` keeps others from writing it until that ends. */
export async function keptPolicyWithin(
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  serviceId: string,
  lock = false,
): Promise<KeptPolicy | null> {
  const service = await trx
    .selectFrom('service')
    .select(['id', 'name', 'kind', 'organisationId'])
    .where('id', '=', serviceId)
    .executeTakeFirst()
  if (!service || !mayReadStating(viewer, service)) return null
  const rows = trx.selectFrom('servicePolicy').selectAll().where('serviceId', '=', serviceId)
  const row = await (lock ? rows.forUpdate() : rows).executeTakeFirst()
  const policy = readPolicy(serviceId, row?.criteria ?? {})
  const isUnreadable = policy === UNREADABLE_POLICY
  return {
    service,
    policy,
    notes: row?.notes ?? [],
    version: row?.version ?? 0,
    isUnreadable,
    verified: row?.verifiedAt && !isUnreadable ? await verifiedBy(trx, row.verifiedAt, row) : null,
    mayState: mayStatePolicy(viewer, service),
  }
}

async function verifiedBy(
  trx: Transaction<DB>,
  at: Date,
  { verifiedBy, verifiedLink }: { verifiedBy: string | null; verifiedLink: string | null },
) {
  const person =
    verifiedBy === null
      ? null
      : await trx.selectFrom('person').select('name').where('id', '=', verifiedBy).executeTakeFirst()
  return { at, by: person?.name ?? null, byLink: verifiedLink !== null }
}
