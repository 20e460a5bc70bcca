import type { FormRequest } from '@db/idempotency'
import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '../../../context'
import type { Effect } from '../acting'
import { actOnReferral, type ActResult, type ReferralTarget } from '../act-on-referral.server'
import type { AssessmentMethod } from '../../referral'

/** The provider books an assessment, at an instant still to come. */
export async function bookAssessment(
  app: DomainContext,
  viewer: SignedInViewer,
  input: ReferralTarget & { method: AssessmentMethod; at: Date; note: string | null },
  request: FormRequest,
): Promise<ActResult> {
  const { method, at, note } = input
  const details = { assessment: { method, at }, note: note ?? '' }
  const effect: Effect = () =>
    Promise.resolve(
      at > app.clock()
        ? { ok: true, changes: { assessmentAt: at, assessmentMethod: method } }
        : { ok: false, reason: 'date_in_past' },
    )
  return actOnReferral(app, viewer, input, request, {
    event: 'book_assessment',
    details,
    effect: () => effect,
  })
}
