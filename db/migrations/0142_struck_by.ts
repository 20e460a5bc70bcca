import { type Kysely, sql } from 'kysely'

/**
 * Whoever strikes the words of a note about an entry, or of a decision of it, is kept beside when; of those struck before, as the history
 * says. Of a note the answer is struck by others than what was told: each by whom and when.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';
    alter table entry_note
      add column struck_by uuid references person,
      add column answer_struck_by uuid references person,
      add column answer_struck_at timestamptz;
    alter table entry_review add column struck_by uuid references person;
    grant select (struck_by, answer_struck_by, answer_struck_at) on entry_note to throughgate_professional, throughgate_commissioner;
    grant select (struck_by) on entry_review to throughgate_professional;

    update entry_note n set struck_by = (select c.by_person from record_change c
      where c.table_name = 'entry_note' and c.row_key = n.id::text and c.after ? 'struck_at' order by c.sequence desc limit 1)
      where n.struck_at is not null;
    -- Of both the last alone is known.
    update entry_note set answer_struck_at = struck_at, answer_struck_by = struck_by
      where struck_at is not null and answer_words = 'These words were struck out';
    update entry_note set struck_at = null, struck_by = null
      where struck_at is not null and words is distinct from 'These words were struck out';
    update entry_review r set struck_by = (select c.by_person from record_change c
      where c.table_name = 'entry_review' and c.row_key = r.id::text and c.after ? 'struck_at' order by c.sequence desc limit 1)
      where r.struck_at is not null;
    -- That nobody did.
    delete from record_change where table_name in ('entry_note', 'entry_review')
      and operation = 'update' and after ?| array['struck_by', 'answer_struck_by'];
    alter table entry_note
      add constraint struck_whole check (struck_by is null or struck_at is not null),
      add constraint answer_struck_whole check (answer_struck_by is null or answer_struck_at is not null);
    alter table entry_review add constraint struck_whole check (struck_by is null or struck_at is not null);

    create or replace function strike_entry_note(the_note uuid, the_version integer, part text, instead text, at timestamptz) returns boolean
      language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      if part = 'words' then
        update entry_note set words = instead, struck_at = at, struck_by = app_person(), version = version + 1
          where id = the_note and version = the_version and words <> instead
            and (told_by = app_person() or app_role() = 'administrator');
      elsif part = 'answer_words' then
        update entry_note set answer_words = instead, answer_struck_at = at, answer_struck_by = app_person(),
          version = version + 1
          where id = the_note and version = the_version and answer_words <> instead and keeps_service(service_id);
      else return false;
      end if;
      if not found then return false; end if;
      update record_change set before = before - part, after = after - part
        where table_name = 'entry_note' and row_key = the_note::text;
      return true;
    end $$;

    create or replace function strike_review_words(the_review uuid, instead text, at timestamptz) returns boolean
      language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      update entry_review set words = instead, struck_at = at, struck_by = app_person()
        where id = the_review and words <> instead and app_role() in ('editor', 'administrator');
      if not found then return false; end if;
      update record_change set before = before - 'words', after = after - 'words'
        where table_name = 'entry_review' and row_key = the_review::text;
      return true;
    end $$;
  `.execute(db)
}
