import type { Transaction } from 'kysely'
import type { FormRequest } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asSystem } from '@db/viewer-transaction'
import type { DomainContext } from '../../../context'
import { openToAssessor } from '../../record/referral-access.server'
import type { AgreedTier } from '../../referral'
import type { Applied, Effect } from '../acting'
import { applyEvent } from '../apply-event.server'
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
    then: (trx, changed) => narrowOthers(app, trx, { viewer, changed, agreedTier }),
  })
}

/** An agreement is with a provider (product.md): by no other referral to it is more read than the person agrees to. What is widened is for one referral. */
async function narrowOthers(
  app: DomainContext,
  trx: Transaction<DB>,
  { viewer, changed, agreedTier }: { viewer: SignedInViewer; changed: Applied; agreedTier: AgreedTier },
): Promise<void> {
  await asSystem(trx, changed.caseId, async system => {
    for (const { id: referralId } of await agreedToMore(system, changed, agreedTier)) {
      const step = { referralId, event: 'change_agreement', version: null, details: { agreedTier } } as const
      await applyEvent(app, system, { by: 'system', viewer }, step, openAsAgreed(system, agreedTier))
    }
  })
}

async function agreedToMore(
  system: Transaction<DB>,
  { caseId, referralId }: Applied,
  agreedTier: AgreedTier,
) {
  return system
    .selectFrom('referral')
    .select('id')
    .where('caseId', '=', caseId)
    .where('id', '<>', referralId)
    .where('providerOrganisationId', '=', providers =>
      providers.selectFrom('referral').select('providerOrganisationId').where('id', '=', referralId),
    )
    .where('closedAt', 'is', null)
    .where('agreedTier', '>', agreedTier)
    .orderBy('id')
    .execute()
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
