import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { PROVIDER_ROLES } from '../../account/account'

/** Who keeps a service's vacancies: the people of its own organisation who work with referrals. */
export function keepsVacancies(viewer: SignedInViewer): boolean {
  return PROVIDER_ROLES.some(role => role === viewer.role)
}

/** A service of the viewer's own organisation that she keeps the vacancies of, or null. */
export async function findOwnService(trx: Transaction<DB>, viewer: SignedInViewer, serviceId: string) {
  if (!keepsVacancies(viewer)) return null
  const service = await trx
    .selectFrom('service')
    .select(['id', 'name', 'kind', 'staffedHours', 'turnaroundWorkingDays'])
    .where('id', '=', serviceId)
    .where('organisationId', '=', viewer.organisationId)
    .where('archivedAt', 'is', null)
    .executeTakeFirst()
  return service ?? null
}

/**
 * A bedspace in use of one of the viewer's own services, or null. The row policies of claims also let a party to a referral
 * write them; a void or a release is for those whose service it is alone.
 */
export async function findOwnBedspace(trx: Transaction<DB>, viewer: SignedInViewer, bedspaceId: string) {
  if (!keepsVacancies(viewer)) return null
  const bedspace = await trx
    .selectFrom('bedspace')
    .innerJoin('service', 'service.id', 'bedspace.serviceId')
    .select(['bedspace.id', 'bedspace.serviceId'])
    .where('bedspace.id', '=', bedspaceId)
    .where('bedspace.retiredAt', 'is', null)
    .where('service.organisationId', '=', viewer.organisationId)
    .executeTakeFirst()
  return bedspace ?? null
}
