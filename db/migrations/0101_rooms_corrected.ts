import { type Kysely, sql } from 'kysely'

/** Editors and administrators correct what is said of any room, as of any entry; what is claimed on it stays its provider's to say. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';
    create policy keepers_correct on bedspace for update to throughgate_professional
      using (app_role() in ('editor', 'administrator')) with check (app_role() in ('editor', 'administrator'));
  `.execute(db)
}
