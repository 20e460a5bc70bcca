import { sql } from 'kysely'
import { type Day, londonDay } from '../../time/calendar'
import { claimBedspace, releaseClaims, releaseLapsed } from './claim-bedspace.server'
import { type Editing, isInUse, orTaken, type Refused } from './editing.server'
import type { OwnClaim } from './own-claim.server'
import { endStay, sayLeaving } from './stay.server'

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
    .set({ movedTo: claimed.claimId })
    .where('id', '=', claim.id)
    .execute()
  return null
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
  const there = trx.updateTable('bedspaceClaim').where('id', '=', claim.movedTo)
  const { bedspaceId } = await trx
    .selectFrom('bedspaceClaim')
    .select('bedspaceId')
    .where('id', '=', claim.movedTo)
    .executeTakeFirstOrThrow()
  await releaseLapsed(trx, bedspaceId, now)
  const taken = await orTaken(trx, () =>
    there.set({ during: sql<string>`daterange(${movedOn}::date, upper(during))` }).execute(),
  )
  if (taken) return taken
  await endStay(trx, { claimId: claim.id, ...claim }, movedOn, now)
  return null
}

/**
 * A move that was planned is called off: the stay goes on where it is, with the day that was expected. Refused, and nothing is changed,
 * where that bedspace is promised by now: the other is hers until somebody decides.
 */
export async function callOff({ trx, now }: Editing, planned: OwnClaim, moverId: string): Promise<Refused> {
  const { bedspaceId, from } = await trx
    .selectFrom('bedspaceClaim')
    .select(['bedspaceId', sql<Day>`lower(during)`.as('from')])
    .where('id', '=', moverId)
    .executeTakeFirstOrThrow()
  await releaseClaims(trx, [planned.id], now)
  await trx.updateTable('bedspaceClaim').set({ movedTo: null }).where('id', '=', moverId).execute()
  await releaseLapsed(trx, bedspaceId, now)
  const stay = { claimId: moverId, bedspaceId, from, turnaround: planned.turnaround }
  return (await sayLeaving(trx, stay, planned.leaves)) ? null : { ok: false, reason: 'days_taken' }
}
