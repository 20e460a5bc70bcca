import type { Transaction } from 'kysely'
import type { FormRequest } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { recordAudit } from '../../audit/record-audit.server'
import type { DomainContext } from '../../context'
import { findOwnService } from '../own/vacancy-access.server'
import { vacancyAct } from '../vacancy-act.server'
import type { VacancyResult } from '../vacancy-result'

/** One tap: what the service's bedspaces say is true as of now. */
export async function confirmVacancies(
  app: DomainContext,
  viewer: SignedInViewer,
  serviceId: string,
  request: FormRequest,
): Promise<VacancyResult> {
  return vacancyAct(app, viewer, request, async trx => {
    if (!(await findOwnService(trx, viewer, serviceId))) return { ok: false, reason: 'not_found' }
    await markConfirmed(trx, viewer, serviceId, app.clock())
    await recordAudit(trx, viewer, {
      action: 'service.confirm_vacancies',
      subjectKind: 'service',
      subjectId: serviceId,
    })
    return { ok: true, serviceId }
  })
}

/** What the service's bedspaces say is true now. No change to one of them says so of the others: only who confirms, or counts them all, does. */
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
