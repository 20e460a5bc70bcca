import { z } from 'zod'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import type { DomainContext } from '~/domain/context'
import { type Decision, type Group, group } from '~/domain/eligibility/decision'
import { agreedWithProviderOf } from '~/domain/referral/record/agreed-elsewhere.server'
import { howItEnded } from '~/domain/referral/record/how-it-ended'
import { type ServiceCard, serviceCards } from '~/domain/service/service-card.server'
import { askedBefore, referralsOfCase } from '~/domain/casework/case-referrals.server'
import type { LoadedCase } from '~/domain/case/record/case-row.server'
import { decideServices } from '~/domain/match/decide-services.server'
import { programmesOf } from '~/domain/programme/programme-queries.server'
import { referralPreview } from '~/domain/referral/disclosure/sections'
import { arrivalOf } from '~/domain/referral/stay/arrivals.server'
import { decisionMark } from '~/domain/referral/submit/decision-mark.server'
import { londonDay, type Day } from '~/domain/time/calendar'
import { newIdempotencyKey } from '~/http/new-idempotency-key.server'
import { elsewhereNotice } from '~/screens/referral/agreed-elsewhere'
import { caseSummary } from '~/screens/case/summary'
import { avoidNote, reasonLines } from '~/screens/case-search/place-card'
import { teamCase } from '~/domain/case/record/team-case.server'

/** One service decided for one case, as the officer is shown it before referring. */
export interface DecidedForCase {
  found: LoadedCase & { arrivedOn: Day | null }
  service: ServiceCard
  decision: Decision
  group: Group
  /** People are nominated for it, not referred to it. */
  isProgramme: boolean
  /** What is said to the officer alone of areas to avoid that it covers. */
  avoidNote: string | null
  /** The case's open referral to the service: there is never a second. */
  referral: { id: string; reference: string } | null
  /** The last one to the service that ended, as 'Declined on 3 November 2026 (Arson)'. */
  before: { id: string; words: string } | null
}

/** What the page that refers a case to a service shows; null as `decideForCase`. */
export async function referPageFor(
  app: DomainContext,
  viewer: SignedInViewer,
  caseId: string,
  serviceId: string,
) {
  const decided = await decideForCase(app, viewer, caseId, serviceId)
  if (!decided) return null
  const { found, decision, referral, service, before, avoidNote } = decided
  const others = await asViewer(app.db, viewer, trx => agreedWithProviderOf(trx, { caseId, serviceId }))
  const today = londonDay(app.clock())
  return {
    summary: caseSummary(found, today),
    service,
    isProgramme: decided.isProgramme,
    group: decided.group,
    referral: referral && { id: referral.id, reference: referral.reference },
    before,
    elsewhere: elsewhereNotice('refer', others),
    avoidNote,
    reasons: reasonLines(decision.answers),
    shared: referralPreview({ ...found, reference: null }, today),
    carried: { idempotencyKey: newIdempotencyKey(), shown: decisionMark(decision) },
  }
}

/**
 * The decision of one service for a case of the viewer's team. Null where the case is not theirs, the service is not
 * there, or the person avoids it. That the case was opened is audited.
 */
export async function decideForCase(
  app: DomainContext,
  viewer: SignedInViewer,
  caseId: string,
  serviceId: string,
): Promise<DecidedForCase | null> {
  if (!z.uuid().safeParse(serviceId).success) return null
  const found = await teamCase(app, viewer, caseId, 'case.decide')
  if (found === null) return null
  return asViewer(app.db, viewer, async trx => {
    const [decided] = await decideServices(trx, viewer, found, [serviceId], app.clock())
    const service = (await serviceCards(trx, [serviceId], londonDay(app.clock()))).get(serviceId)
    if (!decided || !service) return null
    const { open, ended } = askedBefore(await referralsOfCase(trx, caseId), serviceId)
    const words = ended && howItEnded(ended)
    const before = ended && words ? { id: ended.id, words } : null
    const { decision } = decided
    const shown = { decision, group: group(decision), avoidNote: avoidNote(decided.avoidedIn) }
    const arrivedOn = await arrivalOf(trx, caseId)
    const isProgramme = (await programmesOf(trx, [serviceId], londonDay(app.clock()))).has(serviceId)
    return { found: { ...found, arrivedOn }, service, isProgramme, ...shown, referral: open, before }
  })
}
