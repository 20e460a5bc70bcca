import type { Transaction } from 'kysely'
import { type FormRequest, once } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { recordAudit } from '../../audit/record-audit.server'
import type { DomainContext } from '../../context'
import { findOwnService } from '../own/vacancy-access.server'
import type { VacancyResult } from '../vacancy-result'

/** One tap: what the service's bedspaces say is true as of now. */
export async function confirmVacancies(
  app: DomainContext,
  viewer: SignedInViewer,
  serviceId: string,
  request: FormRequest,
): Promise<VacancyResult> {
  return asViewer(app.db, viewer, async trx => {
    const done = await once(trx, viewer, request, async (): Promise<VacancyResult> => {
      if (!(await findOwnService(trx, viewer, serviceId))) return { ok: false, reason: 'not_found' }
      await markConfirmed(trx, viewer, serviceId, app.clock())
      await recordAudit(trx, viewer, {
        action: 'service.confirm_vacancies',
        subjectKind: 'service',
        subjectId: serviceId,
      })
      return { ok: true, serviceId }
    })
    return done.kind === 'different' ? { ok: false, reason: 'different' } : done.answer
  })
}

/** Whoever changes a bedspace of a service has looked at its board: the change confirms the rest. */
export async function markConfirmed(
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  serviceId: string,
  now: Date,
): Promise<void> {
  const confirmed = { confirmedAt: now, confirmedBy: viewer.personId }
  await trx
    .insertInto('serviceVacancy')
    .values({ serviceId, ...confirmed })
    .onConflict(conflict => conflict.column('serviceId').doUpdateSet(confirmed))
    .execute()
}
