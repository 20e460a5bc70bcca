import { type Kysely, sql } from 'kysely'

/**
 * Who is behind a token, in one statement and without a transaction: every page asks it first. The function answers for its
 * owner, about one session at a time and to whoever knows the hash of 256 random bits; the tables stay closed to the login role.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';
    create function session_behind(hash bytea)
      returns table (id uuid, last_seen_at timestamptz, ends_at timestamptz, ended_at timestamptz,
        membership_id uuid, role text, membership_ended_at timestamptz,
        person_id uuid, person_name text, disabled_at timestamptz, organisation_id uuid, organisation_name text)
      language sql stable security definer set search_path = public, pg_temp
      as $$
        select s.id, s.last_seen_at, s.ends_at, s.ended_at, m.id, m.role, m.ended_at,
          p.id, p.name, p.disabled_at, o.id, o.name
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
