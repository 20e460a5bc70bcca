import { type Kysely, sql } from 'kysely'

/**
 * What people keep of organisations and services, with its history: whoever changes a row, by a screen or a script, leaves what it was,
 * who and when. A trigger does it, so that no writer can forget. A confidential site is not among them: what it was is kept where it is
 * kept. And an organisation or an entry that nobody approved yet is seen by its own people, editors and administrators alone.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';

    create table record_change (
      id uuid primary key default gen_random_uuid(),
      happened_at timestamptz not null default app_now(),
      sequence bigint generated always as identity,
      -- Who did it; null is a script or the worker.
      by_person uuid references person,
      -- Whose record it is.
      organisation_id uuid references organisation,
      service_id uuid,
      table_name text not null,
      -- The row's key; what belongs to a service by a code, the code.
      row_key text not null,
      operation text not null check (operation in ('insert', 'update', 'delete')),
      -- Of an update the columns that changed, else the row.
      before jsonb,
      after jsonb
    );
    create index record_change_service on record_change (service_id, sequence);
    create index record_change_organisation on record_change (organisation_id, sequence);

    create function note_record_change() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      -- Counters of the machinery, and when: nobody typed them.
      unsaid constant text[] := array['version', 'updated_at', 'created_at', 'service_confidential'];
      was jsonb := case when tg_op = 'INSERT' then null else to_jsonb(old) - unsaid end;
      is_now jsonb := case when tg_op = 'DELETE' then null else to_jsonb(new) - unsaid end;
      any_row jsonb := coalesce(is_now, was);
      service uuid := case when tg_table_name = 'service' then (any_row ->> 'id')::uuid else (any_row ->> 'service_id')::uuid end;
      whose uuid;
    begin
      -- A world that is laid out, by the owner, is no change.
      if tg_op <> 'UPDATE' and app_person() is null then return null; end if;
      if was = is_now then return null; end if;
      whose := case
        when tg_table_name = 'organisation' then (any_row ->> 'id')::uuid
        when tg_table_name = 'service' then (any_row ->> 'organisation_id')::uuid
        else (select s.organisation_id from service s where s.id = service) end;
      insert into record_change (by_person, organisation_id, service_id, table_name, row_key, operation, before, after)
      values (app_person(), whose, service, tg_table_name,
        coalesce(any_row ->> 'id', any_row ->> 'authority_code', any_row ->> 'pathway', any_row ->> 'service_id'), lower(tg_op),
        case when tg_op = 'UPDATE' then (select jsonb_object_agg(key, value) from jsonb_each(was) e
          where is_now -> e.key is distinct from e.value) else was end,
        case when tg_op = 'UPDATE' then (select jsonb_object_agg(key, value) from jsonb_each(is_now) e
          where was -> e.key is distinct from e.value) else is_now end);
      return null;
    end $$;

    alter table record_change enable row level security;
    alter table record_change force row level security;
    create policy own on record_change for select to throughgate_professional using (organisation_id = app_organisation());
    create policy keepers on record_change for select to throughgate_professional
      using (app_role() in ('editor', 'administrator'));
    create policy worker on record_change for select to throughgate_worker using (true);
    create policy owner on record_change to throughgate_owner using (true) with check (true);
    grant select on record_change to throughgate_professional, throughgate_worker;

    -- A new one waits for an editor: the screens leave it empty. What a script lays out is approved.
    alter table organisation
      add column approved_at timestamptz default app_now(),
      add column approved_by uuid references person,
      add column closed_at timestamptz,
      -- The address of the whole team: mail goes there as well as to whoever wrote.
      add column team_email citext,
      -- Why it may hold what it reads of people; each organisation states its own.
      add column lawful_basis text,
      add column version integer not null default 1;
    alter table service
      add column approved_at timestamptz default app_now(),
      add column approved_by uuid references person,
      -- Sent to the editor; null is a draft, where it is not approved.
      add column submitted_at timestamptz,
      add column paused_at timestamptz,
      add column paused_reason text check (paused_reason in ('full', 'refurbishment', 'staffing', 'other')),
      add column paused_until date,
      add column paused_note text,
      add constraint paused_whole check ((paused_at is null) = (paused_reason is null));

    alter table organisation enable row level security;
    alter table organisation force row level security;
    create policy approved on organisation for select to throughgate_public, throughgate_professional,
      throughgate_commissioner, throughgate_indexer using (approved_at is not null);
    create policy own on organisation for select to throughgate_professional, throughgate_commissioner
      using (id = app_organisation());
    create policy keepers on organisation for select to throughgate_professional
      using (app_role() in ('editor', 'administrator'));
    create policy whole on organisation for select to throughgate_sign_in, throughgate_worker, throughgate_system,
      throughgate_statistician using (true);
    create policy owner on organisation to throughgate_owner using (true) with check (true);
    grant select (approved_at, closed_at) on organisation
      to throughgate_public, throughgate_professional, throughgate_commissioner, throughgate_sign_in, throughgate_worker,
         throughgate_indexer, throughgate_system;
    grant select (team_email, lawful_basis, version, approved_by, created_at) on organisation
      to throughgate_professional, throughgate_worker;

    drop policy public_directory on service;
    create policy public_directory on service for select to throughgate_public
      using (visibility = 'public' and archived_at is null and approved_at is not null);
    drop policy whole on service;
    create policy whole on service for select to throughgate_worker, throughgate_system, throughgate_confidential using (true);
    create policy approved on service for select
      to throughgate_professional, throughgate_commissioner, throughgate_indexer using (approved_at is not null);
    create policy own_read on service for select to throughgate_professional using (organisation_id = app_organisation());
    create policy keepers on service for select to throughgate_professional
      using (app_role() in ('editor', 'administrator'));

    -- The view reads as its owner and says itself which services are seen.
    create or replace view service_asked with (security_barrier) as
      select s.id as service_id,
        (select jsonb_object_agg(stated.key, stated.value) from jsonb_each(
            case when jsonb_typeof(p.criteria) = 'object' then p.criteria end) stated
          where stated.key in ('sex', 'ageMin', 'ageMax', 'peopleFromPrison', 'children', 'couple', 'pets')) as takes,
        p.verified_at,
        array(select distinct b.type from bedspace b
          where b.service_id = s.id and b.retired_at is null order by 1) as rooms
      from service s
      left join service_policy p on p.service_id = s.id
      where (s.visibility = 'public' and s.archived_at is null and s.approved_at is not null)
        or (current_user in ('throughgate_professional', 'throughgate_commissioner', 'throughgate_indexer')
          and (s.approved_at is not null or s.organisation_id = app_organisation()
            or app_role() in ('editor', 'administrator')));
  `.execute(db)

  for (const table of RECORDED) {
    await sql`create trigger note_record_change after insert or update or delete on ${sql.table(table)}
      for each row execute function note_record_change()`.execute(db)
  }
}

const RECORDED = [
  'organisation',
  'service',
  'service_area',
  'service_pathway',
  'service_policy',
  'site',
  'programme',
  'cohort',
  'bedspace',
]
