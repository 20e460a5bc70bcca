import type { Transaction } from 'kysely'
import type { FormRequest } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '../../../context'
import { openToAssessor } from '../../record/referral-access.server'
import type { AgreedTier } from '../../referral'
import type { Effect } from '../acting'
import { actOnReferral, type ActResult, type ReferralTarget } from '../act-on-referral.server'

/** The referrer records that the person agrees to share more or less: whoever reads the case there reads that from now on, and no more. */
export async function changeWhatIsAgreed(
  app: DomainContext,
  viewer: SignedInViewer,
  input: ReferralTarget & { agreedTier: AgreedTier; note: string | null },
  request: FormRequest,
): Promise<ActResult> {
  const { agreedTier, note } = input
  return actOnReferral(app, viewer, input, request, {
    event: 'change_agreement',
    details: { agreedTier, note: note ?? '' },
    effect: trx => openAsAgreed(trx, agreedTier),
  })
}

function openAsAgreed(trx: Transaction<DB>, agreedTier: AgreedTier): Effect {
  return async referral => {
    if (referral.agreedTier === agreedTier) return { ok: false, reason: 'agreement_unchanged' }
    // Nobody is named yet: what was agreed opens once somebody takes it to assess.
    if (referral.assessorId !== null)
      await openToAssessor(trx, { ...referral, agreedTier }, referral.assessorId)
    return { ok: true, changes: { agreedTier }, was: [String(referral.agreedTier)] }
  }
}
