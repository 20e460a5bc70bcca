import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '../../context'
import { addDays, londonDay, type Day } from '../../time/calendar'
import { daysBetween } from '../../vacancy/claims/claim-bedspace.server'
import { lockClaims, lockOpenHouse } from '../../vacancy/claims/lock-service.server'
import { endStay, freeTurnaround, type Stay } from '../../vacancy/claims/stay.server'
import { allOrNothing, unlessTaken } from '../../vacancy/claims/unless-taken.server'
import type { LockedReferral } from '../record/lock-referral.server'
import type { Departure } from '../reasons'
import { backToRoomOn } from './back-to-room.server'
import { setOrOutstay } from './set-or-outstay.server'
import { stayOf } from './stay-of.server'

/** A departure that was none: the stay goes on in its room. False, and nothing is changed, where the room is another's by now. */
export async function resumeStay(
  app: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  referral: Pick<LockedReferral, 'id' | 'serviceId'>,
): Promise<boolean> {
  const stay = await stayOf(trx, referral)
  const { departedOn, expectedUntil: on, placementId } = stay
  if (departedOn === null) return false
  await lockClaims(trx, referral.serviceId)
  const today = londonDay(app.clock())
  const leaving = on !== null && on > today ? { on, isSure: false } : null
  const done = await allOrNothing(trx, async () => {
    await freeTurnaround(trx, stay, departedOn, app.clock())
    const ok = (await revive(trx, stay)) && (await setOrOutstay({ app, trx, viewer }, stay, leaving))
    return { ok }
  })
  if (done.ok) await sayDeparted(trx, placementId, { departedOn: null, departure: null })
  return done.ok
}

/**
 * The day and the kind of a departure put right: its claim ends on the new day, and the turnaround follows that. In a service that has
 * closed no room is made ready for anybody. Gives the rooms of moves that are taken out, being later; null, and nothing is changed, where
 * the days are another's.
 */
export async function correctDeparture(
  app: DomainContext,
  trx: Transaction<DB>,
  referral: Pick<LockedReferral, 'id' | 'serviceId'>,
  { departedOn, kind }: { departedOn: Day; kind: Departure },
): Promise<string[] | null> {
  const said = await stayOf(trx, referral)
  const now = app.clock()
  const turnaround = (await lockOpenHouse(trx, referral.serviceId)) ? 0 : said.turnaround
  const done = await allOrNothing(trx, async () => {
    if (said.departedOn !== null) await freeTurnaround(trx, said, said.departedOn, now)
    const { stay, undone } = await backToRoomOn(trx, referral, said, { leftOn: departedOn, now })
    // The kind alone is put right of a stay of one day, which claims no night: whoever came in since stays.
    const ok = departedOn === stay.from || (await revive(trx, stay))
    if (ok) await endStay(trx, { ...stay, turnaround }, departedOn, now)
    return { ok, undone }
  })
  if (!done.ok) return null
  await sayDeparted(trx, said.placementId, { departedOn, departure: kind })
  return done.undone
}

async function sayDeparted(
  trx: Transaction<DB>,
  placementId: string,
  said: { departedOn: Day | null; departure: Departure | null },
): Promise<void> {
  await trx.updateTable('placement').set(said).where('id', '=', placementId).execute()
}

/** Somebody who left on the day she came claims nothing: her claim takes its first day again. */
async function revive(trx: Transaction<DB>, { claimId, from }: Stay): Promise<boolean> {
  const during = daysBetween({ from, until: addDays(from, 1) })
  return unlessTaken(trx, () =>
    trx
      .updateTable('bedspaceClaim')
      .set({ active: true, releasedAt: null, during, leftOn: null })
      .where('id', '=', claimId)
      .where('active', '=', false)
      .execute(),
  )
}
