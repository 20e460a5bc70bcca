import { type Kysely, sql } from 'kysely'

/** An offer can be taken back by its provider. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';
    alter table offer drop constraint offer_ending_check;
    alter table offer add constraint offer_ending_check check (ending in
      ('accepted', 'refused', 'expired', 'withdrawn', 'taken_back', 'parked', 'closed'));
  `.execute(db)
}
