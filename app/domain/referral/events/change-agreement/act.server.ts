import type { Transaction } from 'kysely'
import type { FormRequest } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '../../../context'
import type { AgreedTier } from '../../referral'
import type { Effect } from '../acting'
import { actOnReferral, type ActResult, type ReferralTarget } from '../act-on-referral.server'
import { narrowOthers, readAsAgreed } from './narrow-others.server'

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
    effect: trx => openAsAgreed(app, trx, viewer, agreedTier),
  })
}

/** What is widened is for one referral; what is not is for every referral to the same provider. */
function openAsAgreed(
  app: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  agreedTier: AgreedTier,
): Effect {
  return async referral => {
    const isWidened = agreedTier > referral.agreedTier
    const alsoNarrowed = isWidened ? [] : await narrowOthers(app, trx, viewer, { referral, agreedTier })
    if (agreedTier === referral.agreedTier && alsoNarrowed.length === 0)
      return { ok: false, reason: 'agreement_unchanged' }
    await readAsAgreed(trx, { ...referral, agreedTier })
    return { ok: true, changes: { agreedTier }, was: [String(referral.agreedTier)], alsoNarrowed }
  }
}
