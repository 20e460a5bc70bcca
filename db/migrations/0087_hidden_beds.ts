import { type Kysely, sql } from 'kysely'

/**
 * A commissioner's role reads no bed of a place whose site is hidden, nor what claims it, nor when its vacancies were confirmed: supply
 * counts none of them, so it needs none.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';
    create policy of_shown on bedspace as restrictive for select to throughgate_commissioner
      using (service_id not in (select id from service where confidential));
    create policy of_shown on service_vacancy as restrictive for select to throughgate_commissioner
      using (service_id not in (select id from service where confidential));
    create policy of_shown on bedspace_claim as restrictive for select to throughgate_commissioner
      using (bedspace_id in (select id from bedspace));
  `.execute(db)
}
