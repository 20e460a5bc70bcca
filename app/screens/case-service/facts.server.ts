import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import type { DomainContext } from '~/domain/context'
import { openNominationsOf } from '~/domain/nomination/nominations.server'
import { findServiceFor } from '~/domain/service/service-queries.server'
import { serviceVacancies } from '~/domain/service/service-vacancy.server'
import { shortlistOf } from '~/domain/shortlist/shortlist-entries.server'
import { dayOfBed } from '~/domain/shortlist/standing-now.server'
import { londonDay } from '~/domain/time/calendar'
import { newIdempotencyKey } from '~/http/new-idempotency-key.server'
import { decideForCase } from '~/screens/case-refer/facts.server'
import { nominatedWords, reasonLines } from '~/screens/case-search/place-card'
import { caseSummary } from '~/screens/case/summary'
import { vacancyInWords } from '~/screens/results/vacancy-in-words'
import { servicePage } from '~/screens/service/page'
import { waysToCorrect } from '~/screens/service/ways-to-correct'

/**
 * A service's own page as it is opened for a case of the viewer's team: decided for her, with what is free on her day. Null where
 * there is no such case or service, or she avoids it.
 */
export async function servicePageForCase(
  app: DomainContext,
  viewer: SignedInViewer,
  caseId: string,
  serviceId: string,
) {
  const decided = await decideForCase(app, viewer, caseId, serviceId)
  const now = app.clock()
  const service = decided && (await findServiceFor(app.db, viewer, serviceId, now))
  if (!decided || !service) return null
  const { found, decision, group, referral, before, avoidNote } = decided
  const day = dayOfBed(found, now)
  const { vacancy, listed, nomination } = await asViewer(app.db, viewer, async trx => ({
    vacancy: (await serviceVacancies(trx, [serviceId], now, day)).get(serviceId),
    nomination: (await openNominationsOf(trx, caseId, [serviceId])).get(serviceId),
    listed: (await shortlistOf(trx, app.keys, caseId)).find(entry => entry.serviceId === serviceId),
  }))
  return {
    summary: caseSummary(found, londonDay(now)),
    service: servicePage(service, null, now),
    waysToCorrect: waysToCorrect(viewer, service),
    place: {
      group,
      reasons: reasonLines(decision.answers),
      avoidNote,
      referral: referral && { id: referral.id, reference: referral.reference },
      nomination: nomination ? { id: nomination.id, words: nominatedWords(nomination.nominatedAt) } : null,
      before,
      route: service.referralRoute,
      isProgramme: service.programme !== null,
      vacancy: vacancy ? vacancyInWords(vacancy, now) : null,
    },
    listed: listed ? { note: listed.note } : null,
    carried: { idempotencyKey: newIdempotencyKey() },
  }
}

export type ServiceForCase = NonNullable<Awaited<ReturnType<typeof servicePageForCase>>>
