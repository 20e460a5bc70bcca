import type { Transaction } from 'kysely'
import { type FormRequest, once } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import type { DomainContext } from '../context'
import { checkNewReferral, type Referable } from './check-new-referral.server'
import { insertReferral } from './insert-referral.server'
import type { NewReferral, Submitted } from './new-referral'
import type { Refusal } from './refusal'

export type SubmitResult = Submitted | Refusal

/** Every referral sent, or the first refusal and nothing sent. `serviceId` is the service that was refused. */
export type SubmitAllResult = { ok: true; referrals: Submitted[] } | (Refusal & { serviceId?: string })

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

/** Submits to several services in one go: all or none. */
export async function submitReferrals(
  app: DomainContext,
  viewer: SignedInViewer,
  inputs: readonly NewReferral[],
  request: FormRequest,
): Promise<SubmitAllResult> {
  return asViewer(app.db, viewer, async trx => {
    const done = await once(trx, viewer, request, () => submitEach(app, trx, viewer, oneEach(inputs)))
    return done.kind === 'different' ? { ok: false, reason: 'different' } : done.answer
  })
}

/** A service ticked twice is one referral. */
function oneEach(inputs: readonly NewReferral[]): NewReferral[] {
  return [...new Map(inputs.map(input => [`${input.caseId} ${input.serviceId}`, input])).values()]
}

/** Every check comes before the first write, so that a refusal leaves nothing behind. */
async function submitEach(
  app: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  inputs: readonly NewReferral[],
): Promise<SubmitAllResult> {
  const checked: { input: NewReferral; found: Referable }[] = []
  for (const input of inputs) {
    const found = await checkNewReferral(trx, viewer, input)
    if (!found.ok) return { ...found, serviceId: input.serviceId }
    checked.push({ input, found })
  }
  const referrals: Submitted[] = []
  for (const { input, found } of checked) referrals.push(await insertReferral(app, trx, viewer, input, found))
  return { ok: true, referrals }
}

async function submitWithin(
  app: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  input: NewReferral,
): Promise<SubmitResult> {
  const found = await checkNewReferral(trx, viewer, input)
  return found.ok ? insertReferral(app, trx, viewer, input, found) : found
}
