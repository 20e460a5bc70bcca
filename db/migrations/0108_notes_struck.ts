import { type Kysely, sql } from 'kysely'

/**
 * Words of a note about an entry, or of its answer, that should never have been typed are struck out: by whoever typed such words, and by an
 * administrator. They go from the note and from the history of the entry, where every wording lay; that they were struck stays there, with who and when.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';
    alter table entry_note add column struck_at timestamptz;
    grant select (struck_at) on entry_note to throughgate_professional, throughgate_commissioner;

    -- As 0092 has it, but for the strike, which the owner's function below alone does.
    create or replace function guard_entry_note() returns trigger language plpgsql as $$
    begin
      if app_person() is null or current_user = 'throughgate_owner' then return new; end if;
      if old.told_by <> app_person()
        and (new.kind, new.words, new.taken_back_at) is distinct from (old.kind, old.words, old.taken_back_at)
      then raise insufficient_privilege using message = 'the teller says this'; end if;
      if (new.answer, new.answer_words) is distinct from (old.answer, old.answer_words)
        and (new.answered_by is distinct from app_person() or not keeps_service(new.service_id))
      then raise insufficient_privilege using message = 'who keeps the entry says this'; end if;
      return new;
    end $$;

    create function strike_entry_note(the_note uuid, the_version integer, part text, instead text, at timestamptz) returns boolean
      language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      if part = 'words' then
        update entry_note set words = instead, struck_at = at, version = version + 1
          where id = the_note and version = the_version and words <> instead
            and (told_by = app_person() or app_role() = 'administrator');
      elsif part = 'answer_words' then
        update entry_note set answer_words = instead, struck_at = at, version = version + 1
          where id = the_note and version = the_version and answer_words <> instead and keeps_service(service_id);
      else return false;
      end if;
      if not found then return false; end if;
      update record_change set before = before - part, after = after - part
        where table_name = 'entry_note' and row_key = the_note::text;
      return true;
    end $$;
    revoke execute on function strike_entry_note(uuid, integer, text, text, timestamptz) from public;
    grant execute on function strike_entry_note(uuid, integer, text, text, timestamptz)
      to throughgate_professional, throughgate_commissioner;
  `.execute(db)
}
