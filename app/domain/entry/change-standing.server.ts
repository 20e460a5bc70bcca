import { sql, type Transaction } from 'kysely'
import type { FormRequest } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { recordAudit } from '../audit/record-audit.server'
import type { DomainContext } from '../context'
import { changeStandingAlone } from '../service/hold-standing.server'
import { entryIn } from './entry.server'
import { actOnEntry, type EntryResult } from './save-part.server'
import { type PauseOrOpen, type StandingChange, STEPS } from './standing-form'

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

/** The same inside a transaction. */
export async function openIn(trx: Transaction<DB>, serviceId: string): Promise<OpenThere[]> {
  const { rows } = await sql<OpenThere>`
    select referral_id as "referralId", reference from open_at_service(${serviceId}::uuid)`.execute(trx)
  return rows
}

/**
 * Pauses a service, or opens it again. A paused one takes no new referral and offers nothing free; what is open there goes on. How it
 * closes, with what is open there: service-closing/close-service.server.ts.
 */
export function changeStanding(
  app: DomainContext,
  viewer: SignedInViewer,
  { serviceId, version, change }: { serviceId: string; version: number; change: PauseOrOpen },
  request: FormRequest,
): Promise<EntryResult> {
  return actOnEntry(app, viewer, { serviceId, version }, request, trx =>
    writeStanding(app, trx, viewer, { serviceId, change }),
  )
}

/** Writes how it stands from now on, where that follows from how it stands; nobody is being referred there meanwhile. */
export async function writeStanding(
  app: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  { serviceId, change }: { serviceId: string; change: StandingChange },
): Promise<EntryResult> {
  await changeStandingAlone(trx, serviceId)
  const entry = await entryIn(trx, viewer, serviceId)
  if (!entry || !STEPS[entry.standing].includes(change.intent)) return { ok: false, reason: 'not_now' }
  await trx.updateTable('service').set(columnsOf(change, app.clock())).where('id', '=', serviceId).execute()
  await recordAudit(trx, viewer, {
    ...{ action: `entry.${change.intent}`, subjectKind: 'service', subjectId: serviceId },
  })
  return { ok: true, serviceId }
}

const NOT_PAUSED = { pausedAt: null, pausedReason: null, pausedUntil: null, pausedNote: null }

function columnsOf(change: StandingChange, now: Date) {
  if (change.intent !== 'pause') return { ...NOT_PAUSED, archivedAt: change.intent === 'close' ? now : null }
  const { pausedReason, pausedUntil, pausedNote } = change
  return { pausedAt: now, pausedReason, pausedUntil, pausedNote }
}
