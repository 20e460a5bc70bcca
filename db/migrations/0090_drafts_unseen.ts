import { type Kysely, sql } from 'kysely'

/**
 * What belongs to a service is seen by those who see the service: an entry that nobody approved is its own people's, editors' and
 * administrators' alone, and so are its sites, areas, pathways, policy, programme, cohorts and beds. The subquery is narrowed by the
 * policies of service. What works for everybody (the worker, the system, the statistician) reads all of it as before.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`set local lock_timeout = '5s'`.execute(db)
  for (const [table, stillWhole] of TABLES) {
    const name = sql.table(table)
    await sql`
      alter policy whole on ${name} to ${sql.raw(stillWhole)};
      create policy of_seen_service on ${name} for select
        to throughgate_professional, throughgate_commissioner, throughgate_indexer
        using (exists (select from service s where s.id = ${sql.ref(`${table}.service_id`)}));
    `.execute(db)
  }
}

/** And who reads every row of it, of those who did. */
const TABLES = [
  ['site', 'throughgate_worker'],
  ['service_area', 'throughgate_worker'],
  ['service_pathway', 'throughgate_worker'],
  ['programme', 'throughgate_worker'],
  ['cohort', 'throughgate_worker'],
  ['service_policy', 'throughgate_worker, throughgate_system, throughgate_statistician'],
  ['bedspace', 'throughgate_worker, throughgate_system'],
] as const
