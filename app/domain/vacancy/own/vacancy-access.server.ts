import { sql, type Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { PROVIDER_ROLES, type Role } from '../../account/account'

const EDITORS: readonly Role[] = ['editor', 'administrator']

/** Who keeps a service's vacancies: the people of its own organisation who work with referrals. */
export function keepsVacancies(viewer: SignedInViewer): boolean {
  return PROVIDER_ROLES.some(role => role === viewer.role)
}

/** Editors and administrators keep the rooms of any entry, as the entry; who has them its provider alone says. */
export function correctsAnyRoom({ role }: SignedInViewer): boolean {
  return EDITORS.includes(role)
}

/** A service of the viewer's own organisation that she keeps the vacancies of, or null. */
export async function findOwnService(trx: Transaction<DB>, viewer: SignedInViewer, serviceId: string) {
  if (!keepsVacancies(viewer)) return null
  const service = await serviceOfRooms(trx, serviceId)
    .where('organisationId', '=', viewer.organisationId)
    .executeTakeFirst()
  return service ?? null
}

/** The same of one that has closed too, whose past is read, and nothing of it changed. */
export async function findOwnServiceEver(trx: Transaction<DB>, viewer: SignedInViewer, serviceId: string) {
  if (!keepsVacancies(viewer)) return null
  const service = await trx
    .selectFrom('service')
    .select(['id', 'name', 'kind'])
    .select(sql<boolean>`archived_at is not null`.as('isClosed'))
    .where('id', '=', serviceId)
    .where('organisationId', '=', viewer.organisationId)
    .executeTakeFirst()
  return service ?? null
}

/** A service whose rooms the viewer reads and corrects, or null: one of her own, of an editor any. */
export async function findServiceOfRooms(trx: Transaction<DB>, viewer: SignedInViewer, serviceId: string) {
  if (!correctsAnyRoom(viewer)) return findOwnService(trx, viewer, serviceId)
  return (await serviceOfRooms(trx, serviceId).executeTakeFirst()) ?? null
}

function serviceOfRooms(trx: Transaction<DB>, serviceId: string) {
  return trx
    .selectFrom('service')
    .innerJoin('organisation', 'organisation.id', 'service.organisationId')
    .select(['organisation.name as provider'])
    .select([
      'service.id',
      'service.name',
      'service.kind',
      'staffedHours',
      'turnaroundWorkingDays',
      'pausedReason',
      'pausedUntil',
    ])
    .where('service.id', '=', serviceId)
    .where('service.archivedAt', 'is', null)
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
