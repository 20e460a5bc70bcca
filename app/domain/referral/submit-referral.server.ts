import type { Transaction } from 'kysely'
import { answeredBefore, type FormRequest, once } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import type { DomainContext } from '../context'
import { tierOfWords } from './case-note.server'
import { checkNewReferral } from './check-new-referral.server'
import { insertReferral } from './insert-referral.server'
import type { NewReferral, Submitted } from './new-referral'
import type { Refusal } from './refusal'
import { refuseNames } from './words-for-triage.server'

export type SubmitResult = Submitted | Refusal

/** Submits one referral, once for one form. The provider can triage it as soon as it is committed. */
export async function submitReferral(
  app: DomainContext,
  viewer: SignedInViewer,
  input: NewReferral,
  request: FormRequest,
): Promise<SubmitResult> {
  return asViewer(app.db, viewer, async trx => {
    const done = await once(trx, viewer, request, () => submitWithin(app, trx, viewer, input))
    return done.kind === 'different' ? { ok: false, reason: 'different' } : done.answer
  })
}

/** The referral that this very form made when it was sent before; asked before anything that may have changed since. */
export async function submittedBefore(
  app: DomainContext,
  viewer: SignedInViewer,
  request: FormRequest,
): Promise<Submitted | null> {
  return asViewer(app.db, viewer, trx => answeredBefore<Submitted>(trx, viewer, request))
}

async function submitWithin(
  app: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  input: NewReferral,
): Promise<SubmitResult> {
  const found = await checkNewReferral(trx, viewer, input)
  if (!found.ok) return found
  const named = await refuseNames(
    app,
    trx,
    { caseId: input.caseId, tier: tierOfWords('referrer', input) },
    input.justification,
  )
  return named ?? insertReferral(app, trx, viewer, input, found)
}
