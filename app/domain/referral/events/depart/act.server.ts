import type { Transaction } from 'kysely'
import type { FormRequest } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '../../../context'
import { londonDay, type Day } from '../../../time/calendar'
import { endStay } from '../../../vacancy/claims/stay.server'
import type { Effect } from '../acting'
import { actOnReferral, type ActResult, type ReferralTarget } from '../act-on-referral.server'
import type { Departure } from '../../reasons'
import { backToRoomOn } from '../../stay/back-to-room.server'
import { takenOutCodes } from '../../stay/move-taken-out'
import { withoutPlan } from '../../stay/planned-move.server'
import { stayOf } from '../../stay/stay-of.server'

interface Leaving {
  departedOn: Day
  kind: Departure
}

/** The stay ended: its claim is cut to the day it did, and the turnaround follows. */
export async function recordDeparture(
  app: DomainContext,
  viewer: SignedInViewer,
  input: ReferralTarget & Leaving & { note: string | null },
  request: FormRequest,
): Promise<ActResult> {
  const { departedOn, kind } = input
  const details = { departure: { departedOn, kind }, note: input.note ?? '' }
  return actOnReferral(app, viewer, input, request, {
    event: 'depart',
    details,
    effect: trx => leave(app, trx, details.departure),
  })
}

function leave(app: DomainContext, trx: Transaction<DB>, { departedOn, kind }: Leaving): Effect {
  return async referral => {
    const now = app.clock()
    const placed = await stayOf(trx, referral)
    if (departedOn > londonDay(now)) return { ok: false, reason: 'date_in_future' }
    if (departedOn < placed.arrivedOn) return { ok: false, reason: 'dates_invalid' }
    await trx
      .updateTable('placement')
      .set({ departedOn, departure: kind })
      .where('id', '=', placed.placementId)
      .execute()
    // Whoever was to move and left instead moves nowhere; nor did anybody move after they left.
    const unplanned = await withoutPlan(trx, placed, now)
    const { stay, undone } = await backToRoomOn(trx, referral, unplanned, { leftOn: departedOn, now })
    await endStay(trx, stay, departedOn, now)
    return { ok: true, was: takenOutCodes(undone) }
  }
}
