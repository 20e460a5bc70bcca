import { type Kysely, sql } from 'kysely'

/** What is owed to people of a team that has an address of its own goes there as well: a message to the organisation. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';
    alter table message
      add column team_id uuid references organisation,
      drop constraint message_recipient,
      add constraint message_recipient
        check (num_nonnulls(person_id, invitation_id, confirmation_link_id, team_id) > 0);
    create unique index message_team_once on message (history_id, team_id) where team_id is not null;
  `.execute(db)
}
