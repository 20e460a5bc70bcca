import type { SignedInViewer } from '@db/viewer'
import { otherPrisons } from '~/domain/casework/hand-over.server'
import type { DomainContext } from '~/domain/context'
import { newIdempotencyKey } from '~/http/new-idempotency-key.server'
import { openCaseFor } from '~/screens/case/facts.server'

/** What the page that hands a case over says; null where it is not an open one of the viewer's team. */
export async function handOverFor(app: DomainContext, viewer: SignedInViewer, caseId: string) {
  const found = await openCaseFor(app, viewer, caseId)
  if (!found) return null
  const { summary, version } = found
  const prisons = await otherPrisons(app, viewer)
  return { summary, prisons, carried: { idempotencyKey: newIdempotencyKey(), version } }
}
