import { addDays, type Day, londonDay } from '../../time/calendar'
import { beginOn } from '../claims/begin-on.server'
import { daysBetween } from '../claims/claim-bedspace.server'
import { type Editing, orTaken, type Refused } from '../claims/editing.server'
import type { OwnClaim } from '../claims/own-claim.server'
import { endStay, freeTurnaround } from '../claims/stay.server'

/** The first day of a stay put right. One that had begun on the day it ended claims nights from now on, and the other way about. */
export async function since(
  editing: Editing,
  claim: OwnClaim,
  { sinceOn }: { sinceOn: Day },
): Promise<Refused> {
  const { isDayStay, until, movedTo, leftOn: left } = claim
  if (left !== null && (isDayStay || until === left) && movedTo === null)
    return sinceOn > left ? { ok: false, reason: 'dates_invalid' } : stayed(editing, claim, [sinceOn, left])
  const end = until ?? (claim.isToMove ? claim.leaves?.on : null)
  if (end && sinceOn >= end) return { ok: false, reason: 'dates_invalid' }
  const reason = await beginOn(editing.trx, claim.id, sinceOn)
  return reason && { ok: false, reason }
}

/** The days between become another's or free, and the turnaround follows the new day. */
export async function leftOn(editing: Editing, claim: OwnClaim, edit: { leftOn: Day }): Promise<Refused> {
  const { trx, now } = editing
  if (claim.leftOn === null) return { ok: false, reason: 'stay_goes_on' }
  if (edit.leftOn > londonDay(now)) return { ok: false, reason: 'day_to_come' }
  if (edit.leftOn < claim.from) return { ok: false, reason: 'before_stay' }
  await freeTurnaround(trx, claim, claim.leftOn, now)
  const taken = await stayed(editing, claim, [claim.from, edit.leftOn])
  if (taken) return taken
  await endStay(trx, { claimId: claim.id, ...claim }, edit.leftOn, now)
  return null
}

/** The days of a stay that is over: it claims their nights, and where it has none is kept all the same. */
async function stayed({ trx, now }: Editing, { id }: OwnClaim, [from, left]: [Day, Day]): Promise<Refused> {
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
