import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asSystem } from '@db/viewer-transaction'
import type { DomainContext } from '../../context'
import type { Applied, Effect } from '../events/acting'
import { applyEvent } from '../events/apply-event.server'
import type { ReferralEvent } from '../events/registry'
import { LIFECYCLE } from '../lifecycle'
import { openToSameService, readAgain } from './ending.server'

/** Acceptance frees the holds of the person's other referrals and parks them, until she arrives or it falls through. */
export async function parkOthers(
  app: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  accepted: Applied,
): Promise<void> {
  await asSystem(trx, accepted.caseId, system => applyToOthers(app, system, viewer, accepted, 'park'))
}

/** Arrival closes them as placed elsewhere; their parties are not told where. What was not parked yet is parked on the way. */
export async function closeOthers(
  app: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  arrived: Applied,
): Promise<void> {
  await asSystem(trx, arrived.caseId, async system => {
    await applyToOthers(app, system, viewer, arrived, 'park')
    await applyToOthers(app, system, viewer, arrived, 'close_elsewhere')
  })
}

/** The arrival is undone: what closed with it is parked again, unless the person was referred there anew. */
export async function parkAgain(
  app: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  undone: Applied,
): Promise<void> {
  await asSystem(trx, undone.caseId, async system => {
    for (const { id } of await closedByArrival(system, undone)) {
      const step = { referralId: id, event: 'park_again', version: null, details: {} } as const
      await applyEvent(app, system, { by: 'system', viewer }, step, openAgain(app, system))
    }
  })
}

function openAgain(app: DomainContext, system: Transaction<DB>): Effect {
  return async referral => {
    const referralId = await openToSameService(system, referral)
    if (referralId !== null) return { ok: false, reason: 'already_referred', referralId }
    await readAgain(system, referral)
    const resumeState = referral.resumeState ?? 'under_review'
    return { ok: true, becomes: { state: 'parked', resumeState, since: app.clock() } }
  }
}

/** Those that closed when the arrival was recorded, or later. */
async function closedByArrival(
  system: Transaction<DB>,
  { caseId, referralId }: Applied,
): Promise<{ id: string }[]> {
  const { at } = await system
    .selectFrom('referralHistory')
    .select(history => history.fn.max('happenedAt').as('at'))
    .where('referralId', '=', referralId)
    .where('event', '=', 'arrive')
    .executeTakeFirstOrThrow()
  return system
    .selectFrom('referral')
    .select('id')
    .where('caseId', '=', caseId)
    .where('id', '<>', referralId)
    .where('state', 'in', statesThatAllow('park_again'))
    .where('closedAt', '>=', at)
    .orderBy('id')
    .execute()
}

async function applyToOthers(
  app: DomainContext,
  system: Transaction<DB>,
  viewer: SignedInViewer,
  { caseId, referralId }: Applied,
  event: ReferralEvent,
): Promise<void> {
  const others = await system
    .selectFrom('referral')
    .select('id')
    .where('caseId', '=', caseId)
    .where('id', '<>', referralId)
    .where('state', 'in', statesThatAllow(event))
    .orderBy('id')
    .execute()
  for (const { id } of others) {
    await applyEvent(
      app,
      system,
      { by: 'system', viewer },
      { referralId: id, event, version: null, details: {} },
    )
  }
}

function statesThatAllow(event: ReferralEvent): string[] {
  return LIFECYCLE.filter(row => row.event === event && row.by === 'system').map(row => row.from)
}
