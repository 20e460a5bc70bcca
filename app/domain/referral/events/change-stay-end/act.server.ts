import type { Transaction } from 'kysely'
import type { FormRequest } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '../../../context'
import { type Day, londonDay } from '../../../time/calendar'
import { lockClaims } from '../../../vacancy/claims/lock-service.server'
import type { Effect } from '../acting'
import { actOnReferral, type ActResult, type ReferralTarget } from '../act-on-referral.server'
import { setOrOutstay } from '../../stay/set-or-outstay.server'
import { stayOf } from '../../stay/stay-of.server'
import { NOT_KNOWN } from '../was-is'

interface End {
  /** Null where nobody knows. */
  leavesOn: Day | null
  isSure: boolean
}

/** Until when the person stays, said anew. What is promised behind it is to be reconfirmed where she stays longer. */
export async function changeEnd(
  app: DomainContext,
  viewer: SignedInViewer,
  input: ReferralTarget & End & { note: string | null },
  request: FormRequest,
): Promise<ActResult> {
  const details = { days: [input.leavesOn ?? NOT_KNOWN], note: input.note ?? '' }
  return actOnReferral(app, viewer, input, request, {
    event: 'change_stay_end',
    details,
    effect: trx => endOn(app, trx, viewer, input),
  })
}

function endOn(
  app: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  { leavesOn: on, isSure }: End,
): Effect {
  return async referral => {
    if (on !== null && on < londonDay(app.clock())) return { ok: false, reason: 'dates_invalid' }
    const stay = await stayOf(trx, referral)
    await lockClaims(trx, referral.serviceId)
    const leaving = on === null ? null : { on, isSure }
    const isSaid = await setOrOutstay({ app, trx, viewer }, stay, leaving)
    if (!isSaid) return { ok: false, reason: 'bedspace_taken', until: null }
    return { ok: true, was: [stay.expectedUntil ?? NOT_KNOWN] }
  }
}
