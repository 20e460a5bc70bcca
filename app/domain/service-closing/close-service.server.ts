import type { Transaction } from 'kysely'
import type { FormRequest } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '../context'
import { openIn, writeStanding } from '../entry/change-standing.server'
import { actOnEntry, type EntryResult } from '../entry/save-part.server'
import { endWithTheService } from '../nomination/end-with-the-service.server'
import { applyEvent } from '../referral/events/apply-event.server'
import { lockReferral } from '../referral/record/lock-referral.server'
import { isAt, referralState } from '../referral/states'
import { londonDay } from '../time/calendar'
import { bedsLivedIn } from '../vacancy/claims/lived-in.server'
import { lockClaims } from '../vacancy/claims/lock-service.server'
import type { Closing } from './closing-form'

/**
 * Takes a service out of the directory. What is open there is declined with it, and nominations end, one act each, each as it was ticked
 * and with the reason given: those who referred or nominated are told, and beds that were held are free. All of it or nothing: whoever
 * lives there, by whatever route, must have left. Whoever is being referred at this moment is there before it, or finds it closed.
 */
export function closeService(
  app: DomainContext,
  viewer: SignedInViewer,
  { serviceId, version, closing }: { serviceId: string; version: number; closing: Closing },
  request: FormRequest,
): Promise<EntryResult> {
  return actOnEntry(app, viewer, { serviceId, version }, request, async trx => {
    // As every act of a referral: its case first, then the claims. Whoever takes a bed is there before this, or finds it closed.
    for (const { referralId } of inOrder(closing)) await lockReferral(trx, referralId)
    await lockClaims(trx, serviceId)
    if ((await bedsLivedIn(trx, serviceId, londonDay(app.clock()))) > 0)
      return { ok: false, reason: 'open_there' }
    // First, for a referral of a service that has closed may be declined wherever it stands.
    const closed = await writeStanding(app, trx, viewer, { serviceId, change: { intent: 'close' } })
    if (!closed.ok) return closed
    if (await isLivedIn(trx, serviceId)) return { ok: false, reason: 'open_there' }
    const refused =
      (await declineTicked(app, trx, viewer, closing)) ?? (await endTicked(app, trx, viewer, closing))
    if (refused) return refused
    const left = await openIn(trx, serviceId)
    if (left.length === 0) return { ok: true, serviceId }
    return { ok: false, reason: 'not_ticked' }
  })
}

function inOrder({ ticked }: Closing): Closing['ticked'] {
  return [...ticked].sort((one, other) => one.referralId.localeCompare(other.referralId))
}

async function declineTicked(
  app: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  closing: Closing,
): Promise<EntryResult | null> {
  for (const step of inOrder(closing)) {
    const details = { reasons: closing.reasons ?? undefined }
    const done = await applyEvent(app, trx, { by: 'side', viewer }, { ...step, event: 'decline', details })
    if (!done.ok)
      return { ok: false, reason: done.reason === 'names_person' ? 'names_person' : 'referral_moved' }
  }
  return null
}

async function endTicked(
  app: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  { nominations }: Closing,
): Promise<EntryResult | null> {
  const named = [...nominations].sort((one, other) => one.nominationId.localeCompare(other.nominationId))
  for (const nomination of named) {
    if (!(await endWithTheService(app, trx, viewer, nomination)))
      return { ok: false, reason: 'referral_moved' }
  }
  return null
}

async function isLivedIn(trx: Transaction<DB>, serviceId: string): Promise<boolean> {
  const rows = await trx
    .selectFrom('referral')
    .select('state')
    .where('serviceId', '=', serviceId)
    .where('closedAt', 'is', null)
    .execute()
  return rows.some(({ state }) => isAt(referralState(state), 'stay'))
}
