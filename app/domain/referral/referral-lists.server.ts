import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { recordAudit } from '../audit/record-audit.server'
import type { DomainContext } from '../context'
import { TriageFacts } from '../eligibility/facts'
import { openIdentity } from '../person-case/case-identity.server'
import type { Day } from '../region/calendar'
import { actsNext } from './lifecycle'
import { type ReferralState, referralState, type Side } from './referral'
import { countOutcomes, readDecision } from './stored-decision'

const MOST = 200

/** What every list of referrals shows of one. */
interface ListedReferral {
  id: string
  reference: string
  serviceId: string
  serviceName: string
  state: ReferralState
  actsNext: Side | null
  dueAt: Date | null
  late: boolean
  submittedAt: Date | null
  stateChangedAt: Date
  releaseOn: Day | null
  releaseConfidence: string | null
}

/** A line of a provider's inbox: tier 1 and nothing more. */
export interface InboxReferral extends ListedReferral {
  assessorId: string | null
  outcome: string
  outcomes: ReturnType<typeof countOutcomes>
  /** Age band, household, release window; null once the case may not be read any more. */
  triage: TriageFacts | null
}

/** A line of the referring team's list. */
export interface TeamReferral extends ListedReferral {
  caseId: string
  caseReference: string
  personName: string
  providerName: string
}

/** The referrals to the viewer's organisation, the nearest limit first. `closed` gives those that ended in the last 28 days. */
export async function inboxFor(
  app: DomainContext,
  viewer: SignedInViewer,
  filter: { serviceId?: string; closed?: boolean } = {},
): Promise<InboxReferral[]> {
  return asViewer(app.db, viewer, async trx => {
    let query = listed(trx, filter.closed ?? false)
      .leftJoin('caseTriage', 'caseTriage.caseId', 'referral.caseId')
      .leftJoin('referralDecision', join =>
        join.onRef('referralDecision.referralId', '=', 'referral.id').on('referralDecision.tier', '=', 1),
      )
      .select([
        'referral.assessorId',
        'referralDecision.decision',
        'referral.eligibilityOutcome',
        'caseTriage.facts',
      ])
      .where('referral.providerOrganisationId', '=', viewer.organisationId)
    if (filter.serviceId) query = query.where('referral.serviceId', '=', filter.serviceId)
    const rows = await query.execute()
    await auditList(trx, viewer, rows.length)
    return rows.map(({ facts, decision, eligibilityOutcome, assessorId, ...row }) => ({
      ...withState(row, app.clock()),
      assessorId,
      outcome: eligibilityOutcome,
      outcomes: countOutcomes(decision === null ? [] : readDecision(decision).answers),
      triage: facts === null ? null : TriageFacts.parse(facts),
    }))
  })
}

/** The referrals of the viewer's prison team, of one case or of all; whoever of the team is in can act on them. */
export async function teamReferralsFor(
  app: DomainContext,
  viewer: SignedInViewer,
  filter: { caseId?: string; closed?: boolean } = {},
): Promise<TeamReferral[]> {
  return asViewer(app.db, viewer, async trx => {
    let query = listed(trx, filter.closed ?? false)
      .innerJoin('caseIdentity as identity', 'identity.caseId', 'referral.caseId')
      .innerJoin('caseKey', 'caseKey.caseId', 'referral.caseId')
      .innerJoin('organisation as provider', 'provider.id', 'referral.providerOrganisationId')
      .select(['referral.caseId', 'personCase.reference as caseReference', 'provider.name as providerName'])
      .select([
        'identity.name',
        'identity.prisonNumber',
        'identity.dateOfBirth',
        'identity.crn',
        'caseKey.wrappedKey',
      ])
      .where('referral.referrerOrganisationId', '=', viewer.organisationId)
    if (filter.caseId) query = query.where('referral.caseId', '=', filter.caseId)
    const rows = await query.execute()
    await auditList(trx, viewer, rows.length)
    return rows.map(({ name, prisonNumber, dateOfBirth, crn, wrappedKey, caseReference, ...row }) => {
      const sealed = { name, prisonNumber, dateOfBirth, crn }
      const { name: personName } = openIdentity(app.keys, row.caseId, wrappedKey, sealed)
      return { ...withState(row, app.clock()), caseReference: caseReference ?? '', personName }
    })
  })
}

function listed(trx: Transaction<DB>, closed: boolean) {
  return trx
    .selectFrom('referral')
    .innerJoin('service', 'service.id', 'referral.serviceId')
    .leftJoin('personCase', 'personCase.id', 'referral.caseId')
    .select(['referral.id', 'referral.reference', 'referral.serviceId', 'service.name as serviceName'])
    .select(['referral.state', 'referral.dueAt', 'referral.submittedAt', 'referral.stateChangedAt'])
    .select(['personCase.releaseOn', 'personCase.releaseConfidence'])
    .where('referral.closedAt', closed ? 'is not' : 'is', null)
    .orderBy('referral.dueAt', order => (closed ? order.desc().nullsLast() : order.asc().nullsLast()))
    .orderBy('referral.stateChangedAt', closed ? 'desc' : 'asc')
    .limit(MOST)
}

function withState<Row extends { state: string; dueAt: Date | null }>(row: Row, now: Date) {
  const state = referralState(row.state)
  return { ...row, state, actsNext: actsNext(state), late: row.dueAt !== null && row.dueAt < now }
}

async function auditList(trx: Transaction<DB>, viewer: SignedInViewer, referrals: number): Promise<void> {
  const detail = { referrals }
  await recordAudit(trx, viewer, {
    action: 'referral.list',
    subjectKind: 'referral',
    subjectId: null,
    detail,
  })
}
