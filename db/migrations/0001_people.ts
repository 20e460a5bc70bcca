import { type Kysely, sql } from 'kysely'

/** Organisations, their people, what each person may do there, and sessions. Roles are made by db/roles.ts. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';
    create extension if not exists btree_gist;
    create extension if not exists citext;

    -- Who is looking, as set by db/viewer-transaction.ts. An unset setting reads '' inside a pooled connection, hence nullif.
    create function app_person() returns uuid language sql stable
      as $$ select nullif(current_setting('app.person_id', true), '')::uuid $$;
    create function app_organisation() returns uuid language sql stable
      as $$ select nullif(current_setting('app.organisation_id', true), '')::uuid $$;
    create function app_role() returns text language sql stable
      as $$ select nullif(current_setting('app.role', true), '') $$;
    create function app_case() returns uuid language sql stable
      as $$ select nullif(current_setting('app.case_id', true), '')::uuid $$;

    create table organisation (
      id uuid primary key,
      name text not null,
      kind text not null check (kind in ('prison', 'provider', 'council', 'commissioner', 'region')),
      prison_code text check (prison_code ~ '^[A-Z]{3}$'),
      authority_code text check (authority_code ~ '^E0[68][0-9]{6}$'),
      phone text,
      created_at timestamptz not null default now()
    );

    create table person (
      id uuid primary key,
      email citext not null unique,
      name text not null,
      password_hash text not null,
      disabled_at timestamptz,
      created_at timestamptz not null default now()
    );

    create table membership (
      id uuid primary key,
      person_id uuid not null references person,
      organisation_id uuid not null references organisation,
      role text not null check (role in
        ('officer', 'provider_worker', 'provider_manager', 'council_officer', 'commissioner', 'editor', 'administrator')),
      created_at timestamptz not null default now(),
      ended_at timestamptz
    );
    create unique index membership_once on membership (person_id, organisation_id, role) where ended_at is null;
    create index membership_organisation on membership (organisation_id);

    create table session (
      id uuid primary key,
      token_hash bytea not null unique,
      membership_id uuid not null references membership,
      created_at timestamptz not null,
      last_seen_at timestamptz not null,
      ends_at timestamptz not null,
      ended_at timestamptz
    );
    create index session_membership on session (membership_id);

    -- One row a window of the sign-in throttle; the key is a keyed hash, never an address or an account.
    create table throttle (key text primary key, points integer not null default 0, expire bigint);

    alter table membership enable row level security;
    alter table membership force row level security;
    create policy colleagues on membership for select to throughgate_professional
      using (organisation_id = app_organisation());
    create policy whole on membership for select to throughgate_sign_in, throughgate_worker, throughgate_system using (true);
    create policy owner on membership to throughgate_owner using (true) with check (true);

    grant select (id, name, kind, prison_code, authority_code, phone) on organisation
      to throughgate_public, throughgate_professional, throughgate_commissioner, throughgate_sign_in,
         throughgate_worker, throughgate_indexer, throughgate_system;
    grant select (id, name) on person to throughgate_professional, throughgate_commissioner, throughgate_system;
    grant select on person to throughgate_sign_in;
    grant select (id, email, name, disabled_at) on person to throughgate_worker;
    grant select on membership to throughgate_professional, throughgate_sign_in, throughgate_worker, throughgate_system;
    grant select, insert, update, delete on session, throttle to throughgate_sign_in;
    grant select, delete on session to throughgate_worker;
  `.execute(db)
}
