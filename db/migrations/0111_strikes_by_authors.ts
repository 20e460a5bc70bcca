import { type Kysely, sql } from 'kysely'

/**
 * Words about somebody that should never have been typed are struck out by whoever's organisation wrote them, too: a provider what it wrote with an
 * event of a referral, the coordinator an answer while she reads the case. Why an offer was extended lies in two places, with the event and
 * with the offer: both go at once.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';
    -- As 0107 has it, but for who may. app/domain/held/words-places.ts says the same by role.
    create or replace function strike_words(the_case uuid, place text, the_row uuid, instead bytea, at timestamptz) returns boolean
      language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      is_administrator constant boolean := app_role() = 'administrator';
      is_provider constant boolean := app_role() in ('provider_worker', 'provider_manager', 'council_officer');
      is_team constant boolean := app_role() = 'officer'
        and exists (select from person_case c where c.id = the_case and c.organisation_id = app_organisation());
      marks constant bytea[] := array(select s.mark from struck_words s
        where s.kept_in = place and s.row_id = the_row and s.mark is not null);
    begin
      case place
        when 'case_change' then
          update case_change set was = null, struck_by = app_person(), struck_at = at
            where id = the_row and case_id = the_case and was is not null and (is_administrator or is_team);
        when 'case_shortlist_note' then
          update case_shortlist_note set note = null, struck_by = app_person(), struck_at = at
            where id = the_row and case_id = the_case and note is not null and (is_administrator or is_team);
        when 'case_closing' then
          update case_closing set note = instead
            where id = the_row and case_id = the_case and note is not null and sha256(note) <> all (marks)
              and (is_administrator or is_team);
        when 'nobody_fits_answer' then
          update nobody_fits_answer a set note = instead
            where a.id = the_row and a.case_id = the_case and sha256(a.note) <> all (marks)
              and (is_administrator or exists (select from case_reader r
                where r.queue_id = a.entry_id and r.case_id = the_case and r.organisation_id = app_organisation()
                  and app_role() = 'coordinator' and r.role = 'coordinator' and r.until > app_now()));
        when 'referral_note' then
          update referral_note n set note = instead where n.id = the_row and n.case_id = the_case and sha256(n.note) <> all (marks)
            and (is_administrator or (is_team and n.id = n.referral_id)
              or ((is_team or is_provider) and exists (select from referral_history h
                where h.id = n.id and h.by_organisation = app_organisation())));
        when 'offer' then
          update offer o set extension_reason = instead
            where o.id = the_row and o.case_id = the_case and o.extension_reason is not null
              and sha256(o.extension_reason) <> all (marks)
              and (is_administrator or (is_provider and exists (select from referral r
                where r.id = o.referral_id and r.provider_organisation_id = app_organisation())));
        else return false;
      end case;
      if not found then return false; end if;
      insert into struck_words (case_id, kept_in, row_id, struck_by, struck_at, mark)
        values (the_case, place, the_row, app_person(), at, sha256(instead));
      -- The same words in their other place.
      if place = 'referral_note' then
        update offer o set extension_reason = null from referral_history h
          where h.id = the_row and h.event = 'extend_offer' and o.referral_id = h.referral_id and o.extended_at = h.happened_at;
      elsif place = 'offer' then
        delete from referral_note n using referral_history h, offer o
          where o.id = the_row and h.referral_id = o.referral_id and h.event = 'extend_offer'
            and h.happened_at = o.extended_at and n.id = h.id;
      end if;
      return true;
    end $$;
  `.execute(db)
}
