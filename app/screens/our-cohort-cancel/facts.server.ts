import type { SignedInViewer } from '@db/viewer'
import { CANCEL_REASONS } from '~/domain/programme/cancelled-run'
import type { DomainContext } from '~/domain/context'
import { newIdempotencyKey } from '~/http/new-idempotency-key.server'
import { keptRun } from '~/screens/our-cohort/facts.server'
import { runDates } from '~/screens/our-cohorts/page'

/** What the page shows that cancels a run, or puts it on again; null where there is none that the viewer keeps. */
export async function cancelPageFor(
  app: DomainContext,
  viewer: SignedInViewer,
  asked: { serviceId: string; runId: string },
) {
  const found = await keptRun(app, viewer, asked)
  if (!found?.run) return null
  const { entry, run } = found
  return {
    ...{ serviceId: entry.id, name: entry.name, dates: runDates(run) },
    cancelled: run.cancelledReason === null ? null : CANCEL_REASONS[run.cancelledReason],
    ...{ named: run.here.named, begun: run.here.begun },
    carried: { idempotencyKey: newIdempotencyKey(), version: entry.version },
  }
}

export type CancelPage = NonNullable<Awaited<ReturnType<typeof cancelPageFor>>>
