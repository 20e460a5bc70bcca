import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asSystem } from '@db/viewer-transaction'
import type { DomainContext } from '../../../context'
import { type AgreedElsewhere, agreedElsewhere } from '../../record/agreed-elsewhere.server'
import type { LockedReferral } from '../../record/lock-referral.server'
import { openToAssessor } from '../../record/referral-access.server'
import type { AgreedTier } from '../../referral'
import { isOpen } from '../../states'
import type { Effect } from '../acting'
import { applyEvent } from '../apply-event.server'

/**
 * An agreement is with a provider (product.md): by no other referral of the person to it is more agreed than this, be it open or be it
 * opened again. Returns those that were wider. @throws Error where one cannot be narrowed: then nothing of the act stands
 */
export async function narrowOthers(
  app: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  { referral, agreedTier }: { referral: LockedReferral; agreedTier: AgreedTier },
): Promise<AgreedElsewhere[]> {
  const wider = (await agreedElsewhere(trx, referral)).filter(other => other.agreedTier > agreedTier)
  await asSystem(trx, referral.caseId, async system => {
    for (const { id: referralId } of wider) {
      const step = { referralId, event: 'change_agreement', version: null, details: { agreedTier } } as const
      const done = await applyEvent(app, system, { by: 'system', viewer }, step, narrowed(system, agreedTier))
      if (!done.ok) throw new Error(`A referral to the same provider was not narrowed: ${done.reason}`)
    }
  })
  return wider
}

function narrowed(system: Transaction<DB>, agreedTier: AgreedTier): Effect {
  return async referral => {
    await readAsAgreed(system, { ...referral, agreedTier })
    return { ok: true, changes: { agreedTier }, was: [String(referral.agreedTier)] }
  }
}

/** Opens what is agreed, and no more. Where nobody is named yet it opens once somebody takes it to assess; by what has ended nothing is read. */
export async function readAsAgreed(trx: Transaction<DB>, referral: LockedReferral): Promise<void> {
  const { state, assessorId } = referral
  if (isOpen(state) && assessorId !== null) await openToAssessor(trx, referral, assessorId)
}
