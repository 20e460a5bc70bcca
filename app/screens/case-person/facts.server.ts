import type { SignedInViewer } from '@db/viewer'
import { basicsOf } from '~/domain/casework/change-basics.server'
import type { DomainContext } from '~/domain/context'
import { newIdempotencyKey } from '~/http/new-idempotency-key.server'
import { openCaseFor } from '~/screens/case/facts.server'

/** What the pages that correct a case start from; null where it is not an open one of the viewer's team. */
export async function basicsFor(app: DomainContext, viewer: SignedInViewer, caseId: string) {
  const found = await openCaseFor(app, viewer, caseId)
  const basics = found && basicsOf(found)
  if (!basics) return null
  const { summary, version, releaseOn } = found
  return { summary, releaseOn, basics, carried: { idempotencyKey: newIdempotencyKey(), version } }
}
