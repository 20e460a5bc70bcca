import type { Transaction } from 'kysely'
import type { FormRequest } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '../../../context'
import { statesAt } from '../../states'
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
  return async referral => {
    const standing = await trx
      .selectFrom('referral')
      .select('id')
      .where('caseId', '=', referral.caseId)
      .where('id', '<>', referral.id)
      .where(where =>
        where.or([
          where('state', 'in', statesAt('place', 'stay')),
          where.and([where('state', 'in', statesAt('moved')), where('resumeState', 'in', statesAt('place'))]),
        ]),
      )
      .executeTakeFirst()
    return standing ? { ok: false, reason: 'another_stands' } : { ok: true }
  }
}
