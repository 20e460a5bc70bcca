import { sql } from 'kysely'

/**
 * True where the service of a referral may have a bed at another address than one that was refused: unless it shows one site
 * and has nothing but rooms in it, for flats may lie apart. Of a confidential service no address is read, and its provider says.
 */
export function hasOtherAddress(serviceId: 'referral.serviceId' | 'r.serviceId') {
  return sql<boolean>`(
    select s.kind = 'dispersed' or (select count(*) from site where site.service_id = s.id) <> 1
      or exists (select from bedspace b where b.service_id = s.id and b.type <> 'shared' and b.retired_at is null)
    from service s where s.id = ${sql.ref(serviceId)})`.as('hasOtherAddress')
}
