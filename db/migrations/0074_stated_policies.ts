import { type Kysely, sql } from 'kysely'

/**
 * A policy is stated by the people of the service's own organisation who answer for it, and by editors and administrators. Row by row, so
 * that nobody else can write one, whatever a screen forgets.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';

    -- A link that was sent to ask whether what was verified or confirmed at an instant is still so.
    create table confirmation_link (
      id uuid primary key,
      service_id uuid not null references service on delete cascade,
      kind text not null check (kind in ('policy_60', 'policy_80', 'vacancies')),
      about_at timestamptz not null,
      -- To whom; null is the address of the whole team.
      person_id uuid references person,
      created_at timestamptz not null,
      expires_at timestamptz not null,
      used_at timestamptz,
      unique nulls not distinct (service_id, kind, about_at, person_id)
    );

    alter table service_policy
      -- Verified from a link: then by whoever it was sent to, or nobody where that is the team's address. Null for a signed-in person.
      add column verified_link uuid references confirmation_link;

    alter table service_policy enable row level security;
    alter table service_policy force row level security;
    create policy whole on service_policy for select
      to throughgate_professional, throughgate_commissioner, throughgate_indexer, throughgate_worker, throughgate_system,
         throughgate_statistician using (true);
    create policy owner on service_policy to throughgate_owner using (true) with check (true);

    create function app_states_policy(service uuid) returns boolean language sql stable as $$
      select app_role() in ('editor', 'administrator') or (app_role() in ('provider_manager', 'council_officer')
        and exists (select from service s where s.id = service and s.organisation_id = app_organisation()))
    $$;
    create policy stating on service_policy for insert to throughgate_professional
      with check (app_states_policy(service_id));
    create policy restating on service_policy for update to throughgate_professional
      using (app_states_policy(service_id)) with check (app_states_policy(service_id));
    grant insert (service_id, criteria, notes, verified_at, verified_by, verified_link, version),
      update (criteria, notes, verified_at, verified_by, verified_link, version)
      on service_policy to throughgate_professional;
  `.execute(db)
}
