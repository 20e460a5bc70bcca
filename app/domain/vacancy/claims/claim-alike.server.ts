import { sql, type Transaction } from 'kysely'
import type { DB } from '@db/schema'
import {
  claimBedspace,
  type ClaimResult,
  claimsInTheWay,
  type NewClaim,
  releaseClaims,
} from './claim-bedspace.server'
import { hasRoom, makeRoom } from './make-room.server'
import { allOrNothing } from './unless-taken.server'

/**
 * Claims the bedspace asked for; where it is unnamed, any of the service's unnamed ones that are alike, which are laid out
 * anew if that makes room: a count has room as long as fewer days overlap than it counts.
 */
export async function claimAlike(trx: Transaction<DB>, claim: NewClaim, now: Date): Promise<ClaimResult> {
  const first = await claimBedspace(trx, claim, now)
  if (first.ok) return first
  const alike = await alikeTo(trx, claim.bedspaceId)
  for (const { id: bedspaceId } of alike) {
    const claimed = await claimBedspace(trx, { ...claim, bedspaceId }, now)
    if (claimed.ok) return claimed
  }
  const [{ serviceId } = { serviceId: null }] = alike
  if (serviceId === null) return first
  const ids = [claim.bedspaceId, ...alike.map(each => each.id)]
  const bedspaceId = await makeRoom(trx, serviceId, ids, claim, now)
  return bedspaceId === null ? first : claimBedspace(trx, { ...claim, bedspaceId }, now)
}

/** Whether `claimAlike` would find room for these days once some claims are gone: read, and nothing is changed. */
export async function isRoomFor(
  trx: Transaction<DB>,
  claim: Pick<NewClaim, 'bedspaceId' | 'from' | 'until'>,
  but: readonly string[],
  now: Date,
): Promise<boolean> {
  if ((await claimsInTheWay(trx, claim, now, but)) === null) return true
  const alike = await alikeTo(trx, claim.bedspaceId)
  if (alike.length === 0) return false
  return hasRoom(trx, [claim.bedspaceId, ...alike.map(({ id }) => id)], claim, but, now)
}

/** Puts one claim in the place of others, or leaves them all as they were. */
export async function replaceClaims(
  trx: Transaction<DB>,
  oldIds: readonly string[],
  claim: NewClaim,
  now: Date,
): Promise<ClaimResult> {
  return allOrNothing(trx, async () => {
    await releaseClaims(trx, oldIds, now)
    return claimAlike(trx, claim, now)
  })
}

/** The other bedspaces that an unnamed one stands for; none for a named one. */
async function alikeTo(
  trx: Transaction<DB>,
  bedspaceId: string,
): Promise<{ id: string; serviceId: string }[]> {
  return trx
    .selectFrom('bedspace as wanted')
    .innerJoin('bedspace as other', join =>
      join
        .onRef('other.serviceId', '=', 'wanted.serviceId')
        .onRef('other.type', '=', 'wanted.type')
        .on(sql<boolean>`other.sex is not distinct from wanted.sex`)
        .on(sql<boolean>`other.wheelchair is not distinct from wanted.wheelchair`)
        .onRef('other.id', '<>', 'wanted.id'),
    )
    .select(['other.id', 'other.serviceId'])
    .where('wanted.id', '=', bedspaceId)
    .where('wanted.named', '=', false)
    .where('other.named', '=', false)
    .where('other.retiredAt', 'is', null)
    .orderBy('other.position')
    .execute()
}
