import { sql } from 'kysely'

/** The types of a service's bedspaces in use, each once, in order: 'family', 'self_contained', 'shared'. */
export function roomTypesOf(serviceIdColumn: string) {
  return sql<string[]>`array(
    select distinct b.type from bedspace b
    where b.service_id = ${sql.ref(serviceIdColumn)} and b.retired_at is null order by 1)`
}
