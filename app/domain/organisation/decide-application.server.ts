import type { Transaction } from 'kysely'
import { newId } from '@db/id'
import { type FormRequest, once } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { recordAudit } from '../audit/record-audit.server'
import type { DomainContext } from '../context'
import { inviteFirst } from '../people/invite.server'
import { insertOrganisation } from './organisations.server'
import type { RefusalReason } from './refusal-reasons'

export interface ApplicationDecision {
  id: string
  version: number
  decision: 'approved' | 'refused'
  /** Of a refusal: what whoever applied is told. */
  reason: RefusalReason | null
  /** Kept here, and told to nobody. */
  words: string | null
}

/** `invitationId`: of whoever applied; null of a refusal. 'joined': somebody has joined by the invitation before. */
export type DecisionResult =
  { ok: true; invitationId: string | null } | { ok: false; reason: 'stale' | 'joined' | 'different' }

/**
 * Approves an application, which makes the organisation and invites whoever applied as its first person, or refuses it, which owes them
 * a letter. One that was refused may be decided again.
 */
export function decideApplication(
  app: DomainContext,
  viewer: SignedInViewer,
  change: ApplicationDecision,
  request: FormRequest,
): Promise<DecisionResult> {
  return act(app, viewer, request, async trx => {
    const { id, version, decision, reason, words } = change
    const found = await trx
      .selectFrom('organisationApplication')
      .select(['name', 'kind', 'authorityCode', 'applicantEmail'])
      .where('id', '=', id)
      .where('version', '=', version)
      .where('organisationId', 'is', null)
      .forUpdate()
      .executeTakeFirst()
    if (!found) return { ok: false, reason: 'stale' }
    const made = decision === 'approved' ? await letIn(app, trx, viewer, found) : null
    await trx
      .updateTable('organisationApplication')
      .set({
        ...{ decision, reason, words, organisationId: made, version: version + 1 },
        ...{ decidedAt: app.clock(), decidedBy: viewer.personId },
      })
      .where('id', '=', id)
      .execute()
    await recordAudit(trx, viewer, {
      ...{ action: 'organisation.decide', subjectKind: 'organisation', subjectId: made },
      detail: { applicationId: id, decision, ...(reason && { reason }) },
    })
    if (made !== null) return inviteApplicant(app, trx, viewer, { ...found, organisationId: made })
    await app.jobs.enqueue(trx, 'notify', { messageId: newId(), applicationId: id })
    return { ok: true, invitationId: null }
  })
}

/** Sends whoever applied another invitation, the one before opening nothing any more; as long as nobody has joined. */
export function inviteApplicantAgain(
  app: DomainContext,
  viewer: SignedInViewer,
  id: string,
  request: FormRequest,
): Promise<DecisionResult> {
  return act(app, viewer, request, async trx => {
    const found = await trx
      .selectFrom('organisationApplication')
      .select(['kind', 'applicantEmail', 'organisationId'])
      .where('id', '=', id)
      .executeTakeFirst()
    if (!found?.organisationId) return { ok: false, reason: 'stale' }
    return inviteApplicant(app, trx, viewer, { ...found, organisationId: found.organisationId })
  })
}

interface Applicant {
  kind: string
  applicantEmail: string
  organisationId: string
}

async function inviteApplicant(
  app: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  { kind, applicantEmail: email, organisationId }: Applicant,
): Promise<DecisionResult> {
  const role = kind === 'council' ? 'council_officer' : 'provider_manager'
  const sent = await inviteFirst(app, trx, viewer, { email, organisationId, role })
  return sent === null ? { ok: false, reason: 'joined' } : { ok: true, invitationId: sent }
}

function letIn(
  app: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  { name, kind, authorityCode }: { name: string; kind: string; authorityCode: string | null },
): Promise<string> {
  const unsaid = { phone: null, teamEmail: null, lawfulBasis: null }
  const made = kind === 'council' ? 'council' : 'provider'
  return insertOrganisation(trx, viewer, { name, kind: made, authorityCode, ...unsaid }, app.clock())
}

async function act(
  app: DomainContext,
  viewer: SignedInViewer,
  request: FormRequest,
  run: (trx: Transaction<DB>) => Promise<DecisionResult>,
): Promise<DecisionResult> {
  return asViewer(app.db, viewer, async (trx): Promise<DecisionResult> => {
    const result = await once(trx, viewer, request, () => run(trx))
    return result.kind === 'different' ? { ok: false, reason: 'different' } : result.answer
  })
}
