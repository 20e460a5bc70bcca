import type { Transaction } from 'kysely'
import type { FormRequest } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { recordAudit } from '../audit/record-audit.server'
import type { DomainContext } from '../context'
import { actOnEntry, type EntryResult } from '../entry/save-part.server'
import type { CancelReason } from '../programme/cancelled-run'
import { noteOnRun } from './note-on-run.server'
import type { CancelStep } from './run-form'
import { runIn } from './runs.server'
import { tellOfRun } from './tell-keeper.server'

/** 'begun': somebody has started in it, so that it took place. */
export interface CancelRefused {
  ok: false
  reason: 'begun'
}

export interface RunStep {
  serviceId: string
  version: number
  runId: string
  step: CancelStep
}

/**
 * Cancels a run, or puts it on again. Whoever is named for one that is cancelled keeps what was checked, loses the place and can be given
 * another run; their teams are told, and the provider where an editor did it. One in which somebody has started is not cancelled. Put on again, a place that was lost with it is
 * given back by taking the last step back, nomination by nomination.
 */
export function cancelRun(
  app: DomainContext,
  viewer: SignedInViewer,
  { serviceId, version, runId, step }: RunStep,
  request: FormRequest,
): Promise<EntryResult | CancelRefused> {
  return actOnEntry<EntryResult | CancelRefused>(app, viewer, { serviceId, version }, request, async trx => {
    const run = await runIn(trx, serviceId, runId)
    if (!run) return { ok: false, reason: 'not_found' }
    const isOff = run.cancelledAt !== null
    if (isOff !== (step.intent === 'restore')) return { ok: false, reason: 'not_now' }
    if (step.intent === 'restore') await restore(app, trx, runId)
    else await cancel(app, trx, runId, step.reason)
    // Asked when those named for it are locked: nobody starts meanwhile.
    const { here } = (await runIn(trx, serviceId, runId)) ?? run
    if (step.intent === 'cancel' && here.begun > 0) return { ok: false, reason: 'begun' }
    const news = step.intent === 'cancel' ? 'run_cancelled' : 'run_restored'
    await tellOfRun(app, trx, viewer, { serviceId, news })
    const action = step.intent === 'cancel' ? 'run.cancel' : 'run.restore'
    await recordAudit(trx, viewer, { action, subjectKind: 'service', subjectId: serviceId })
    return { ok: true, serviceId }
  })
}

/** Nominations before their run, in the order in which a step locks them; then those who were named while the run was not locked yet. */
async function cancel(app: DomainContext, trx: Transaction<DB>, runId: string, reason: CancelReason) {
  const what = { runId, event: 'run_cancelled', detail: reason } as const
  const told = await noteOnRun(app, trx, what)
  await trx
    .updateTable('cohort')
    .set({ cancelledAt: app.clock(), cancelledReason: reason })
    .where('id', '=', runId)
    .execute()
  await noteOnRun(app, trx, what, told)
}

async function restore(app: DomainContext, trx: Transaction<DB>, runId: string): Promise<void> {
  await trx
    .updateTable('cohort')
    .set({ cancelledAt: null, cancelledReason: null })
    .where('id', '=', runId)
    .execute()
  await noteOnRun(app, trx, { runId, event: 'run_restored', detail: null })
}
