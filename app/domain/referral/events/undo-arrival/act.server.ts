import type { Transaction } from 'kysely'
import type { FormRequest } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '../../../context'
import type { Effect } from '../acting'
import { actOnReferral, type ActResult, type ReferralTarget } from '../act-on-referral.server'
import { holdAgain, whyNotHeldAgain } from '../../offer/hold-again.server'
import { isCaseClosed } from '../../record/ending.server'
import type { LockedReferral } from '../../record/lock-referral.server'
import { parkAgain } from '../../record/other-referrals.server'
import type { Refusal } from '../../refusal'
import { stayOf } from '../../stay/stay-of.server'

/** The arrival was none: the room is held as it was promised, and what closed with the arrival is parked again. */
export async function undoArrivalOf(
  app: DomainContext,
  viewer: SignedInViewer,
  input: ReferralTarget & { note: string },
  request: FormRequest,
): Promise<ActResult> {
  const deed = { event: 'undo_arrival', details: { note: input.note } } as const
  return actOnReferral(app, viewer, input, request, {
    ...deed,
    effect: trx => expectAgain(app, trx),
    then: (trx, undone) => parkAgain(app, trx, viewer, undone),
  })
}

/** Why the arrival would not be undone now; null where it would. It reads, and changes nothing: the referral's page asks the same. */
export async function whyArrivalStands(
  trx: Transaction<DB>,
  referral: Pick<LockedReferral, 'id' | 'caseId' | 'serviceId'>,
  now: Date,
): Promise<Refusal | null> {
  if (await isCaseClosed(trx, referral.caseId)) return { ok: false, reason: 'case_closed' }
  return whyNotHeldAgain(trx, referral, now)
}

function expectAgain(app: DomainContext, trx: Transaction<DB>): Effect {
  return async referral => {
    const refused = await whyArrivalStands(trx, referral, app.clock())
    if (refused) return refused
    const stay = await stayOf(trx, referral)
    const held = await holdAgain(app, trx, referral, 'place')
    if (held === null) return { ok: false, reason: 'bedspace_taken', until: null }
    await trx.deleteFrom('placement').where('id', '=', stay.placementId).execute()
    return { ok: true, was: [stay.arrivedOn], ...held }
  }
}
