import { type Kysely, sql } from 'kysely'

/**
 * A nomination may end because its case closed, and says no more than that. A step that leaves a nomination where it stands is written down too,
 * so that whoever counts reads which step it was.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';
    alter table nomination drop constraint nomination_left_reason_check;
    alter table nomination add constraint nomination_left_reason_check check (left_reason in
      ('released', 'transferred', 'choice', 'security', 'clash', 'no_place', 'no_time', 'agreement', 'mistake', 'closed'));
    grant select (event) on nomination_step to throughgate_statistician;
  `.execute(db)
}
