import { type Kysely, sql } from 'kysely'

/**
 * Words that should never have been typed about somebody are struck out, wherever they lie, by an administrator, and by the team of the case where its
 * own organisation wrote them: the words go for good, and a row says who struck them and when. Where they lay a sealed sentence lies that
 * says so, or nothing where nothing is asked for.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';
    create table struck_words (
      id uuid primary key default gen_random_uuid(),
      case_id uuid not null references person_case on delete cascade,
      kept_in text not null,
      row_id uuid not null,
      struck_by uuid not null references person,
      struck_at timestamptz not null,
      unique (kept_in, row_id)
    );
    create index struck_words_case on struck_words (case_id);
    alter table struck_words enable row level security;
    alter table struck_words force row level security;
    create policy team on struck_words for select to throughgate_professional
      using (app_role() = 'officer' and exists (select from person_case c
        where c.id = struck_words.case_id and c.organisation_id = app_organisation()));
    create policy administrators on struck_words for select to throughgate_professional using (app_role() = 'administrator');
    create policy owner on struck_words to throughgate_owner using (true) with check (true);
    grant select on struck_words to throughgate_professional;

    -- Every place of words about somebody: what is struck, once, by whom. 'instead' is sealed by the caller for that very place.
    create function strike_words(the_case uuid, place text, the_row uuid, instead bytea, at timestamptz) returns boolean
      language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      is_administrator constant boolean := app_role() = 'administrator';
      is_team constant boolean := app_role() = 'officer'
        and exists (select from person_case c where c.id = the_case and c.organisation_id = app_organisation());
    begin
      if not (is_administrator or is_team) then return false; end if;
      if exists (select from struck_words where kept_in = place and row_id = the_row) then return false; end if;
      case place
        when 'case_change' then
          update case_change set was = null, struck_by = app_person(), struck_at = at
            where id = the_row and case_id = the_case and was is not null;
        when 'case_shortlist_note' then
          update case_shortlist_note set note = null, struck_by = app_person(), struck_at = at
            where id = the_row and case_id = the_case and note is not null;
        when 'case_closing' then
          update case_closing set note = instead where id = the_row and case_id = the_case and note is not null;
        when 'nobody_fits_answer' then
          update nobody_fits_answer set note = instead where id = the_row and case_id = the_case and is_administrator;
        when 'referral_note' then
          update referral_note n set note = instead where n.id = the_row and n.case_id = the_case
            and (is_administrator or n.id = n.referral_id or exists (select from referral_history h
              where h.id = n.id and h.by_organisation = app_organisation()));
        when 'offer' then
          update offer set extension_reason = instead
            where id = the_row and case_id = the_case and extension_reason is not null and is_administrator;
        else return false;
      end case;
      if not found then return false; end if;
      insert into struck_words (case_id, kept_in, row_id, struck_by, struck_at) values (the_case, place, the_row, app_person(), at);
      return true;
    end $$;
    revoke execute on function strike_words(uuid, text, uuid, bytea, timestamptz) from public;
    grant execute on function strike_words(uuid, text, uuid, bytea, timestamptz) to throughgate_professional;

    -- Sealed words are opened under the key of their case.
    create function key_of_case(the_case uuid) returns bytea
      language sql stable security definer set search_path = public, pg_temp as $$
      select wrapped_key from case_key where case_id = the_case and app_role() = 'administrator'
    $$;
    revoke execute on function key_of_case(uuid) from public;
    grant execute on function key_of_case(uuid) to throughgate_professional;
  `.execute(db)
}
