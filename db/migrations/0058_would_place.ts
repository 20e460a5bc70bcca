import { type Kysely, sql } from 'kysely'

/**
 * Where nothing was found for a woman 5 days before her release: which single changes of a policy, or which bed more, would have placed her. Codes
 * of a closed list, and no service.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';
    alter table own_match add column would_place text[] not null default '{}'
      check (array_to_string(would_place, ',') ~ '^[a-z_,]*$');
    alter table episode add column would_place text[] not null default '{}'
      check (array_to_string(would_place, ',') ~ '^[a-z_,]*$');
  `.execute(db)
}
