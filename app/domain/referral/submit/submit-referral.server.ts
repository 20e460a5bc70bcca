import type { Transaction } from 'kysely'
import { answeredBefore, type FormRequest, once } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import type { DomainContext } from '../../context'
import { decideServices } from '../../match/decide-services.server'
import { personForAct } from '../../case/record/open-person.server'
import { tierOfWords } from '../record/referral-note.server'
import { checkNewReferral } from './check-new-referral.server'
import { decisionMark } from './decision-mark.server'
import { insertReferral } from './insert-referral.server'
import type { NewReferral, Submitted } from './new-referral'
import type { Refusal } from '../refusal'
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
  // The case is held: no answer that is saved from here on goes without a notice, and none before without being read.
  if (input.shown !== undefined && input.shown !== (await markOfNow(app, trx, viewer, input)))
    return { ok: false, reason: 'decided_again' }
  const named = await refuseNames(
    app,
    trx,
    { caseId: input.caseId, tier: tierOfWords('referrer', input) },
    input.justification,
  )
  return named ?? insertReferral(app, trx, viewer, input, found)
}

/** The mark of the decision as it is now; null where the person avoids the service, or it is gone. */
async function markOfNow(
  app: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  { caseId, serviceId }: NewReferral,
): Promise<string | null> {
  const person = await personForAct(app, trx, caseId)
  const [decided] = person ? await decideServices(trx, viewer, person, [serviceId], app.clock()) : []
  return decided ? decisionMark(decided.decision) : null
}
