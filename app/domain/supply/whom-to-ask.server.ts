import { type Kysely, sql, type Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { isAnyOf } from '../list/ids-given.server'
import type { ServiceKind } from '../service/service-kind'

/** Whom to ring about a service: what anybody signed in reads in the directory. It holds no site. */
export interface WhomToAsk {
  id: string
  name: string
  provider: string
  phone: string | null
  outOfHoursPhone: string | null
  email: string | null
  /** It has left the directory: it has no page there any more. */
  isGone: boolean
}

export interface Contacts {
  /** By the id of the service; one that left the directory since keeps its name. */
  services: ReadonlyMap<string, WhomToAsk>
  /** The housing options of the council of the authority. */
  councils: WhomToAsk[]
}

const COUNCIL = 'council_housing_options' satisfies ServiceKind

/** Whom to ask about services, and the council's housing options of an authority. */
export async function whomToAsk(
  db: Kysely<DB>,
  viewer: SignedInViewer,
  serviceIds: readonly string[],
  authorityCode: string,
): Promise<Contacts> {
  return asViewer(db, viewer, async trx => {
    const services = await contacts(trx).where(isAnyOf('service.id', serviceIds)).execute()
    const councils = await contacts(trx)
      .innerJoin('serviceArea', 'serviceArea.serviceId', 'service.id')
      .where('serviceArea.authorityCode', '=', authorityCode)
      .where('service.kind', '=', COUNCIL)
      .where('service.archivedAt', 'is', null)
      .execute()
    return { services: new Map(services.map(service => [service.id, service])), councils }
  })
}

function contacts(trx: Transaction<DB>) {
  return trx
    .selectFrom('service')
    .innerJoin('organisation', 'organisation.id', 'service.organisationId')
    .select(['service.id', 'service.name', 'organisation.name as provider'])
    .select(['service.phone', 'service.outOfHoursPhone', 'service.email'])
    .select(sql<boolean>`service.archived_at is not null`.as('isGone'))
    .orderBy('service.name')
    .orderBy('service.id')
}
