import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '../context'

/** Puts in that a provider is told what was done with its service, by its name in `entry/review-messages.ts`, where somebody of another organisation did it. */
export async function tellKeeper(
  app: Pick<DomainContext, 'jobs' | 'clock'>,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  { serviceId, news }: { serviceId: string; news: string },
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
