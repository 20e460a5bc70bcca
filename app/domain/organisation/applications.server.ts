import { newId } from '@db/id'
import { type FormRequest, once } from '@db/idempotency'
import type { SignedInViewer } from '@db/viewer'
import { asSignIn, asViewer } from '@db/viewer-transaction'
import { countTry } from '../account/throttle.server'
import type { AccountSecrets } from '../account/account-secrets.server'
import { recordAudit } from '../audit/record-audit.server'
import type { DomainContext } from '../context'
import type { ApplicationAnswers } from './organisation-fields'
import { insertOrganisation, type OrganisationResult } from './organisations.server'

/**
 * Keeps what an organisation says of itself that asks to join. Counted against the network address it came from and the email address it
 * names, as a try to sign in is.
 */
export async function applyFor(
  app: Pick<DomainContext, 'db' | 'clock'> & { secrets: Pick<AccountSecrets, 'throttle'> },
  answers: ApplicationAnswers,
  address: string,
): Promise<'kept' | 'throttled'> {
  const now = app.clock()
  return asSignIn(app.db, async trx => {
    const attempt = { what: 'apply', email: answers.applicantEmail, address } as const
    if ((await countTry(trx, app.secrets.throttle, attempt, now)) === 'beyond') return 'throttled'
    const { authorityCode = null, applicantPhone = null, ...rest } = answers
    const row = { ...rest, authorityCode, applicantPhone, id: newId(), createdAt: now }
    await trx.insertInto('organisationApplication').values(row).execute()
    return 'kept'
  })
}

const SHOWN = [
  'id',
  'name',
  'kind',
  'authorityCode',
  'runs',
  'applicantName',
  'applicantEmail',
  'applicantPhone',
  'createdAt',
  'version',
] as const

/** Those nobody has decided on, the earliest first. */
export function openApplications(app: Pick<DomainContext, 'db'>, viewer: SignedInViewer) {
  return asViewer(app.db, viewer, trx =>
    trx
      .selectFrom('organisationApplication')
      .select(SHOWN)
      .where('decision', 'is', null)
      .orderBy('createdAt')
      .execute(),
  )
}

/** One of them; null where there is none, or it was decided. */
export async function findApplication(app: Pick<DomainContext, 'db'>, viewer: SignedInViewer, id: string) {
  return (await openApplications(app, viewer)).find(each => each.id === id) ?? null
}

export interface ApplicationDecision {
  id: string
  version: number
  decision: 'approved' | 'refused'
  words: string | null
}

/** Approves an application, which makes the organisation, or refuses it with words. */
export async function decideApplication(
  app: DomainContext,
  viewer: SignedInViewer,
  { id, version, decision, words }: ApplicationDecision,
  request: FormRequest,
): Promise<OrganisationResult | { ok: true; organisationId: null }> {
  return asViewer(app.db, viewer, async trx => {
    const result = await once(
      trx,
      viewer,
      request,
      async (): Promise<OrganisationResult | { ok: true; organisationId: null }> => {
        const now = app.clock()
        const found = await trx
          .selectFrom('organisationApplication')
          .select(['name', 'kind', 'authorityCode', 'applicantPhone'])
          .where('id', '=', id)
          .where('version', '=', version)
          .where('decision', 'is', null)
          .forUpdate()
          .executeTakeFirst()
        if (!found) return { ok: false, reason: 'stale' }
        const { name, authorityCode } = found
        const kind = found.kind === 'council' ? 'council' : 'provider'
        const answers = {
          name,
          kind,
          authorityCode,
          phone: null,
          teamEmail: null,
          lawfulBasis: null,
        } as const
        const organisationId =
          decision === 'approved' ? await insertOrganisation(trx, viewer, answers, now) : null
        await trx
          .updateTable('organisationApplication')
          .set({
            decision,
            words,
            organisationId,
            decidedAt: now,
            decidedBy: viewer.personId,
            version: version + 1,
          })
          .where('id', '=', id)
          .execute()
        await recordAudit(trx, viewer, {
          ...{ action: 'organisation.decide', subjectKind: 'organisation', subjectId: organisationId },
          detail: { applicationId: id, decision },
        })
        return { ok: true, organisationId }
      },
    )
    return result.kind === 'different' ? { ok: false, reason: 'different' } : result.answer
  })
}
