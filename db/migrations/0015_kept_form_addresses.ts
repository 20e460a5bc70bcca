import { type Kysely, sql } from 'kysely'

/** A kept form is sent to the address it was for with its question: what is saved, and where to go on from there. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';

    alter table kept_form drop constraint kept_form_path_check;
    alter table kept_form add constraint kept_form_path_check
      check (path ~ '^/[a-z0-9/.-]*([?][A-Za-z0-9%+=&._~-]+)?$' and length(path) <= 1200);
  `.execute(db)
}
