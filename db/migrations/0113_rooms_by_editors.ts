import { type Kysely, sql } from 'kysely'

/**
 * Editors and administrators add rooms to any entry and close them, as they change any entry: not every provider has somebody who signs
 * in. What closes a room is a void of its own, before which other voids and turnaround give way; stays and holds stay the provider's.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';

    create policy keepers_add on bedspace for insert to throughgate_professional
      with check (app_role() in ('editor', 'administrator'));
    create policy keepers_close on bedspace_claim for insert to throughgate_professional
      with check (app_role() in ('editor', 'administrator') and kind = 'void' and void_reason = 'closing');
    create policy keepers_make_way on bedspace_claim for update to throughgate_professional
      using (app_role() in ('editor', 'administrator') and kind in ('void', 'turnaround'))
      with check (app_role() in ('editor', 'administrator') and kind in ('void', 'turnaround'));
  `.execute(db)
}
