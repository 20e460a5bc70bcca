import { type Kysely, sql } from 'kysely'

/**
 * Notes about entries that are over are deleted some time after, with what they said in the history of the entry and the letters owed of them: a note
 * is over once it was answered or taken back, or its service has closed.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';
    alter table message
      drop constraint message_entry_note_id_fkey,
      add constraint message_entry_note_id_fkey foreign key (entry_note_id) references entry_note on delete cascade;

    create function entry_notes_over(months integer, today date) returns setof uuid
      language sql stable security definer set search_path = public, pg_temp as $$
      select n.id from entry_note n join service s on s.id = n.service_id
      where months >= 3 and today <= (app_now() at time zone 'Europe/London')::date + 1
        and (coalesce(n.answered_at, n.taken_back_at, s.archived_at) at time zone 'Europe/London')::date
          + make_interval(months => months) <= today
      order by n.told_at, n.id
    $$;
    revoke execute on function entry_notes_over(integer, date) from public;

    create function forget_entry_notes(months integer, today date, many integer) returns integer
      language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      forgotten uuid[] := array(select id from entry_notes_over(months, today) as id limit many);
    begin
      delete from entry_note where id = any (forgotten);
      delete from record_change where table_name = 'entry_note' and row_key = any (forgotten::text[]);
      return cardinality(forgotten);
    end $$;
    revoke execute on function forget_entry_notes(integer, date, integer) from public;
    grant execute on function forget_entry_notes(integer, date, integer) to throughgate_worker;
  `.execute(db)
}
