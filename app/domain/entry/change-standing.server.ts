import { sql, type Transaction } from 'kysely'
import type { FormRequest } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { recordAudit } from '../audit/record-audit.server'
import type { DomainContext } from '../context'
import { entryIn } from './entry.server'
import { actOnEntry, type EntryResult } from './save-part.server'
import { type StandingChange, STEPS } from './standing-form'

export interface OpenThere {
  /** Null for a nomination. */
  referralId: string | null
  reference: string
}

/** What is still open at a service: it is decided before the service closes. */
export function openAtService(
  app: Pick<DomainContext, 'db'>,
  viewer: SignedInViewer,
  serviceId: string,
): Promise<OpenThere[]> {
  return asViewer(app.db, viewer, trx => openIn(trx, serviceId))
}

async function openIn(trx: Transaction<DB>, serviceId: string): Promise<OpenThere[]> {
  const { rows } = await sql<OpenThere>`
    select referral_id as "referralId", reference from open_at_service(${serviceId}::uuid)`.execute(trx)
  return rows
}

/**
 * Pauses a service, opens it again, or takes it out of the directory. A paused one takes no new referral and offers nothing free; what is
 * open there goes on. One with open referrals or nominations is not closed.
 */
export function changeStanding(
  app: DomainContext,
  viewer: SignedInViewer,
  { serviceId, version, change }: { serviceId: string; version: number; change: StandingChange },
  request: FormRequest,
): Promise<EntryResult> {
  return actOnEntry(app, viewer, { serviceId, version }, request, async trx => {
    const entry = await entryIn(trx, viewer, serviceId)
    if (!entry || !STEPS[entry.standing].includes(change.intent)) return { ok: false, reason: 'not_now' }
    if (change.intent === 'close' && (await openIn(trx, serviceId)).length > 0)
      return { ok: false, reason: 'open_there' }
    await trx.updateTable('service').set(columnsOf(change, app.clock())).where('id', '=', serviceId).execute()
    await recordAudit(trx, viewer, {
      ...{ action: `entry.${change.intent}`, subjectKind: 'service', subjectId: serviceId },
    })
    return { ok: true, serviceId }
  })
}

const NOT_PAUSED = { pausedAt: null, pausedReason: null, pausedUntil: null, pausedNote: null }

function columnsOf(change: StandingChange, now: Date) {
  if (change.intent !== 'pause') return { ...NOT_PAUSED, archivedAt: change.intent === 'close' ? now : null }
  const { pausedReason, pausedUntil, pausedNote } = change
  return { pausedAt: now, pausedReason, pausedUntil, pausedNote }
}
