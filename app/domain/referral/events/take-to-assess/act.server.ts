import type { Transaction } from 'kysely'
import type { FormRequest } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { PROVIDER_ROLES } from '../../../account/account'
import type { DomainContext } from '../../../context'
import type { Effect } from '../acting'
import { actOnReferral, type ActResult, type ReferralTarget } from '../act-on-referral.server'
import { openToAssessor } from '../../record/referral-access.server'

/**
 * Takes a referral to assess, or over from a colleague. The viewer becomes the named assessor unless a colleague's id is
 * given; from now on the assessor and the managers read what the person agreed to.
 */
export async function takeToAssess(
  app: DomainContext,
  viewer: SignedInViewer,
  input: ReferralTarget & { assessorId?: string },
  request: FormRequest,
): Promise<ActResult> {
  const assessorId = input.assessorId ?? viewer.personId
  return actOnReferral(app, viewer, input, request, {
    event: 'take_to_assess',
    details: {},
    effect: trx => nameAssessor(trx, viewer, assessorId),
  })
}

function nameAssessor(trx: Transaction<DB>, viewer: SignedInViewer, assessorId: string): Effect {
  return async referral => {
    if (!(await isColleague(trx, viewer, assessorId))) return { ok: false, reason: 'assessor_unknown' }
    await openToAssessor(trx, referral, assessorId)
    return { ok: true, changes: { assessorId } }
  }
}

async function isColleague(trx: Transaction<DB>, viewer: SignedInViewer, personId: string): Promise<boolean> {
  if (personId === viewer.personId) return true
  const membership = await trx
    .selectFrom('membership')
    .select('id')
    .where('personId', '=', personId)
    .where('organisationId', '=', viewer.organisationId)
    .where('role', 'in', PROVIDER_ROLES)
    .where('endedAt', 'is', null)
    .executeTakeFirst()
  return membership !== undefined
}
