import { sql, type Transaction } from 'kysely'
import { newId } from '@db/id'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { recordAudit } from '../../audit/record-audit.server'
import type { DomainContext } from '../../context'
import { keepNote, tierOfWords } from '../record/referral-note.server'
import type { Referable } from './check-new-referral.server'
import { dueTold } from '../disclosure/due-told'
import { dueAfter } from '../due'
import { limitDays } from '../limit-days.server'
import { londonDay } from '../../time/calendar'
import { SUBMISSION } from '../lifecycle'
import type { NewReferral, Submitted } from './new-referral'
import { openToTriage } from '../record/referral-access.server'
import { storeDecision } from '../record/stored-decision.server'

/** Writes a referral that was checked: its parties, itself, the provider's sight of the case, its history; and owes the notice. */
export async function insertReferral(
  app: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  input: NewReferral,
  found: Referable,
): Promise<Submitted> {
  const id = newId()
  const { caseId } = input
  const { providerOrganisationId } = found
  const parties = [
    { referralId: id, caseId, organisationId: viewer.organisationId, side: 'referrer' },
    { referralId: id, caseId, organisationId: providerOrganisationId, side: 'provider' },
  ]
  // Before the referral itself, so that its own policy already finds them.
  await trx.insertInto('referralParty').values(parties).execute()
  const reference = await insertRow(trx, viewer, { ...found, ...input, id }, app.clock())
  const tier = tierOfWords('referrer', input)
  await keepNote(trx, app.keys, { id, referralId: id, caseId, tier }, input.justification)
  await storeDecision(trx, { id, caseId }, input.decision)
  await openToTriage(trx, { id, caseId, providerOrganisationId })
  const historyId = await insertHistory(app, trx, viewer, id, caseId)
  await app.jobs.enqueue(trx, 'notify', { historyId, referralId: id })
  const detail = { serviceId: input.serviceId, outcome: input.decision.outcome, agreedTier: input.agreedTier }
  await recordAudit(trx, viewer, {
    action: 'referral.submit',
    subjectKind: 'referral',
    subjectId: id,
    detail,
  })
  return { ok: true, referralId: id, reference }
}

async function insertRow(
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  referral: Referable & NewReferral & { id: string },
  now: Date,
): Promise<string> {
  const { id, caseId, serviceId, providerOrganisationId, releaseOn, agreedTier } = referral
  const limits = (await limitDays(trx))(londonDay(now))
  const limitFacts = { releaseOn, assessmentAt: null, offerExpiresAt: null, limitDays: limits }
  const dueAt = dueAfter(SUBMISSION.to, limitFacts, now)
  const { reference } = await trx
    .insertInto('referral')
    .values({
      id,
      reference: sql<string>`'R-' || nextval('referral_reference')`,
      caseId,
      serviceId,
      referrerOrganisationId: viewer.organisationId,
      providerOrganisationId,
      state: SUBMISSION.to,
      createdBy: viewer.personId,
      createdAt: now,
      submittedAt: now,
      stateChangedAt: now,
      dueAt,
      toldDueAt: dueTold(1, { state: SUBMISSION.to, dueAt, releaseOn }, now),
      eligibilityOutcome: referral.decision.outcome,
      agreedTier,
      previousReferralId: referral.previousReferralId,
    })
    .returning('reference')
    .executeTakeFirstOrThrow()
  return reference
}

async function insertHistory(
  app: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  referralId: string,
  caseId: string,
): Promise<string> {
  const id = newId()
  await trx
    .insertInto('referralHistory')
    .values({
      id,
      referralId,
      caseId,
      happenedAt: app.clock(),
      event: SUBMISSION.event,
      fromState: null,
      toState: SUBMISSION.to,
      byRole: viewer.role,
      byPerson: viewer.personId,
      byOrganisation: viewer.organisationId,
    })
    .execute()
  return id
}
