import { answeredBefore, type FormRequest } from '@db/idempotency'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import type { DomainContext } from '~/domain/context'

/**
 * Whether this very form was sent before and done. An action asks it before it refuses for what may have changed since: a form sent
 * again is told what its first sending did.
 */
export async function wasDoneBefore(
  context: DomainContext,
  viewer: SignedInViewer,
  sent: FormRequest,
): Promise<boolean> {
  return (await asViewer(context.db, viewer, trx => answeredBefore(trx, viewer, sent))) !== null
}
