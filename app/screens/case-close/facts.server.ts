import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '~/domain/context'
import { isInTheWay } from '~/domain/casework/case-referrals.server'
import { OPEN } from '~/domain/nomination/lifecycle'
import { isAskedAtClosing } from '~/domain/outcome/check-states'
import { londonDay } from '~/domain/time/calendar'
import { newIdempotencyKey } from '~/http/new-idempotency-key.server'
import { openCaseFor } from '~/screens/case/facts.server'

/** What the page that closes a case says of it; null where it is not an open one of the viewer's team. */
export async function closingFor(app: DomainContext, viewer: SignedInViewer, caseId: string) {
  const found = await openCaseFor(app, viewer, caseId)
  const today = londonDay(app.clock())
  return (
    found && {
      summary: found.summary,
      missing: found.checks.filter(state => isAskedAtClosing(state, today)),
      today,
      nominated: found.nominations
        .filter(({ state }) => OPEN.includes(state))
        .map(({ serviceName }) => serviceName),
      inTheWay: found.referrals.filter(isInTheWay),
      carried: { idempotencyKey: newIdempotencyKey(), version: found.version },
    }
  )
}
