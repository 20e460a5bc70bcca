import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { carriedOf } from '~/domain/case/carried/carried.server'
import type { DomainContext } from '~/domain/context'
import { newIdempotencyKey } from '~/http/new-idempotency-key.server'
import { openCaseFor } from '~/screens/case/facts.server'
import { carriedFrom, carriedLines } from './page'

/** What waits to be confirmed of a case; null where it is not an open one of the viewer's team. */
export async function carriedFor(app: DomainContext, viewer: SignedInViewer, caseId: string) {
  const found = await openCaseFor(app, viewer, caseId)
  if (!found) return null
  const carried = await asViewer(app.db, viewer, trx => carriedOf(trx, caseId))
  return {
    summary: found.summary,
    from: carriedFrom(carried),
    lines: carriedLines(carried),
    carried: { idempotencyKey: newIdempotencyKey() },
  }
}
