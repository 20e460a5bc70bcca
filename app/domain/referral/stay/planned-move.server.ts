import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { Day } from '../../time/calendar'
import { addWorkingDays } from '../../time/working-days'
import { claimAlike } from '../../vacancy/claims/claim-alike.server'
import { type ClaimResult, releaseClaims } from '../../vacancy/claims/claim-bedspace.server'
import { keepLeaving, keptLeaving } from '../../vacancy/claims/planned-move.server'
import type { Leaving } from '../../vacancy/vacancy'
import type { PlacedStay } from './stay-of.server'

/** A move to another room that is planned: the claim of that room, and what was said of the end of the stay before. */
interface PlannedMove {
  claimId: string
  leaves: Leaving | null
}

/** The move that is planned of a stay; null where none is. */
export async function plannedMoveOf(
  trx: Transaction<DB>,
  { claimId }: Pick<PlacedStay, 'claimId'>,
): Promise<PlannedMove | null> {
  const there = await trx
    .selectFrom('bedspaceClaim as here')
    .innerJoin('bedspaceClaim as there', 'there.id', 'here.movedTo')
    .select(['there.id', 'there.expectedUntil', 'here.beforeMove'])
    .where('here.id', '=', claimId)
    .where('here.leavingSure', '=', true)
    .where('there.active', '=', true)
    .executeTakeFirst()
  if (!there) return null
  const { id, expectedUntil: on } = there
  return {
    claimId: id,
    leaves: keptLeaving(there.beforeMove) ?? (on === null ? null : { on, isSure: false }),
  }
}

/**
 * The stay as it is without the move that was planned of it, whose claim is freed: what happens to it is another thing than was
 * planned, or the move itself. Whoever calls says next until when it claims its room.
 */
export async function withoutPlan(trx: Transaction<DB>, stay: PlacedStay, now: Date): Promise<PlacedStay> {
  const planned = await plannedMoveOf(trx, stay)
  if (planned === null) return stay
  await releaseClaims(trx, [planned.claimId], now)
  const { on: expectedUntil = null, isSure = false, mustEnd = false } = planned.leaves ?? {}
  await trx
    .updateTable('bedspaceClaim')
    .set({ movedTo: null, beforeMove: null, expectedUntil, leavingSure: false, mustEnd: false })
    .where('id', '=', stay.claimId)
    .execute()
  return { ...stay, expectedUntil, isSure, mustEnd }
}

/** Claims another room for a stay from a day on, with its departure as far as one is expected. */
export async function claimThere(
  trx: Transaction<DB>,
  stay: PlacedStay,
  { bedspaceId, movedOn, now }: { bedspaceId: string; movedOn: Day; now: Date },
): Promise<ClaimResult> {
  const { open, ending } = daysThere(stay, movedOn)
  const claimed = await claimAlike(trx, { bedspaceId, ...open }, now)
  if (claimed.ok || ending === null || claimed.from <= movedOn) return claimed
  return claimAlike(trx, { bedspaceId, ...ending }, now)
}

/** Until the departure is recorded; where later days there are promised already, until the day that is expected. */
function daysThere({ expectedUntil: on, turnaround }: PlacedStay, from: Day) {
  const stay = { kind: 'occupied', from } as const
  const open = { ...stay, until: null, leaves: on === null ? null : { on, isSure: false } }
  if (on === null || on <= from) return { open, ending: null }
  const leaves = { on, isSure: true, mustEnd: true }
  return { open, ending: { ...stay, until: addWorkingDays(on, turnaround), leaves } }
}

/** Keeps what is said of the end of a stay, before a move of it is planned. */
export async function keepBeforeMove(
  trx: Transaction<DB>,
  { claimId, expectedUntil: on, isSure, mustEnd }: PlacedStay,
): Promise<void> {
  const beforeMove = keepLeaving(on === null ? null : { on, isSure, mustEnd })
  await trx.updateTable('bedspaceClaim').set({ beforeMove }).where('id', '=', claimId).execute()
}

/** Says in the claim of a stay where it goes on. */
export async function goesOnAt(
  trx: Transaction<DB>,
  { claimId }: Pick<PlacedStay, 'claimId'>,
  movedTo: string,
): Promise<void> {
  await trx.updateTable('bedspaceClaim').set({ movedTo }).where('id', '=', claimId).execute()
}
