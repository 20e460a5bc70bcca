import type { SignedInViewer } from '@db/viewer'
import type { ReleaseKept } from '~/domain/case/release/compare-release'
import type { DomainContext } from '~/domain/context'
import { newIdempotencyKey } from '~/http/new-idempotency-key.server'
import { openCaseFor } from '~/screens/case/facts.server'

/** What the page that moves a release date says of the case; null where it is not an open one of the viewer's team. */
export async function releaseFor(app: DomainContext, viewer: SignedInViewer, caseId: string) {
  const found = await openCaseFor(app, viewer, caseId)
  if (!found) return null
  const { summary, releaseOn, releaseConfidence, custody, version } = found
  const now: ReleaseKept = { releaseOn, releaseConfidence, releaseType: custody?.releaseType ?? null }
  return { summary, now, carried: { idempotencyKey: newIdempotencyKey(), version } }
}
