import type { FormRequest } from '@db/idempotency'
import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '../../context'
import type { ActResult, ReferralTarget } from './act-on-referral.server'

/** An event with its answers given: who sends it about what is all that is missing. */
export type Send = (
  app: DomainContext,
  viewer: SignedInViewer,
  target: ReferralTarget,
  request: FormRequest,
) => Promise<ActResult>

/** What an event does, given its answers. */
export type UseCase<Given> = (
  app: DomainContext,
  viewer: SignedInViewer,
  input: ReferralTarget & Given,
  request: FormRequest,
) => Promise<ActResult>

/** Ties answers to what is done with them. */
export function sending<Given>(useCase: UseCase<Given>, given: Given): Send {
  return (app, viewer, target, request) => useCase(app, viewer, { ...target, ...given }, request)
}
