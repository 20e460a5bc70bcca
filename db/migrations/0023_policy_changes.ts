import { type Kysely, sql } from 'kysely'

/**
 * Whoever writes whom a service takes, a screen, a script or an administrator: every referral open to it at that moment is kept as
 * waiting to be decided again, with the policy before and after. A trigger does it, so that no writer can forget. The system decides,
 * held to one case, from its facts and without its identity.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';
    create table policy_change (
      id uuid primary key default gen_random_uuid(),
      service_id uuid not null references service on delete cascade,
      before jsonb not null,
      after jsonb not null,
      changed_at timestamptz not null default app_now(),
      sequence bigint generated always as identity
    );
    create index policy_change_service on policy_change (service_id);
    create table policy_change_waiting (
      change_id uuid not null references policy_change on delete cascade,
      referral_id uuid not null,
      case_id uuid not null,
      primary key (referral_id, change_id),
      foreign key (referral_id, case_id) references referral (id, case_id)
    );
    create index policy_change_waiting_change on policy_change_waiting (change_id);

    create function note_policy_change() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      service uuid := case when tg_op = 'DELETE' then old.service_id else new.service_id end;
      was jsonb := case when tg_op = 'INSERT' then '{}' else old.criteria end;
      is_now jsonb := case when tg_op = 'DELETE' then '{}' else new.criteria end;
      change uuid;
    begin
      -- A service nobody is referred to has nothing to tell; one that is being taken away neither.
      if was = is_now or not exists (
        select from referral r where r.service_id = service and r.closed_at is null) then
        return null;
      end if;
      insert into policy_change (service_id, before, after) values (service, was, is_now) returning id into change;
      insert into policy_change_waiting (change_id, referral_id, case_id)
        select change, r.id, r.case_id from referral r where r.service_id = service and r.closed_at is null;
      return null;
    end $$;
    create trigger note_policy_change after insert or delete or update of criteria on service_policy
      for each row execute function note_policy_change();

    alter table policy_change_waiting enable row level security;
    alter table policy_change_waiting force row level security;
    create policy worker on policy_change_waiting for select to throughgate_worker using (true);
    create policy one_case on policy_change_waiting to throughgate_system using (case_id = app_case());
    create policy owner on policy_change_waiting to throughgate_owner using (true) with check (true);
    grant select on policy_change_waiting to throughgate_worker;
    grant select, delete on policy_change_waiting to throughgate_system;
    grant select on policy_change to throughgate_system;

    -- Nobody changed the person's answers.
    alter table referral_change alter column changed_by drop not null;

    -- What a decision reads, and what it leaves.
    grant select on service_policy, service_area, site, programme, cohort to throughgate_system;
    create policy one_case_insert on referral_change for insert to throughgate_system with check (case_id = app_case());
    create policy one_case_update on referral_change for update to throughgate_system
      using (case_id = app_case()) with check (case_id = app_case());
    grant insert, update (settled_at) on referral_change to throughgate_system;
    create policy one_case on referral_change_detail to throughgate_system
      using (case_id = app_case()) with check (case_id = app_case());
    create policy one_case on referral_change_fact for select to throughgate_system using (case_id = app_case());
    grant select, insert on referral_change_detail to throughgate_system;
    grant select on referral_change_fact to throughgate_system;
  `.execute(db)
  for (const table of ['case_triage', 'case_needs', 'case_safety']) {
    const name = sql.table(table)
    await sql`
      create policy one_case on ${name} for select to throughgate_system using (case_id = app_case());
      grant select (case_id, facts, version) on ${name} to throughgate_system;`.execute(db)
  }
  for (const table of ['service_area', 'site', 'programme', 'cohort']) {
    await sql`create policy system on ${sql.table(table)} for select to throughgate_system using (true)`.execute(
      db,
    )
  }
}
