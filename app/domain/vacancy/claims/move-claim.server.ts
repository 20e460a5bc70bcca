import { sql, type Transaction } from 'kysely'
import type { DB } from '@db/schema'
import { type Day, londonDay } from '../../time/calendar'
import { beginOn } from './begin-on.server'
import { claimBedspace, releaseClaims, releaseLapsed } from './claim-bedspace.server'
import { type Editing, isInUse, orTaken, type Refused } from './editing.server'
import type { OwnClaim } from './own-claim.server'
import type { Leaving } from '../vacancy'
import { keepLeaving, keptLeaving } from './planned-move.server'
import { daysUntilLeaving, endStay, sayLeaving } from './stay.server'
import { areTaken, allOrNothing } from './unless-taken.server'

/**
 * The stay goes on in another bedspace. On a day to come it claims its own until the move is recorded (product.md, "Vacancies"): as one
 * that is sure to leave, behind whom the bedspace may be offered, and whatever was promised is reconfirmed where she is not gone by then.
 */
export async function move(
  { trx, now }: Editing,
  claim: OwnClaim,
  { bedspaceId, movedOn }: { bedspaceId: string; movedOn: Day },
): Promise<Refused> {
  if (claim.until !== null || claim.leftOn !== null) return { ok: false, reason: 'left_already' }
  if (movedOn < claim.from) return { ok: false, reason: 'before_stay' }
  if (movedOn > londonDay(now) && hasLeftBy(claim.leaves?.on, movedOn))
    return { ok: false, reason: 'after_leaving' }
  if (bedspaceId === claim.bedspaceId || !(await isInUse(trx, claim.serviceId, bedspaceId)))
    return { ok: false, reason: 'room_missing' }
  await releaseLapsed(trx, bedspaceId, now)
  if (movedOn === claim.from)
    return orTaken(trx, () =>
      trx.updateTable('bedspaceClaim').set({ bedspaceId }).where('id', '=', claim.id).execute(),
    )
  if (!(await leaveFor({ trx, now }, claim, movedOn))) return { ok: false, reason: 'days_taken' }
  // What was sure of one bedspace is a forecast in another, until somebody says that it is sure.
  const leaves = claim.leaves && !claim.leaves.mustEnd ? { on: claim.leaves.on, isSure: false } : null
  const stay = { bedspaceId, kind: 'occupied', from: movedOn, until: null, leaves } as const
  const claimed = await claimBedspace(trx, stay, now)
  if (!claimed.ok) return { ok: false, reason: 'bedspace_taken', until: claimed.until }
  await trx
    .updateTable('bedspaceClaim')
    .set({ movedTo: claimed.claimId, beforeMove: keepLeaving(claim.leaves) })
    .where('id', '=', claim.id)
    .execute()
  return null
}

/** Nobody moves on the day they are expected to leave, or later: until when they stay is said first. */
function hasLeftBy(leavesOn: Day | null | undefined, movesOn: Day): boolean {
  return leavesOn !== null && leavesOn !== undefined && leavesOn <= movesOn
}

/** The first bedspace is left: today or before that is so, on a day to come it is sure. False where it is promised by then. */
async function leaveFor({ trx, now }: Editing, claim: OwnClaim, movedOn: Day): Promise<boolean> {
  const stay = { claimId: claim.id, ...claim }
  if (movedOn > londonDay(now)) return sayLeaving(trx, stay, { on: movedOn, isSure: true })
  await endStay(trx, stay, movedOn, now)
  return true
}

/** The move that was planned is done, on its day or another: the first bedspace is left, and the stay in the other begins then. */
export async function moved(
  { trx, now }: Editing,
  claim: OwnClaim,
  { movedOn }: { movedOn: Day },
): Promise<Refused> {
  if (movedOn > londonDay(now)) return { ok: false, reason: 'day_to_come' }
  if (movedOn <= claim.from) return { ok: false, reason: 'before_stay' }
  const reason = await beginsOn(trx, claim.movedTo, movedOn, now)
  if (reason) return { ok: false, reason }
  await endStay(trx, { claimId: claim.id, ...claim }, movedOn, now)
  return null
}

