import type { Transaction } from 'kysely'
import type { FormRequest } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '../../../context'
import { londonDay, type Day } from '../../../time/calendar'
import type { Effect } from '../acting'
import { actOnReferral, type ActResult, type ReferralTarget } from '../act-on-referral.server'
import type { Departure } from '../../reasons'
import { takenOutCodes } from '../../stay/move-taken-out'
import { correctDeparture } from '../../stay/resume-stay.server'
import { stayOf } from '../../stay/stay-of.server'

interface Leaving {
  departedOn: Day
  kind: Departure
}

/** Puts right when the stay ended, and how: it stays ended. */
export async function correctHowItEnded(
  app: DomainContext,
  viewer: SignedInViewer,
  input: ReferralTarget & Leaving & { note: string | null },
  request: FormRequest,
): Promise<ActResult> {
  const { departedOn, kind, note } = input
  const details = { departure: { departedOn, kind }, days: [departedOn, kind], note: note ?? '' }
  return actOnReferral(app, viewer, input, request, {
    event: 'correct_departure',
    details,
    effect: trx => endAnew(app, trx, { departedOn, kind }),
  })
}

function endAnew(app: DomainContext, trx: Transaction<DB>, leaving: Leaving): Effect {
  return async referral => {
    const { arrivedOn, departedOn, departure } = await stayOf(trx, referral)
    if (leaving.departedOn > londonDay(app.clock())) return { ok: false, reason: 'date_in_future' }
    if (leaving.departedOn < arrivedOn) return { ok: false, reason: 'dates_invalid' }
    const undone = await correctDeparture(app, trx, referral, leaving)
    if (undone === null) return { ok: false, reason: 'bedspace_taken', until: null }
    return { ok: true, was: [departedOn ?? '', departure ?? '', ...takenOutCodes(undone)] }
  }
}
