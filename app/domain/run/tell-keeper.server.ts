import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '../context'
import type { ToldDecision } from '../entry/review-messages'

type RunNews = Extract<ToldDecision, `run_${string}`>

/** Puts in that the provider is told what was done with a run of its programme, where somebody of another organisation did it. */
export async function tellKeeper(
  app: Pick<DomainContext, 'jobs' | 'clock'>,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  { serviceId, news }: { serviceId: string; news: RunNews },
): Promise<void> {
  const service = await trx
    .selectFrom('service')
    .select('organisationId')
    .where('id', '=', serviceId)
    .executeTakeFirstOrThrow()
  if (service.organisationId === viewer.organisationId) return
  const told = { reviewedId: serviceId, decision: news, decidedAt: app.clock().toISOString() }
  await app.jobs.enqueue(trx, 'notify', told)
}
