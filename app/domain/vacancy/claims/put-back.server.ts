import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { changesIn, changesOf } from './claim-history.server'
import { wasDayStay } from '../stays/day-stay'
import { type Editing, isInUse, orTaken, type Refused } from './editing.server'
import { findOwnClaim, type OwnClaim } from './own-claim.server'
import { areTaken, unlessTaken } from './unless-taken.server'

/** It was no mistake after all: the claim stands again, and where somebody had moved into it, that stay goes on in it again. */
export async function putBack(
  { trx, viewer, now }: Editing & { viewer: SignedInViewer },
  claim: OwnClaim,
): Promise<Refused> {
  const { refused: why, before, last } = await lookedAt({ trx, viewer, now }, claim)
  if (why) return why
  const was = last?.before
  const stood = was && wasDayStay(was) ? { leftOn: was.left_on } : STANDS
  const refused = await orTaken(trx, () =>
    trx.updateTable('bedspaceClaim').set(stood).where('id', '=', claim.id).execute(),
  )
  if (refused) return refused
  if (last) await turnaroundAgain(trx, viewer, last.act)
  if (before === null || before === 'elsewhere') return null
  await trx.updateTable('bedspaceClaim').set({ movedTo: claim.id }).where('id', '=', before.id).execute()
  return null
}

const STANDS = { active: true, releasedAt: null }

/** What was made ready after it until it was taken back is again, unless the days are another's by now. */
async function turnaroundAgain(trx: Transaction<DB>, viewer: SignedInViewer, act: string): Promise<void> {
  for (const { claimId, before, after } of await changesIn(trx, viewer, act)) {
    if (after.kind !== 'turnaround' || !before?.active || after.active) continue
    await unlessTaken(trx, () =>
      trx.updateTable('bedspaceClaim').set(STANDS).where('id', '=', claimId).execute(),
    )
  }
}

/**
 * Why a claim that was taken back may not stand again, as `putBack` itself says it; null where it may: not in a room that has closed, not
 * of a move that was called off, for the person is where she was, and not on days that are another's.
 */
export async function whyNotPutBack(
  editing: Editing & { viewer: SignedInViewer },
  claim: OwnClaim,
): Promise<Refused> {
  return (await lookedAt(editing, claim)).refused
}

async function lookedAt({ trx, viewer, now }: Editing & { viewer: SignedInViewer }, claim: OwnClaim) {
  const before = await stayBefore(trx, viewer, claim)
  const last = (await changesOf(trx, viewer, claim.id)).at(-1)
  const refused = async (): Promise<Refused> => {
    if (!(await isInUse(trx, claim.serviceId, claim.bedspaceId))) return { ok: false, reason: 'room_closed' }
    if (before === 'elsewhere') return { ok: false, reason: 'move_off' }
    if (!last || (last.before && wasDayStay(last.before))) return null
    const days = [{ bedspaceId: claim.bedspaceId, during: last.after.during }]
    return (await areTaken(trx, days, [claim.id], now)) ? { ok: false, reason: 'days_taken' } : null
  }
  return { before, last, refused: await refused() }
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
