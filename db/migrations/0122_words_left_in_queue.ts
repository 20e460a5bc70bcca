import { type Kysely, sql } from 'kysely'

/**
 * What is left of a case that left the queue. Coordinators know of those entries alone that a coordinator ended, and of none once the person took the
 * agreement back or said no. What a coordinator answered there is struck out by coordinators while they know of the entry, and by the case's
 * team once they do not. That an end was said anew is told to whoever sent it while they are of the case's team, and else to the team. And why an offer
 * was extended reads as struck out in both its places, whichever was struck.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await knowOfTheirOwn(db)
  await tellTheTeam(db)
  await strikeWhatIsLeft(db)
}

async function knowOfTheirOwn(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';
    -- Whether coordinators know of an entry that has ended. It reads as far as its caller does.
    create function is_left_to_coordinators(the_entry uuid) returns boolean
      language sql stable set search_path = public, pg_temp as $$
      select exists (select from nobody_fits q
        where q.id = the_entry and q.agreed = 'yes' and q.ended_as in ('place_found', 'referred_elsewhere', 'nothing_found')
          and not exists (select from nobody_fits w where w.case_id = q.case_id and w.recorded_at >= q.recorded_at
            and (w.agreed = 'no' or w.ended_as = 'agreement_withdrawn')))
    $$;

    -- As 0110 has it, but for which.
    create or replace function ended_in_queue(the_entry uuid, many integer, first integer)
      returns table (id uuid, reference text, ended_as text, ended_at timestamptz, ended_by text, is_theirs boolean, was jsonb, how_many integer)
      language sql stable security definer set search_path = public, pg_temp as $$
      select q.id, c.reference, q.ended_as, q.ended_at, p.name, true,
        (select coalesce(jsonb_agg(jsonb_build_object('was', h.was, 'by', w.name, 'at', h.changed_at) order by h.changed_at desc), '[]')
          from nobody_fits_end_change h join person w on w.id = h.changed_by where h.entry_id = q.id),
        (count(*) over ())::integer
      from nobody_fits q
      join person_case c on c.id = q.case_id
      join person p on p.id = q.ended_by
      where app_role() = 'coordinator' and q.ended_at is not null and is_left_to_coordinators(q.id)
        and (the_entry is null or q.id = the_entry)
      order by q.ended_at desc, q.id limit many offset first
    $$;

    create or replace function correct_queue_end(the_entry uuid, shown text, ending text, at timestamptz)
      returns table (case_id uuid, recorded_by uuid, taken_by uuid)
      language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      theirs constant text[] := case app_role()
        when 'coordinator' then array['place_found', 'referred_elsewhere', 'nothing_found']
        when 'officer' then array['agreement_withdrawn', 'taken_back'] end;
      entry nobody_fits;
    begin
      select q.* into entry from nobody_fits q
        where q.id = the_entry and q.ended_as = shown and q.ended_as = any (theirs) and ending = any (theirs) and ending <> shown
          and (app_role() = 'coordinator' and is_left_to_coordinators(q.id) or exists (select from person_case c
            where c.id = q.case_id and c.organisation_id = app_organisation()))
        for update;
      if not found then return; end if;
      insert into nobody_fits_end_change (entry_id, case_id, was, changed_by, changed_at)
        values (entry.id, entry.case_id, entry.ended_as, app_person(), at);
      update nobody_fits q set ended_as = ending where q.id = entry.id;
      return query select entry.case_id, entry.recorded_by, entry.taken_by;
    end $$;

    -- What coordinators answered in entries of which they know: when and who, no word of it.
    create function answers_in_queue(entries uuid[])
      returns table (id uuid, entry_id uuid, written_at timestamptz, written_by text, is_struck boolean)
      language sql stable security definer set search_path = public, pg_temp as $$
      select a.id, a.entry_id, a.written_at, p.name,
        exists (select from struck_words s
          where s.kept_in = 'nobody_fits_answer' and s.row_id = a.id and s.mark = sha256(a.note))
      from nobody_fits_answer a
      join person p on p.id = a.written_by
      where app_role() = 'coordinator' and a.entry_id = any (entries) and is_left_to_coordinators(a.entry_id)
        and exists (select from case_reader r where r.queue_id = a.entry_id and r.case_id = a.case_id
          and r.organisation_id = app_organisation() and r.role = 'coordinator')
      order by a.written_at desc, a.id
    $$;

    -- What seals the sentence that is put in place of such an answer.
    create function key_of_answer(the_answer uuid) returns table (case_id uuid, wrapped bytea)
      language sql stable security definer set search_path = public, pg_temp as $$
      select a.case_id, k.wrapped_key from nobody_fits_answer a join case_key k on k.case_id = a.case_id
      where a.id = the_answer and exists (select from answers_in_queue(array[a.entry_id]) l where l.id = a.id)
    $$;
    revoke execute on function is_left_to_coordinators(uuid), answers_in_queue(uuid[]), key_of_answer(uuid) from public;
    grant execute on function is_left_to_coordinators(uuid), answers_in_queue(uuid[]), key_of_answer(uuid) to throughgate_professional;
  `.execute(db)
}

async function tellTheTeam(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- Whoever sent an entry while they are of the case's team, else the team: whom a coordinator tells something of it.
    create function told_of_entry(the_entry uuid) returns setof uuid
      language sql stable security definer set search_path = public, pg_temp as $$
      with team as (
        select distinct m.person_id, m.person_id = q.recorded_by as sent
        from nobody_fits q
        join person_case c on c.id = q.case_id
        join organisation o on o.id = c.organisation_id and o.closed_at is null
        join membership m on m.organisation_id = o.id and m.role = 'officer' and m.ended_at is null
        join person p on p.id = m.person_id and p.disabled_at is null
        where q.id = the_entry and app_role() = 'coordinator' and q.agreed = 'yes'
          and (q.ended_at is null or is_left_to_coordinators(q.id)))
      select person_id from team where sent or not exists (select from team where sent) order by person_id
    $$;
    revoke execute on function told_of_entry(uuid) from public;
    grant execute on function told_of_entry(uuid) to throughgate_professional;
  `.execute(db)
}

async function strikeWhatIsLeft(db: Kysely<unknown>): Promise<void> {
  await sql`
    drop function strike_words(uuid, text, uuid, bytea, timestamptz);
    -- As 0111 has it, but for answers of entries that ended, and for the other place of why an offer was extended, for which 'also' is sealed.
    create function strike_words(the_case uuid, place text, the_row uuid, instead bytea, at timestamptz, also bytea default null)
      returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      is_administrator constant boolean := app_role() = 'administrator';
      is_provider constant boolean := app_role() in ('provider_worker', 'provider_manager', 'council_officer');
      is_team constant boolean := app_role() = 'officer'
        and exists (select from person_case c where c.id = the_case and c.organisation_id = app_organisation());
      marks constant bytea[] := array(select s.mark from struck_words s
        where s.kept_in = place and s.row_id = the_row and s.mark is not null);
      other uuid;
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
              and (is_administrator
                or (is_team and not is_left_to_coordinators(a.entry_id)
                  and exists (select from nobody_fits q where q.id = a.entry_id and q.ended_at is not null))
                or (app_role() = 'coordinator' and exists (select from case_reader r
                  where r.queue_id = a.entry_id and r.case_id = the_case and r.organisation_id = app_organisation()
                    and r.role = 'coordinator' and (r.until > app_now() or is_left_to_coordinators(a.entry_id)))));
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
        other := note_of_extension(the_row);
        if also is null then delete from referral_note where id = other;
        elsif other is not null then
          update referral_note set note = also where id = other;
          insert into struck_words (case_id, kept_in, row_id, struck_by, struck_at, mark)
            values (the_case, 'referral_note', other, app_person(), at, sha256(also));
        end if;
      end if;
      return true;
    end $$;

    -- The note of the event that extended an offer, for whoever may strike why.
    create function note_of_extension(the_offer uuid) returns uuid
      language sql stable security definer set search_path = public, pg_temp as $$
      select n.id from offer o
      join referral r on r.id = o.referral_id
      join referral_history h on h.referral_id = o.referral_id and h.event = 'extend_offer' and h.happened_at = o.extended_at
      join referral_note n on n.id = h.id
      where o.id = the_offer and (app_role() = 'administrator'
        or (app_role() in ('provider_worker', 'provider_manager', 'council_officer') and r.provider_organisation_id = app_organisation()))
    $$;
    revoke execute on function strike_words(uuid, text, uuid, bytea, timestamptz, bytea), note_of_extension(uuid) from public;
    grant execute on function strike_words(uuid, text, uuid, bytea, timestamptz, bytea), note_of_extension(uuid)
      to throughgate_professional;
  `.execute(db)
}
