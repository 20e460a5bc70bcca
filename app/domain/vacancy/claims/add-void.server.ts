import type { Transaction } from 'kysely'
import type { FormRequest } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { recordAudit } from '../../audit/record-audit.server'
import type { DomainContext } from '../../context'
import type { Day } from '../../time/calendar'
import { claimBedspace } from './claim-bedspace.server'
import { lockOpenHouse } from './lock-service.server'
import type { VoidReason } from '../vacancy'
import { findOwnBedspace } from '../own/vacancy-access.server'
import { vacancyAct } from '../vacancy-act.server'
import type { VacancyResult } from '../vacancy-result'

export interface NewVoid {
  bedspaceId: string
  reason: VoidReason
  fromOn: Day
  /** The first day it is free again; null until further notice. */
  untilOn: Day | null
}

/** Makes a bedspace void between dates, for a reason, if nothing claims it then. It confirms no other bedspace. */
export async function addVoid(
  app: DomainContext,
  viewer: SignedInViewer,
  input: NewVoid,
  request: FormRequest,
): Promise<VacancyResult> {
  return vacancyAct(app, viewer, request, trx => voidWithin(app, trx, viewer, input))
}

async function voidWithin(
  app: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  { bedspaceId, reason, fromOn, untilOn }: NewVoid,
): Promise<VacancyResult> {
  const bedspace = await findOwnBedspace(trx, viewer, bedspaceId)
  if (!bedspace) return { ok: false, reason: 'not_found' }
  if (untilOn !== null && untilOn <= fromOn) return { ok: false, reason: 'dates_invalid' }
  const now = app.clock()
  const claim = { bedspaceId, kind: 'void', from: fromOn, until: untilOn, voidReason: reason } as const
  const closed = await lockOpenHouse(trx, bedspace.serviceId)
  if (closed) return closed
  const claimed = await claimBedspace(trx, claim, now)
  if (!claimed.ok) return { ok: false, reason: 'bedspace_taken', until: claimed.until }
  const { serviceId } = bedspace
  const detail = { bedspaceId, reason, fromOn, untilOn }
  await recordAudit(trx, viewer, {
    action: 'service.add_void',
    subjectKind: 'service',
    subjectId: serviceId,
    detail,
  })
  return { ok: true, serviceId }
}
