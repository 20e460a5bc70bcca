import { type Kysely, sql } from 'kysely'

/**
 * A bed says when somebody added it, or brought it back into use: vacancies that were confirmed before that say nothing of it. One that was laid out with
 * its house, by the owner, has none.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';
    alter table bedspace add column added_at timestamptz;
    update bedspace b set added_at = c.happened_at from record_change c
      where c.table_name = 'bedspace' and c.operation = 'insert' and c.row_key = b.id::text;
    -- That nobody typed.
    delete from record_change where table_name = 'bedspace' and operation = 'update' and after ? 'added_at'
      and (select count(*) from jsonb_object_keys(after)) = 1;

    create function note_bed_added() returns trigger language plpgsql as $$
    begin
      if app_person() is not null and (tg_op = 'INSERT' or (old.retired_at is not null and new.retired_at is null)) then
        new.added_at := app_now();
      end if;
      return new;
    end $$;
    create trigger note_bed_added before insert or update of retired_at on bedspace
      for each row execute function note_bed_added();
  `.execute(db)
}
