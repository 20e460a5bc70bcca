import { type Kysely, sql } from 'kysely'

/** A message names what happened, so that a notice worked out twice is owed once to each person. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';
    alter table message add column history_id uuid references referral_history;
    create unique index message_once on message (history_id, person_id);
    create index message_referral on message (referral_id);
  `.execute(db)
}
