import { type Kysely, sql } from 'kysely'

/**
 * Providers keep their own entries, and editors any: managers and councils' officers of the organisation add and change, workers read.
 * Only an editor approves, says when an entry was checked, or shows a place that is hidden. What an editor decided is kept, with who and
 * when. A hidden place is written, and its history kept, behind its own grant; hiding one takes what was shown of it with it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';

    create function keeps_service(service_id uuid) returns boolean language sql stable as $$
      select exists (select from service s where s.id = service_id and (app_role() in ('editor', 'administrator')
        or (s.organisation_id = app_organisation() and app_role() in ('provider_manager', 'council_officer')))) $$;

    drop policy own on service;
    create policy kept on service for update to throughgate_professional
      using (app_role() in ('editor', 'administrator')
        or (organisation_id = app_organisation() and app_role() in ('provider_manager', 'council_officer')))
      with check (app_role() in ('editor', 'administrator')
        or (organisation_id = app_organisation() and app_role() in ('provider_manager', 'council_officer')));
    create policy added on service for insert to throughgate_professional
      with check (approved_at is null and approved_by is null and submitted_at is null and archived_at is null
        and (kind <> 'refuge' or confidential)
        and (app_role() in ('editor', 'administrator')
          or (organisation_id = app_organisation() and app_role() in ('provider_manager', 'council_officer'))));
    grant insert (id, organisation_id, name, kind, summary, confidential, approved_at, staffed_hours) on service
      to throughgate_professional;
    grant update (name, kind, summary, description, audience, visibility, referral_route, referral_route_reason, phone,
      out_of_hours_phone, email, support_level, staffing, staffed_hours, rent_weekly_pence, service_charge_weekly_pence,
      deposit_pence, first_week_charge_pence, payment_note, latest_arrival, max_stay_weeks, languages, wheelchair, complex_needs,
      hold_days, offer_working_days, turnaround_working_days, assured_on, approved_at, approved_by, submitted_at, paused_at,
      paused_reason, paused_until, paused_note, archived_at) on service to throughgate_professional;

    create function guard_what_editors_say() returns trigger language plpgsql as $$
    begin
      if current_user = 'throughgate_professional' and app_role() not in ('editor', 'administrator')
        and (old.approved_at, old.approved_by, old.assured_on) is distinct from (new.approved_at, new.approved_by, new.assured_on)
      then raise insufficient_privilege using message = 'an editor says this'; end if;
      return new;
    end $$;
    create trigger guard_what_editors_say before update on service
      for each row execute function guard_what_editors_say();

    create policy kept on site to throughgate_professional
      using (keeps_service(service_id)) with check (keeps_service(service_id));
    grant insert (id, service_id, name, address, town, outcode, lat, lng), update (name, address, town, outcode, lat, lng), delete
      on site to throughgate_professional;
    create policy kept_add on service_area for insert to throughgate_professional with check (keeps_service(service_id));
    create policy kept_take on service_area for delete to throughgate_professional using (keeps_service(service_id));
    create policy kept_add on service_pathway for insert to throughgate_professional with check (keeps_service(service_id));
    create policy kept_take on service_pathway for delete to throughgate_professional using (keeps_service(service_id));
    grant insert, delete on service_area, service_pathway to throughgate_professional;

    create policy kept_add on programme for insert to throughgate_professional with check (keeps_service(service_id));
    create policy kept_change on programme for update to throughgate_professional
      using (keeps_service(service_id)) with check (keeps_service(service_id));
    grant insert, update on programme to throughgate_professional;
    create policy kept_add on cohort for insert to throughgate_professional with check (keeps_service(service_id));
    create policy kept_change on cohort for update to throughgate_professional
      using (keeps_service(service_id)) with check (keeps_service(service_id));
    create policy kept_take on cohort for delete to throughgate_professional using (keeps_service(service_id));
    grant insert, update, delete on cohort to throughgate_professional;

    -- What an editor decided of an entry.
    create table entry_review (
      id uuid primary key,
      service_id uuid not null references service,
      decision text not null check (decision in ('approved', 'sent_back', 'looked_at', 'kept_hidden', 'shown')),
      -- To the provider; of a decision about a place, how it was agreed.
      words text,
      -- Up to which change of the entry the editor had read.
      through bigint not null default 0,
      by_person uuid not null references person,
      happened_at timestamptz not null
    );
    create index entry_review_service on entry_review (service_id, happened_at);
    alter table entry_review enable row level security;
    alter table entry_review force row level security;
    create policy read on entry_review for select to throughgate_professional
      using (app_role() in ('editor', 'administrator')
        or exists (select from service s where s.id = service_id and s.organisation_id = app_organisation()));
    create policy decide on entry_review for insert to throughgate_professional
      with check (app_role() in ('editor', 'administrator') and by_person = app_person());
    create policy owner on entry_review to throughgate_owner using (true) with check (true);
    grant select, insert on entry_review to throughgate_professional;

    -- Hidden places, as their own organisation keeps them.
    alter table confidential_site
      alter column lat drop not null, alter column lng drop not null,
      add column town text;
    create policy kept on confidential_site to throughgate_confidential
      using (exists (select from service s where s.id = service_id and s.organisation_id = app_organisation())
        and app_role() in ('provider_manager', 'council_officer'))
      with check (exists (select from service s where s.id = service_id and s.organisation_id = app_organisation())
        and app_role() in ('provider_manager', 'council_officer'));
    grant insert, update, delete on confidential_site to throughgate_confidential;

    create table confidential_site_change (
      id uuid primary key default gen_random_uuid(),
      service_id uuid not null references service,
      happened_at timestamptz not null default app_now(),
      sequence bigint generated always as identity,
      by_person uuid references person,
      row_key text not null,
      operation text not null check (operation in ('insert', 'update', 'delete')),
      before jsonb,
      after jsonb
    );
    create index confidential_site_change_service on confidential_site_change (service_id, sequence);
    alter table confidential_site_change enable row level security;
    alter table confidential_site_change force row level security;
    create policy own on confidential_site_change for select to throughgate_confidential
      using (exists (select from service s where s.id = service_id and s.organisation_id = app_organisation()));
    create policy owner on confidential_site_change to throughgate_owner using (true) with check (true);
    grant select on confidential_site_change to throughgate_confidential;
    grant select (id, name) on person to throughgate_confidential;
    grant insert on audit_entry to throughgate_confidential;

    create function note_confidential_site_change() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      was jsonb := case when tg_op = 'INSERT' then null else to_jsonb(old) - 'service_confidential' end;
      is_now jsonb := case when tg_op = 'DELETE' then null else to_jsonb(new) - 'service_confidential' end;
    begin
      if app_person() is null or was = is_now then return null; end if;
      insert into confidential_site_change (service_id, by_person, row_key, operation, before, after)
      values ((coalesce(is_now, was) ->> 'service_id')::uuid, app_person(), coalesce(is_now, was) ->> 'id', lower(tg_op),
        case when tg_op = 'UPDATE' then (select jsonb_object_agg(key, value) from jsonb_each(was) e
          where is_now -> e.key is distinct from e.value) else was end,
        case when tg_op = 'UPDATE' then (select jsonb_object_agg(key, value) from jsonb_each(is_now) e
          where was -> e.key is distinct from e.value) else is_now end);
      return null;
    end $$;
    create trigger note_confidential_site_change after insert or update or delete on confidential_site
      for each row execute function note_confidential_site_change();

    -- Its places go behind the grant, and what the open history held of them.
    create function hide_places(hidden uuid) returns void
      language plpgsql security definer set search_path = public, pg_temp as $$
    declare moved jsonb;
    begin
      if not keeps_service(hidden) then raise insufficient_privilege using message = 'not kept by this person'; end if;
      select coalesce(jsonb_agg(to_jsonb(s)), '[]') into moved from site s where s.service_id = hidden;
      delete from site where service_id = hidden;
      update service set confidential = true, version = version + 1 where id = hidden and not confidential;
      insert into confidential_site (id, service_id, name, address, town, postcode, lat, lng)
        select (m ->> 'id')::uuid, hidden, m ->> 'name', coalesce(m ->> 'address', ''), m ->> 'town',
          coalesce(m ->> 'outcode', ''), (m ->> 'lat')::double precision, (m ->> 'lng')::double precision
        from jsonb_array_elements(moved) m;
      insert into confidential_site_change (service_id, happened_at, by_person, row_key, operation, before, after)
        select hidden, c.happened_at, c.by_person, c.row_key, c.operation, c.before, c.after
        from record_change c where c.service_id = hidden and c.table_name = 'site' order by c.sequence;
      delete from record_change where service_id = hidden and table_name = 'site';
    end $$;

    -- An editor's alone, with the provider: what was hidden is shown from now on; what it was before stays behind the grant.
    create function show_places(shown uuid) returns void
      language plpgsql security definer set search_path = public, pg_temp as $$
    declare moved jsonb;
    begin
      if app_role() not in ('editor', 'administrator') then
        raise insufficient_privilege using message = 'an editor says this'; end if;
      select coalesce(jsonb_agg(to_jsonb(s)), '[]') into moved from confidential_site s where s.service_id = shown;
      delete from confidential_site where service_id = shown;
      update service set confidential = false, version = version + 1 where id = shown and confidential;
      insert into site (id, service_id, name, address, town, outcode, lat, lng)
        select (m ->> 'id')::uuid, shown, m ->> 'name', nullif(m ->> 'address', ''), m ->> 'town',
          nullif(split_part(m ->> 'postcode', ' ', 1), ''), (m ->> 'lat')::double precision, (m ->> 'lng')::double precision
        from jsonb_array_elements(moved) m;
    end $$;
    revoke execute on function hide_places(uuid), show_places(uuid) from public;
    grant execute on function hide_places(uuid), show_places(uuid) to throughgate_professional;
  `.execute(db)
}
