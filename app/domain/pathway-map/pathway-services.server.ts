import { type Kysely, sql } from 'kysely'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import type { PathwayService } from './pathway-map'

/** What every service and programme of the directory says of pathways, areas and prisons; it reads no site and no person. */
export async function pathwayServices(db: Kysely<DB>, viewer: SignedInViewer): Promise<PathwayService[]> {
  return asViewer(db, viewer, trx =>
    trx
      .selectFrom('service')
      .leftJoin('programme', 'programme.serviceId', 'service.id')
      .select(['kind', 'programme.type as programmeType', 'organisationId', 'assuredOn'])
      .select(
        sql<string[]>`array(select pathway from service_pathway p where p.service_id = service.id)`.as(
          'pathways',
        ),
      )
      .select(
        sql<string[]>`array(select authority_code from service_area a where a.service_id = service.id)`.as(
          'authorities',
        ),
      )
      .select(sql<string[]>`coalesce(programme.prison_codes, '{}')`.as('prisons'))
      .where('archivedAt', 'is', null)
      .execute(),
  )
}