/**
 * The move that was planned is to be on another day to come: the first bedspace is left on it, as sure as before, and the other is
 * claimed from it on. Refused, and nothing is changed, where either is another's on the days between.
 */
export async function moveOn(
  { trx, now }: Editing,
  claim: OwnClaim,
  { movesOn }: { movesOn: Day },
): Promise<Refused> {
  if (movesOn <= londonDay(now)) return { ok: false, reason: 'move_past' }
  if (movesOn <= claim.from) return { ok: false, reason: 'before_stay' }
  const there = await trx
    .selectFrom('bedspaceClaim')
    .select('expectedUntil')
    .where('id', '=', claim.movedTo)
    .executeTakeFirst()
  if (hasLeftBy(there?.expectedUntil, movesOn)) return { ok: false, reason: 'after_leaving' }
  const done = await allOrNothing(trx, async () => {
    const stay = { claimId: claim.id, ...claim }
    const ok =
      (await sayLeaving(trx, stay, { on: movesOn, isSure: true })) &&
      (await beginsOn(trx, claim.movedTo, movesOn, now)) === null
    return { ok }
  })
  return done.ok ? null : { ok: false, reason: 'days_taken' }
}

/** The first day of a stay in the bedspace it moves to; why not, where that is another's on the days before. */
async function beginsOn(trx: Transaction<DB>, claimId: string | null, on: Day, now: Date) {
  const { id, bedspaceId } = await trx
    .selectFrom('bedspaceClaim')
    .select(['id', 'bedspaceId'])
    .where('id', '=', claimId)
    .executeTakeFirstOrThrow()
  await releaseLapsed(trx, bedspaceId, now)
  return beginOn(trx, id, on)
}

/**
 * A move that was planned is called off: the stay goes on where it is, with the end that was said of it before, as sure as it was. Refused, and nothing is changed,
 * where that bedspace is promised by now: the other is hers until somebody decides.
 */
export async function callOff({ trx, now }: Editing, planned: Planned, moverId: string): Promise<Refused> {
  const { stay, leaves, refused } = await calledOff({ trx, now }, planned, moverId)
  if (refused) return refused
  await releaseClaims(trx, [planned.id], now)
  await trx
    .updateTable('bedspaceClaim')
    .set({ movedTo: null, beforeMove: null })
    .where('id', '=', moverId)
    .execute()
  await releaseLapsed(trx, stay.bedspaceId, now)
  return (await sayLeaving(trx, stay, leaves)) ? null : { ok: false, reason: 'days_taken' }
}

/** The claim of the room to which a move is planned. */
type Planned = Pick<OwnClaim, 'id' | 'turnaround'> & { leaves: Leaving | null }

/** Why a move would not be called off now, as `callOff` itself says it; null where it would be. */
export async function whyNotCalledOff(editing: Editing, planned: Planned, moverId: string): Promise<Refused> {
  return (await calledOff(editing, planned, moverId)).refused
}

/** The stay as it goes on where it is, and what stands in the way of that. One that outlasts its days goes on outlasting them. */
async function calledOff({ trx, now }: Editing, planned: Planned, moverId: string) {
  const { beforeMove, outstays, ...mover } = await trx
    .selectFrom('bedspaceClaim')
    .select(['bedspaceId', 'beforeMove', 'outstays', sql<Day>`lower(during)`.as('from')])
    .where('id', '=', moverId)
    .executeTakeFirstOrThrow()
  const stay = { claimId: moverId, ...mover, turnaround: planned.turnaround }
  const leaves = keptLeaving(beforeMove) ?? planned.leaves
  const days = { bedspaceId: stay.bedspaceId, during: daysUntilLeaving(stay, leaves) }
  const isTaken = !outstays && (await areTaken(trx, [days], [moverId, planned.id], now))
  const refused: Refused = isTaken ? { ok: false, reason: 'days_taken' } : null
  return { stay, leaves, refused }
}
