import { type Kysely, sql } from 'kysely'

/**
 * What is free at an entry that nobody approved, and what is claimed there, is seen by those who see the entry, as its beds are (0090).
 * What works for everybody reads all of it as before. And editors and administrators correct what is said of any room, as of any entry;
 * what is claimed on it stays its provider's to say.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';

    alter policy whole on service_vacancy to throughgate_worker;
    create policy of_seen_service on service_vacancy for select
      to throughgate_professional, throughgate_commissioner, throughgate_indexer
      using (exists (select from service s where s.id = service_vacancy.service_id));

    alter policy whole on bedspace_claim to throughgate_worker, throughgate_system, throughgate_statistician;
    create policy of_seen_bedspace on bedspace_claim for select
      to throughgate_professional, throughgate_commissioner, throughgate_indexer
      using (exists (select from bedspace b where b.id = bedspace_claim.bedspace_id));

    create policy keepers_correct on bedspace for update to throughgate_professional
      using (app_role() in ('editor', 'administrator')) with check (app_role() in ('editor', 'administrator'));
  `.execute(db)
}
