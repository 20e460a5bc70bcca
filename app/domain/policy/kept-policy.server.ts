import { type Kysely, sql, type Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { UNREADABLE_POLICY } from '../eligibility/policy'
import { isAnyOf } from '../list/ids-given.server'
import { readPolicy } from '../service/service-policy.server'
import { lockClaims } from '../vacancy/claims/lock-service.server'
import { mayReadStating, mayStatePolicy, readsOwnAlone } from './policy-access'
import type { WholePolicy } from './policy-values'

/** What is kept of the policy of a service, for those who keep it true. */
export interface KeptPolicy extends WholePolicy {
  service: { id: string; name: string; kind: string; organisationId: string }
  /** Whom its rooms in use are for, where that is said of a room. */
  roomSexes: readonly string[]
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
  const [kept] = await asViewer(db, viewer, trx => keptPolicies(trx, viewer, [serviceId]))
  return kept ?? null
}

/** What is kept, with nobody else writing it, or a room, until the transaction ends; null where the viewer may not state it. */
export async function policyToWrite(
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  serviceId: string,
): Promise<KeptPolicy | null> {
  const [kept] = await policiesToWrite(trx, viewer, [serviceId], mine => mine)
  return kept?.mayState ? kept : null
}

/**
 * The same of many services, with their rooms held for those `holdRooms` picks alone: a policy that comes to take one sex is compared with
 * rooms that somebody else may be adding. Their lock comes first, as for whoever writes rooms.
 */
export async function policiesToWrite(
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  serviceIds: readonly string[],
  holdRooms: (mine: KeptPolicy[]) => KeptPolicy[],
): Promise<KeptPolicy[]> {
  const hold = async () => {
    const mine = (await keptPolicies(trx, viewer, serviceIds)).filter(({ mayState }) => mayState)
    const held = holdRooms(mine).map(({ service }) => service.id)
    await lockClaims(trx, ...held)
  }
  await hold()
  await lockPolicies(trx, serviceIds)
  // Another may have written one while this waited.
  await hold()
  return keptPolicies(trx, viewer, serviceIds)
}

async function lockPolicies(trx: Transaction<DB>, serviceIds: readonly string[]): Promise<void> {
  await trx
    .selectFrom('servicePolicy')
    .select('serviceId')
    .where(isAnyOf('service_policy.service_id', serviceIds))
    .orderBy('serviceId')
    .forUpdate()
    .execute()
}

const roomSexes = sql<string[]>`array(select distinct b.sex from bedspace b
  where b.service_id = s.id and b.retired_at is null and b.sex is not null)`

/** The policies the viewer keeps, by the name of the service; of these services alone where `serviceIds` is given. */
export async function keptPolicies(
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  serviceIds?: readonly string[],
): Promise<KeptPolicy[]> {
  const rows = await trx
    .selectFrom('service as s')
    .leftJoin('servicePolicy as p', 'p.serviceId', 's.id')
    .leftJoin('person', 'person.id', 'p.verifiedBy')
    .select(['s.id', 's.name', 's.kind', 's.organisationId'])
    .select(['criteria', 'notes', 'p.version', 'verifiedAt', 'verifiedLink', 'person.name as verifiedBy'])
    .select(roomSexes.as('roomSexes'))
    .$if(readsOwnAlone(viewer), query => query.where('s.organisationId', '=', viewer.organisationId))
    .$if(serviceIds !== undefined, query => query.where(isAnyOf('s.id', serviceIds ?? [])))
    .where('s.archivedAt', 'is', null)
    .orderBy('s.name')
    .orderBy('s.id')
    .execute()
  return rows
    .filter(row => mayReadStating(viewer, row))
    .map(
      ({ criteria, notes, version, verifiedAt, verifiedLink, verifiedBy, roomSexes: rooms, ...service }) => {
        const policy = readPolicy(service.id, criteria ?? {})
        const isUnreadable = policy === UNREADABLE_POLICY
        const isVerified = verifiedAt !== null && !isUnreadable
        return {
          service,
          policy,
          notes: notes ?? [],
          roomSexes: rooms,
          version: version ?? 0,
          isUnreadable,
          verified: isVerified ? { at: verifiedAt, by: verifiedBy, byLink: verifiedLink !== null } : null,
          mayState: mayStatePolicy(viewer, service),
        }
      },
    )
}
