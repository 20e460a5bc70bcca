import { sql } from 'kysely'

/**
 * True where the service of a referral may have a bed at another address than one that was refused: unless all it
 * has is at the one address it shows. Of a confidential service no address is read, and its provider says.
 */
export function hasOtherAddress(serviceId: 'referral.serviceId' | 'r.serviceId') {
  return sql<boolean>`(
    select s.kind = 'dispersed' or (select count(*) from site where site.service_id = s.id) <> 1
    from service s where s.id = ${sql.ref(serviceId)})`.as('hasOtherAddress')
}
