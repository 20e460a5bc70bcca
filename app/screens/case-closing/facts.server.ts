import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '~/domain/context'
import { londonDay } from '~/domain/time/calendar'
import { newIdempotencyKey } from '~/http/new-idempotency-key.server'
import { findCaseFor } from '~/screens/case/facts.server'
import { caseSummary } from '~/screens/case/summary'

/** What the page says that corrects why a case was closed; null where it is not a closed one of the viewer's team. */
export async function closingFor(app: DomainContext, viewer: SignedInViewer, caseId: string) {
  const found = await findCaseFor(app, viewer, caseId)
  if (!found?.closing) return null
  const { closing, version } = found
  return {
    summary: caseSummary(found, londonDay(app.clock())),
    kept: { reason: closing.reason, note: closing.note ?? '' },
    carried: { idempotencyKey: newIdempotencyKey(), version },
  }
}
