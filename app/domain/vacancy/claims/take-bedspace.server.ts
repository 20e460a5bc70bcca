import type { Transaction } from 'kysely'
import type { FormRequest } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { recordAudit } from '../../audit/record-audit.server'
import type { DomainContext } from '../../context'
import { londonDay } from '../../time/calendar'
import { addWorkingDays } from '../../time/working-days'
import { claimBedspace, type ClaimResult } from './claim-bedspace.server'
import { freeUntil } from '../free/free-days'
import { lockOpenHouse } from './lock-service.server'
import { bedspacesOf, type OwnBedspace } from '../own/own-bedspaces.server'
import { findOwnBedspace } from '../own/vacancy-access.server'
import { vacancyAct } from '../vacancy-act.server'
import type { VacancyResult } from '../vacancy-result'

/** "Bed taken from another route": one tap, no person. A stay from today on, until its departure is recorded. */
export async function markTaken(
  app: DomainContext,
  viewer: SignedInViewer,
  bedspaceId: string,
  request: FormRequest,
): Promise<VacancyResult> {
  return vacancyAct(app, viewer, request, trx => takeWithin(app, trx, viewer, bedspaceId))
}

/**
 * Claims one bedspace for somebody who comes by another route. Where something claims it later, the stay has to end in time
 * for the turnaround before that.
 */
export async function takeBedspace(
  trx: Transaction<DB>,
  { id: bedspaceId, claims, turnaround }: Pick<OwnBedspace, 'id' | 'claims' | 'turnaround'>,
  now: Date,
): Promise<ClaimResult> {
  const from = londonDay(now)
  const end = freeUntil(claims, turnaround, from)
  const leaves = end && { on: end.lastOn, isSure: true, mustEnd: true }
  const until = leaves && addWorkingDays(leaves.on, turnaround)
  return claimBedspace(trx, { bedspaceId, kind: 'occupied', from, until, leaves }, now)
}

async function takeWithin(
  app: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  bedspaceId: string,
): Promise<VacancyResult> {
  const own = await findOwnBedspace(trx, viewer, bedspaceId)
  if (!own) return { ok: false, reason: 'not_found' }
  const { serviceId } = own
  const closed = await lockOpenHouse(trx, serviceId)
  if (closed) return closed
  const now = app.clock()
  const bedspace = (await bedspacesOf(trx, serviceId, now)).find(each => each.id === bedspaceId)
  if (!bedspace) return { ok: false, reason: 'not_found' }
  if (!bedspace.isFree) return { ok: false, reason: 'not_free' }
  const taken = await takeBedspace(trx, bedspace, now)
  if (!taken.ok) return { ok: false, reason: 'bedspace_taken', until: taken.until }
  const detail = { bedspaceId, claimId: taken.claimId }
  await recordAudit(trx, viewer, {
    action: 'service.take_bedspace',
    subjectKind: 'service',
    subjectId: serviceId,
    detail,
  })
  return { ok: true, serviceId }
}
