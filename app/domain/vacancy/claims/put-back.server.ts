import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { changesIn, changesOf } from './claim-history.server'
import { type Editing, isInUse, orTaken, type Refused } from './editing.server'
import { findOwnClaim, type OwnClaim } from './own-claim.server'

/** It was no mistake after all: the claim stands again, and where somebody had moved into it, that stay goes on in it again. */
export async function putBack(
  { trx, viewer }: Editing & { viewer: SignedInViewer },
  claim: OwnClaim,
): Promise<Refused> {
  if (!(await isInUse(trx, claim.serviceId, claim.bedspaceId))) return { ok: false, reason: 'room_closed' }
  const before = await stayBefore(trx, viewer, claim)
  if (before === 'elsewhere') return { ok: false, reason: 'move_off' }
  const refused = await orTaken(trx, () =>
    trx
      .updateTable('bedspaceClaim')
      .set({ active: true, releasedAt: null })
      .where('id', '=', claim.id)
      .execute(),
  )
  if (refused || before === null) return refused
  await trx.updateTable('bedspaceClaim').set({ movedTo: claim.id }).where('id', '=', before.id).execute()
  return null
}

/** Whether a claim that was taken back may stand again: not one of a move that was called off, for the person is where she was. */
export async function mayBePutBack(
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  claim: OwnClaim,
): Promise<boolean> {
  return !claim.active && (await stayBefore(trx, viewer, claim)) !== 'elsewhere'
}

/**
 * The stay that went on in a claim until that was released: null where none did, or it was taken back itself. 'elsewhere' where the move
 * was only planned, or the departure that it was is recorded no more: then she is, or was, in her first room, and has no other.
 */
async function stayBefore(
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  { id, from }: Pick<OwnClaim, 'id' | 'from'>,
): Promise<OwnClaim | 'elsewhere' | null> {
  const last = (await changesOf(trx, viewer, id)).at(-1)
  if (!last) return null
  const moved = (await changesIn(trx, viewer, last.act)).find(change => change.before?.moved_to === id)
  if (!moved) return null
  if (moved.before?.leaving_sure) return 'elsewhere'
  const stay = await findOwnClaim(trx, viewer, moved.claimId)
  if (!stay?.active) return null
  return stay.leftOn === from && stay.movedTo === null ? stay : 'elsewhere'
}
