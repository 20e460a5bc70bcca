import { type Kysely, sql } from 'kysely'

/**
 * Which stated criteria, each looked at by itself, said no to a woman in the look 5 days before her release: codes of a closed list, and no service.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';
    alter table own_match add column turned_away text[] not null default '{}'
      check (array_to_string(turned_away, ',') ~ '^[a-z0-9_.,]*$');
    alter table episode add column turned_away text[] not null default '{}'
      check (array_to_string(turned_away, ',') ~ '^[a-z0-9_.,]*$');
  `.execute(db)
}
