import { sql } from 'kysely'

/** Of a service, how many of its beds in use were added, or brought back, after its vacancies were confirmed: a column of a query that has both. */
export function bedsAddedSince(
  serviceIdColumn: string,
  confirmedAtColumn: string,
  whose: 'all' | 'for women' = 'all',
) {
  return sql<number>`(select count(*)::integer from bedspace added
    where added.service_id = ${sql.ref(serviceIdColumn)} and added.retired_at is null
      and added.added_at > ${sql.ref(confirmedAtColumn)}
      and (${whose === 'all'} or added.sex is distinct from 'men'))`
}
