import { sql } from 'kysely'
import { addDays, type Day, londonDay } from '../../time/calendar'
import { beginOn } from '../claims/begin-on.server'
import { daysBetween } from '../claims/claim-bedspace.server'
import { type Editing, orTaken, type Refused } from '../claims/editing.server'
import type { OwnClaim } from '../claims/own-claim.server'
import { endStay, freeTurnaround } from '../claims/stay.server'

/**
 * The first day of a stay put right. One that had begun on the day it ended claims nights from now on, and the other way about. Of one
 * that was moved into, it is the day of the move: the stay in the room before ends on it.
 */
export async function since(
  editing: Editing,
  claim: OwnClaim,
  { sinceOn }: { sinceOn: Day },
): Promise<Refused> {
  const { isDayStay, until, movedTo, leftOn: left } = claim
  const refused = await leftTheRoomBefore(editing, claim, sinceOn)
  if (refused) return refused
  if (left !== null && (isDayStay || until === left) && movedTo === null)
    return sinceOn > left ? { ok: false, reason: 'ends_before' } : stayed(editing, claim, [sinceOn, left])
  const end = until ?? (claim.isToMove ? claim.leaves?.on : null)
  if (end && sinceOn >= end) return { ok: false, reason: 'ends_before' }
  const reason = await beginOn(editing.trx, claim.id, sinceOn)
  return reason && { ok: false, reason }
}

/** The days between become another's or free, and the turnaround follows the new day. */
export async function leftOn(editing: Editing, claim: OwnClaim, edit: { leftOn: Day }): Promise<Refused> {
  const { leftOn: left, from } = claim
  if (left === null) return { ok: false, reason: 'stay_goes_on' }
  if (edit.leftOn > londonDay(editing.now)) return { ok: false, reason: 'day_to_come' }
  if (edit.leftOn < from) return { ok: false, reason: 'before_stay' }
  return leftAnew(editing, { ...claim, leftOn: left }, edit.leftOn)
}

type Left = Pick<OwnClaim, 'id' | 'bedspaceId' | 'from' | 'turnaround'> & { leftOn: Day }

async function leftAnew(editing: Editing, claim: Left, on: Day): Promise<Refused> {
  const { trx, now } = editing
  await freeTurnaround(trx, claim, claim.leftOn, now)
  const taken = await stayed(editing, claim, [claim.from, on])
  if (taken) return taken
  await endStay(trx, { claimId: claim.id, ...claim }, on, now)
  return null
}

/** The stay from which one was moved here ends on the day of the move; nobody is in two rooms, or in none between. */
async function leftTheRoomBefore(
  editing: Editing,
  { id, turnaround }: OwnClaim,
  movedOn: Day,
): Promise<Refused> {
  const before = await editing.trx
    .selectFrom('bedspaceClaim')
    .select(['id', 'bedspaceId', 'leftOn', sql<Day>`lower(during)`.as('from')])
    .where('movedTo', '=', id)
    .where('active', '=', true)
    .executeTakeFirst()
  if (!before || before.leftOn === null) return null
  if (movedOn <= before.from) return { ok: false, reason: 'before_stay' }
  return leftAnew(editing, { ...before, leftOn: before.leftOn, turnaround }, movedOn)
}

/** The days of a stay that is over: it claims their nights, and where it has none is kept all the same. */
async function stayed(
  { trx, now }: Editing,
  { id }: Pick<OwnClaim, 'id'>,
  [from, left]: [Day, Day],
): Promise<Refused> {
  const stands = from < left
  const during = daysBetween({ from, until: stands ? left : addDays(from, 1) })
  return orTaken(trx, () =>
    trx
      .updateTable('bedspaceClaim')
      .set({ during, leftOn: left, active: stands, releasedAt: stands ? null : now })
      .where('id', '=', id)
      .execute(),
  )
}
