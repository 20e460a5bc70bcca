import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import type { DomainContext } from '~/domain/context'
import { isContactMissing } from '~/domain/nomination/nominate.server'
import { nominationsOfCase } from '~/domain/nomination/nominations.server'
import { OPEN } from '~/domain/nomination/lifecycle'
import { programmesOf } from '~/domain/programme/programme-queries.server'
import { londonDay } from '~/domain/time/calendar'
import { newIdempotencyKey } from '~/http/new-idempotency-key.server'
import { decideForCase } from '~/screens/case-refer/facts.server'
import { reasonLines } from '~/screens/case-search/place-card'
import { caseSummary } from '~/screens/case/summary'
import { runChoices } from '~/screens/nomination/run-choices'

/** What the page that nominates somebody for a programme shows; null where there is no such case or programme, or she avoids it. */
export async function nominatePageFor(
  app: DomainContext,
  viewer: SignedInViewer,
  caseId: string,
  serviceId: string,
) {
  const decided = await decideForCase(app, viewer, caseId, serviceId)
  if (!decided) return null
  const { found, decision, service, group } = decided
  const today = londonDay(app.clock())
  const { programme, nominations } = await asViewer(app.db, viewer, async trx => ({
    programme: (await programmesOf(trx, [serviceId], today)).get(serviceId),
    nominations: await nominationsOfCase(trx, viewer, caseId),
  }))
  if (!programme) return null
  const open = nominations.find(each => each.serviceId === serviceId && OPEN.includes(each.state))
  return {
    summary: caseSummary(found, today),
    service: { id: service.id, name: service.name, route: service.referralRoute, paused: service.paused },
    group,
    reasons: reasonLines(decision.answers),
    isContactMissing: isContactMissing(decision),
    isNotTaken: decision.outcome === 'not_eligible' && !isContactMissing(decision),
    openId: open?.id ?? null,
    runs: runChoices(programme, found.facts.release, today, {
      isAgainst: decision.outcome === 'not_eligible',
    }),
    carried: { idempotencyKey: newIdempotencyKey() },
  }
}

export type NominatePage = NonNullable<Awaited<ReturnType<typeof nominatePageFor>>>
