import { type Kysely, sql } from 'kysely'

/**
 * What somebody proves who they are by, besides the password. A session whose second factor is still wanted says so in the one statement
 * that every page asks first. Secrets and codes are read about one person at a time, by the part that checks credentials alone: the
 * policies admit who is named in app.person_id, and no other role has any right to them.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';

    create table second_factor (
      id uuid primary key,
      person_id uuid not null references person,
      kind text not null check (kind in ('app', 'key')),
      name text not null check (char_length(name) between 1 and 60),
      created_at timestamptz not null,
      last_used_at timestamptz,
      -- Of an authenticator app: its secret, sealed, and the latest step of 30 seconds whose code was taken.
      secret bytea,
      last_step bigint,
      -- Of a security key or passkey.
      credential_id text unique,
      public_key bytea,
      counter bigint,
      transports text[],
      constraint app_whole check ((kind = 'app') = (secret is not null and last_step is not null)),
      constraint key_whole check ((kind = 'key') = (credential_id is not null and public_key is not null and counter is not null))
    );
    create index second_factor_person on second_factor (person_id);

    create table recovery_code (
      person_id uuid not null references person,
      -- Keyed: it tells nothing without the master key.
      hash bytea not null,
      created_at timestamptz not null,
      used_at timestamptz,
      primary key (person_id, hash)
    );

    alter table session
      -- Null as long as the second factor is wanted.
      add column second_factor_at timestamptz,
      -- The family of the browser, and nothing more of it.
      add column browser text not null default 'other'
        check (browser in ('chrome', 'edge', 'firefox', 'opera', 'safari', 'samsung', 'other')),
      -- What a security key was asked to sign, until it did or the time is over.
      add column challenge text,
      add column challenge_ends_at timestamptz;

    grant select, insert, update, delete on second_factor, recovery_code to throughgate_sign_in;
  `.execute(db)

  for (const table of ['second_factor', 'recovery_code']) {
    await sql`
      alter table ${sql.table(table)} enable row level security;
      alter table ${sql.table(table)} force row level security;
      create policy own on ${sql.table(table)} to throughgate_sign_in
        using (person_id = app_person()) with check (person_id = app_person());
      create policy owner on ${sql.table(table)} to throughgate_owner using (true) with check (true);
    `.execute(db)
  }

  await sql`
    drop function session_behind(bytea);
    create function session_behind(hash bytea)
      returns table (id uuid, last_seen_at timestamptz, ends_at timestamptz, ended_at timestamptz,
        membership_id uuid, role text, membership_ended_at timestamptz,
        person_id uuid, person_name text, disabled_at timestamptz, organisation_id uuid, organisation_name text,
        second_factor_at timestamptz, has_factor boolean)
      language sql stable security definer set search_path = public, pg_temp
      as $$
        select s.id, s.last_seen_at, s.ends_at, s.ended_at, m.id, m.role, m.ended_at,
          p.id, p.name, p.disabled_at, o.id, o.name, s.second_factor_at,
          -- Asked of a session alone whose second factor is wanted: is there one, or is it to be set up?
          s.second_factor_at is null and exists (select from second_factor f where f.person_id = p.id)
        from session s
        join membership m on m.id = s.membership_id
        join person p on p.id = m.person_id
        join organisation o on o.id = m.organisation_id
        where s.token_hash = hash
      $$;
    revoke execute on function session_behind(bytea) from public;
    grant execute on function session_behind(bytea) to throughgate_app;
  `.execute(db)
}
