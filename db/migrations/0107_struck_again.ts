import { type Kysely, sql } from 'kysely'

/**
 * Words that were typed again where some were struck out can be struck out as well: a row says of each time who and when. What is struck already,
 * and reads so, is not struck again: a mark of the sealed sentence that was put there tells.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';
    alter table struck_words drop constraint struck_words_kept_in_row_id_key, add column mark bytea;
    create index struck_words_row on struck_words (row_id);

    -- As 0095 has it, but for how often.
    create or replace function strike_words(the_case uuid, place text, the_row uuid, instead bytea, at timestamptz) returns boolean
      language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      is_administrator constant boolean := app_role() = 'administrator';
      is_team constant boolean := app_role() = 'officer'
        and exists (select from person_case c where c.id = the_case and c.organisation_id = app_organisation());
      marks constant bytea[] := array(select s.mark from struck_words s
        where s.kept_in = place and s.row_id = the_row and s.mark is not null);
    begin
      if not (is_administrator or is_team) then return false; end if;
      case place
        when 'case_change' then
          update case_change set was = null, struck_by = app_person(), struck_at = at
            where id = the_row and case_id = the_case and was is not null;
        when 'case_shortlist_note' then
          update case_shortlist_note set note = null, struck_by = app_person(), struck_at = at
            where id = the_row and case_id = the_case and note is not null;
        when 'case_closing' then
          update case_closing set note = instead
            where id = the_row and case_id = the_case and note is not null and sha256(note) <> all (marks);
        when 'nobody_fits_answer' then
          update nobody_fits_answer set note = instead
            where id = the_row and case_id = the_case and sha256(note) <> all (marks) and is_administrator;
        when 'referral_note' then
          update referral_note n set note = instead where n.id = the_row and n.case_id = the_case and sha256(n.note) <> all (marks)
            and (is_administrator or n.id = n.referral_id or exists (select from referral_history h
              where h.id = n.id and h.by_organisation = app_organisation()));
        when 'offer' then
          update offer set extension_reason = instead
            where id = the_row and case_id = the_case and extension_reason is not null
              and sha256(extension_reason) <> all (marks) and is_administrator;
        else return false;
      end case;
      if not found then return false; end if;
      insert into struck_words (case_id, kept_in, row_id, struck_by, struck_at, mark)
        values (the_case, place, the_row, app_person(), at, sha256(instead));
      return true;
    end $$;
  `.execute(db)
}
