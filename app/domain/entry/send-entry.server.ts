import type { FormRequest } from '@db/idempotency'
import type { SignedInViewer } from '@db/viewer'
import { recordAudit } from '../audit/record-audit.server'
import type { DomainContext } from '../context'
import { entryIn } from './entry.server'
import { actOnEntry, type EntryResult } from './save-part.server'

/** Asks an editor to look at a draft that misses nothing, or takes it back. */
export function sendEntry(
  app: DomainContext,
  viewer: SignedInViewer,
  { serviceId, version, intent }: { serviceId: string; version: number; intent: 'send' | 'take_back' },
  request: FormRequest,
): Promise<EntryResult> {
  return actOnEntry(app, viewer, { serviceId, version }, request, async trx => {
    const entry = await entryIn(trx, viewer, serviceId)
    const isRight =
      intent === 'send'
        ? entry?.standing === 'draft' && entry.missing.length === 0
        : entry?.standing === 'waiting'
    if (!isRight) return { ok: false, reason: 'not_now' }
    const submittedAt = intent === 'send' ? app.clock() : null
    await trx.updateTable('service').set({ submittedAt }).where('id', '=', serviceId).execute()
    await recordAudit(trx, viewer, {
      ...{ action: `entry.${intent}`, subjectKind: 'service', subjectId: serviceId },
    })
    return { ok: true, serviceId }
  })
}
