import type { Transaction } from 'kysely'
import type { FormRequest } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '../../../context'
import type { LockedReferral } from '../../record/lock-referral.server'
import { placeStands } from '../../record/parked-referrals.server'
import type { Refusal } from '../../refusal'
import type { Effect } from '../acting'
import { actOnReferral, type ActResult, type ReferralTarget } from '../act-on-referral.server'

/** One tap when what was accepted falls through: a parked referral goes back to where it was, or to review without its bed. */
export async function reopenReferral(
  app: DomainContext,
  viewer: SignedInViewer,
  input: ReferralTarget,
  request: FormRequest,
): Promise<ActResult> {
  return actOnReferral(app, viewer, input, request, {
    event: 'reopen',
    details: {},
    effect: unlessAnotherStands,
  })
}

function unlessAnotherStands(trx: Transaction<DB>): Effect {
  return async referral => (await whyParked(trx, referral)) ?? { ok: true }
}

/** Why a parked referral would not be reopened now; null where it would. The referral's page asks the same. */
export async function whyParked(
  trx: Transaction<DB>,
  { caseId }: Pick<LockedReferral, 'caseId'>,
): Promise<Refusal | null> {
  return (await placeStands(trx, caseId)) ? { ok: false, reason: 'another_stands' } : null
}
