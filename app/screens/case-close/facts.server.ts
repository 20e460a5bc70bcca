import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '~/domain/context'
import { isInTheWay } from '~/domain/casework/case-referrals.server'
import { OPEN } from '~/domain/nomination/lifecycle'
import { londonDay } from '~/domain/time/calendar'
import { newIdempotencyKey } from '~/http/new-idempotency-key.server'
import { openCaseFor } from '~/screens/case/facts.server'

/** What the page that closes a case says of it; null where it is not an open one of the viewer's team. */
export async function closingFor(app: DomainContext, viewer: SignedInViewer, caseId: string) {
  const found = await openCaseFor(app, viewer, caseId)
  return (
    found && {
      summary: found.summary,
      missing: found.checks.filter(({ standing }) => standing === 'to_record' || standing === 'again'),
      today: londonDay(app.clock()),
      nominated: found.nominations
        .filter(({ state }) => OPEN.includes(state))
        .map(({ serviceName }) => serviceName),
      inTheWay: found.referrals.filter(isInTheWay),
      carried: { idempotencyKey: newIdempotencyKey(), version: found.version },
    }
  )
}
