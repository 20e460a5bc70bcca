import { type Kysely, sql } from 'kysely'

/**
 * What was typed and no screen corrected. How a case left the coordinator's queue is said anew by whoever ended it there, the prison's team or a coordinator,
 * and what it said stays. What an editor decided of an entry is worded anew, with the old words in the entry's history, or taken back, which stays
 * with it. The day of reception has one place, the reception check: nobody ever wrote case_custody.received_on, which goes with the next
 * release, for the one before this still reads it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';
    create table nobody_fits_end_change (
      id uuid primary key default gen_random_uuid(),
      entry_id uuid not null,
      case_id uuid not null,
      was text not null,
      changed_by uuid not null references person,
      changed_at timestamptz not null default app_now(),
      foreign key (entry_id, case_id) references nobody_fits (id, case_id) on delete cascade
    );
    create index nobody_fits_end_change_entry on nobody_fits_end_change (entry_id);
    create index nobody_fits_end_change_case on nobody_fits_end_change (case_id);
    alter table nobody_fits_end_change enable row level security;
    alter table nobody_fits_end_change force row level security;
    create policy team on nobody_fits_end_change for select to throughgate_professional
      using (app_role() = 'officer' and exists (select from person_case c
        where c.id = nobody_fits_end_change.case_id and c.organisation_id = app_organisation()));
    create policy owner on nobody_fits_end_change to throughgate_owner using (true) with check (true);
    grant select on nobody_fits_end_change to throughgate_professional;

    -- How a case left the queue, for coordinators, whose reading of it has ended: its reference and how, nothing of the person.
    create function ended_in_queue(the_entry uuid, many integer, first integer)
      returns table (id uuid, reference text, ended_as text, ended_at timestamptz, ended_by text, is_theirs boolean, was jsonb, how_many integer)
      language sql stable security definer set search_path = public, pg_temp as $$
      select q.id, c.reference, q.ended_as, q.ended_at, p.name, q.ended_as in ('place_found', 'referred_elsewhere', 'nothing_found'),
        (select coalesce(jsonb_agg(jsonb_build_object('was', h.was, 'by', w.name, 'at', h.changed_at) order by h.changed_at desc), '[]')
          from nobody_fits_end_change h join person w on w.id = h.changed_by where h.entry_id = q.id),
        (count(*) over ())::integer
      from nobody_fits q
      join person_case c on c.id = q.case_id
      join person p on p.id = q.ended_by
      where app_role() = 'coordinator' and q.agreed = 'yes' and q.ended_at is not null
        and (the_entry is null or q.id = the_entry)
      order by q.ended_at desc, q.id limit many offset first
    $$;

    -- Says anew how it ended, over what the page showed: a coordinator of what coordinators say, the prison's team of what it says.
    create function correct_queue_end(the_entry uuid, shown text, ending text, at timestamptz)
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
          and (app_role() = 'coordinator' and q.agreed = 'yes' or exists (select from person_case c
            where c.id = q.case_id and c.organisation_id = app_organisation()))
        for update;
      if not found then return; end if;
      insert into nobody_fits_end_change (entry_id, case_id, was, changed_by, changed_at)
        values (entry.id, entry.case_id, entry.ended_as, app_person(), at);
      update nobody_fits q set ended_as = ending where q.id = entry.id;
      return query select entry.case_id, entry.recorded_by, entry.taken_by;
    end $$;
    revoke execute on function ended_in_queue(uuid, integer, integer), correct_queue_end(uuid, text, text, timestamptz) from public;
    grant execute on function ended_in_queue(uuid, integer, integer), correct_queue_end(uuid, text, text, timestamptz)
      to throughgate_professional;

    alter table entry_review
      add column taken_back_at timestamptz,
      add column taken_back_by uuid references person,
      add constraint taken_back_whole check ((taken_back_at is null) = (taken_back_by is null));
    create policy correct on entry_review for update to throughgate_professional
      using (app_role() in ('editor', 'administrator') and taken_back_at is null)
      with check (app_role() in ('editor', 'administrator') and (taken_back_by is null or taken_back_by = app_person()));
    grant update (words, taken_back_at, taken_back_by) on entry_review to throughgate_professional;
    -- What somebody was sent to is no draft any more: it is paused, or closed with what follows. Told to those who decide of entries alone, for of a
    -- place for women it tells that somebody was there.
    create function was_sent_to(the_service uuid) returns boolean
      language sql stable security definer set search_path = public, pg_temp as $$
      select app_role() in ('editor', 'administrator') and (exists (select from referral where service_id = the_service)
        or exists (select from nomination where service_id = the_service))
    $$;
    revoke execute on function was_sent_to(uuid) from public;
    grant execute on function was_sent_to(uuid) to throughgate_professional;
    create trigger note_record_change after update on entry_review for each row execute function note_record_change();
  `.execute(db)
}
