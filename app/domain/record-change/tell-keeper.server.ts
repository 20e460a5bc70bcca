import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '../context'
import type { KeeperNews } from './keeper-messages'

interface ServiceNews {
  serviceId: string
  news: KeeperNews
}

/** Puts in that a provider is told what was done with its service, where somebody of another organisation did it. */
export async function tellKeeper(
  app: Pick<DomainContext, 'jobs' | 'clock'>,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  { serviceId, news }: ServiceNews,
): Promise<void> {
  const service = await trx
    .selectFrom('service')
    .select('organisationId')
    .where('id', '=', serviceId)
    .executeTakeFirstOrThrow()
  if (service.organisationId === viewer.organisationId) return
  await tellNews(app, trx, { serviceId, news })
}

/** Puts in that whoever keeps an entry is told what was done with it. */
export async function tellNews(
  app: Pick<DomainContext, 'jobs' | 'clock'>,
  trx: Transaction<DB>,
  { serviceId, news }: ServiceNews,
): Promise<void> {
  const told = { reviewedId: serviceId, decision: news, decidedAt: app.clock().toISOString() }
  await app.jobs.enqueue(trx, 'notify', told)
}
