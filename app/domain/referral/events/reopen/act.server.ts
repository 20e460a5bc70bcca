import type { Transaction } from 'kysely'
import type { FormRequest } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '../../../context'
import { placeStands } from '../../record/parked-referrals.server'
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
  return async ({ caseId }) =>
    (await placeStands(trx, caseId)) ? { ok: false, reason: 'another_stands' } : { ok: true }
}
