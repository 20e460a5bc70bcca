import { type Kysely, sql } from 'kysely'

/**
 * Organisations apply, signed out; editors and administrators approve, refuse with words, make and close them; a manager or a council's
 * officer keeps the name, phone, team address and lawful basis of their own. Who applied is read by editors and administrators alone.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';

    create table organisation_application (
      id uuid primary key,
      name text not null,
      kind text not null check (kind in ('provider', 'council')),
      authority_code text check (authority_code ~ '^E0[68][0-9]{6}$'),
      runs text not null,
      applicant_name text not null,
      applicant_email citext not null,
      applicant_phone text,
      created_at timestamptz not null,
      decision text check (decision in ('approved', 'refused')),
      decided_at timestamptz,
      decided_by uuid references person,
      words text,
      organisation_id uuid references organisation,
      version integer not null default 1,
      check ((decision is null) = (decided_at is null and decided_by is null)),
      check ((decision = 'approved') = (organisation_id is not null) or decision is null)
    );
    alter table organisation_application enable row level security;
    alter table organisation_application force row level security;
    create policy apply on organisation_application for insert to throughgate_sign_in
      with check (decision is null and organisation_id is null);
    create policy keepers on organisation_application to throughgate_professional
      using (app_role() in ('editor', 'administrator')) with check (app_role() in ('editor', 'administrator'));
    create policy owner on organisation_application to throughgate_owner using (true) with check (true);
    grant insert on organisation_application to throughgate_sign_in;
    grant select, update (decision, decided_at, decided_by, words, organisation_id, version)
      on organisation_application to throughgate_professional;

    create policy added on organisation for insert to throughgate_professional
      with check (app_role() in ('editor', 'administrator') and approved_at is not null and approved_by = app_person());
    create policy kept on organisation for update to throughgate_professional
      using (app_role() in ('editor', 'administrator')
        or (id = app_organisation() and app_role() in ('provider_manager', 'council_officer')))
      with check (app_role() in ('editor', 'administrator')
        or (id = app_organisation() and app_role() in ('provider_manager', 'council_officer')));
    grant insert (id, name, kind, prison_code, authority_code, phone, team_email, lawful_basis, approved_at, approved_by)
      on organisation to throughgate_professional;
    grant update (name, phone, team_email, lawful_basis, prison_code, authority_code, closed_at, version)
      on organisation to throughgate_professional;

    create function guard_what_the_region_says() returns trigger language plpgsql as $$
    begin
      if current_user = 'throughgate_professional' and app_role() not in ('editor', 'administrator')
        and (old.prison_code, old.authority_code, old.closed_at)
          is distinct from (new.prison_code, new.authority_code, new.closed_at)
      then raise insufficient_privilege using message = 'the region says this'; end if;
      return new;
    end $$;
    create trigger guard_what_the_region_says before update on organisation
      for each row execute function guard_what_the_region_says();
  `.execute(db)
}
