import { sql, type Transaction } from 'kysely'
import { newId } from '@db/id'
import type { FormRequest } from '@db/idempotency'
import { once } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { recordAudit } from '../audit/record-audit.server'
import type { DomainContext } from '../context'
import type { Decision } from '../eligibility/decision'
import type { Day } from '../region/calendar'
import { sealNote } from './case-note.server'
import { dueAfter } from './limits'
import { lockCase } from './lock-referral.server'
import type { AgreedTier } from './referral'
import { mayRefer, openToTriage } from './referral-access.server'
import type { Refusal } from './refusal'

/** One referral of one case to one service. */
export interface NewReferral {
  caseId: string
  serviceId: string
  /** The person's yes to this referral, and up to which tier of what is known. */
  agreed: boolean
  agreedTier: AgreedTier
  /** The decision as it was shown to the officer. */
  decision: Decision
  /** Why she refers all the same; required unless the outcome is eligible. */
  justification: string | null
}

type Submitted = { ok: true; referralId: string; reference: string }

export type SubmitResult = Submitted | Refusal

/** Every referral sent, or the first refusal and nothing sent. `serviceId` is the service that was refused. */
export type SubmitAllResult = { ok: true; referrals: Submitted[] } | (Refusal & { serviceId?: string })

/** Submits one referral, once for one form. The provider can triage it as soon as it is committed. */
export async function submitReferral(
  app: DomainContext,
  viewer: SignedInViewer,
  input: NewReferral,
  request: FormRequest,
): Promise<SubmitResult> {
  return asViewer(app.db, viewer, async trx => {
    const done = await once(trx, viewer, request, () => submitWithin(app, trx, viewer, input))
    return done.kind === 'different' ? { ok: false, reason: 'different' } : done.answer
  })
}

/** Submits to several services in one go: all or none. */
export async function submitReferrals(
  app: DomainContext,
  viewer: SignedInViewer,
  inputs: readonly NewReferral[],
  request: FormRequest,
): Promise<SubmitAllResult> {
  return asViewer(app.db, viewer, async trx => {
    const done = await once(trx, viewer, request, () => submitEach(app, trx, viewer, oneEach(inputs)))
    return done.kind === 'different' ? { ok: false, reason: 'different' } : done.answer
  })
}

/** A service ticked twice is one referral. */
function oneEach(inputs: readonly NewReferral[]): NewReferral[] {
  return [...new Map(inputs.map(input => [`${input.caseId} ${input.serviceId}`, input])).values()]
}

/** Every check comes before the first write, so that a refusal leaves nothing behind. */
async function submitEach(
  app: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  inputs: readonly NewReferral[],
): Promise<SubmitAllResult> {
  const checked: { input: NewReferral; found: Found }[] = []
  for (const input of inputs) {
    const found = await check(trx, viewer, input)
    if (!found.ok) return { ...found, serviceId: input.serviceId }
    checked.push({ input, found })
  }
  const referrals: Submitted[] = []
  for (const { input, found } of checked) referrals.push(await insert(app, trx, viewer, input, found))
  return { ok: true, referrals }
}

async function submitWithin(
  app: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  input: NewReferral,
): Promise<SubmitResult> {
  const found = await check(trx, viewer, input)
  return found.ok ? insert(app, trx, viewer, input, found) : found
}

interface Found {
  ok: true
  providerOrganisationId: string
  releaseOn: Day | null
  previousReferralId: string | null
}

async function check(
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  input: NewReferral,
): Promise<Found | Refusal> {
  if (!mayRefer(viewer)) return { ok: false, reason: 'not_found' }
  await lockCase(trx, input.caseId)
  const releaseOn = await releaseDayOf(trx, viewer, input.caseId)
  if (releaseOn === undefined) return { ok: false, reason: 'not_found' }
  const service = await trx
    .selectFrom('service')
    .select(['organisationId', 'referralRoute'])
    .where('id', '=', input.serviceId)
    .where('archivedAt', 'is', null)
    .executeTakeFirst()
  if (!service) return { ok: false, reason: 'service_not_found' }
  if (service.referralRoute !== 'here') return { ok: false, reason: 'service_not_here' }
  if (!input.agreed) return { ok: false, reason: 'agreement_needed' }
  if (input.decision.outcome !== 'eligible' && !input.justification?.trim()) {
    return { ok: false, reason: 'justification_needed' }
  }
  const earlier = await earlierReferral(trx, input)
  if (earlier && earlier.closedAt === null)
    return { ok: false, reason: 'already_referred', referralId: earlier.id }
  const { organisationId: providerOrganisationId } = service
  return { ok: true, providerOrganisationId, releaseOn, previousReferralId: earlier?.id ?? null }
}

/** The release day of an open case of the viewer's team; undefined when she has no such case. */
async function releaseDayOf(
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  caseId: string,
): Promise<Day | null | undefined> {
  const found = await trx
    .selectFrom('personCase')
    .select('releaseOn')
    .where('id', '=', caseId)
    .where('organisationId', '=', viewer.organisationId)
    .where('closedAt', 'is', null)
    .executeTakeFirst()
  return found?.releaseOn
}

/** The latest referral of the case to the service: an open one comes first. */
async function earlierReferral(trx: Transaction<DB>, { caseId, serviceId }: NewReferral) {
  return trx
    .selectFrom('referral')
    .select(['id', 'closedAt'])
    .where('caseId', '=', caseId)
    .where('serviceId', '=', serviceId)
    .orderBy('closedAt', order => order.desc().nullsFirst())
    .executeTakeFirst()
}

async function insert(
  app: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  input: NewReferral,
  found: Found,
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
  const reference = await insertReferral(app, trx, viewer, id, input, found)
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

async function insertReferral(
  app: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  id: string,
  input: NewReferral,
  found: Found,
): Promise<string> {
  const now = app.clock()
  const { caseId, serviceId, agreedTier, decision } = input
  const place = { table: 'referral', row: id, column: 'justification' } as const
  const limitFacts = { releaseOn: found.releaseOn, assessmentAt: null, offerExpiresAt: null }
  const { reference } = await trx
    .insertInto('referral')
    .values({
      id,
      reference: sql<string>`'R-' || nextval('referral_reference')`,
      caseId,
      serviceId,
      referrerOrganisationId: viewer.organisationId,
      providerOrganisationId: found.providerOrganisationId,
      state: 'submitted',
      createdBy: viewer.personId,
      createdAt: now,
      submittedAt: now,
      stateChangedAt: now,
      dueAt: dueAfter('submitted', limitFacts, now),
      eligibility: JSON.stringify(decision),
      eligibilityOutcome: decision.outcome,
      justification: await sealNote(trx, app.keys, caseId, place, input.justification),
      agreedTier,
      previousReferralId: found.previousReferralId,
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
      event: 'submit',
      fromState: null,
      toState: 'submitted',
      byRole: viewer.role,
      byPerson: viewer.personId,
      byOrganisation: viewer.organisationId,
    })
    .execute()
  return id
}
