import type { Kysely } from 'kysely'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'

/** Every service the viewer may see as 'service, provider', by name, for lists to choose from. */
export async function serviceNames(
  db: Kysely<DB>,
  viewer: SignedInViewer,
): Promise<{ id: string; name: string }[]> {
  return asViewer(db, viewer, async trx => {
    const rows = await trx
      .selectFrom('service')
      .innerJoin('organisation', 'organisation.id', 'service.organisationId')
      .select(['service.id', 'service.name', 'organisation.name as provider'])
      .where('service.archivedAt', 'is', null)
      .orderBy('service.name')
      .orderBy('service.id')
      .execute()
    return rows.map(({ id, name, provider }) => ({ id, name: `${name}, ${provider}` }))
  })
}
