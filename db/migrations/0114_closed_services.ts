import { type Kysely, sql } from 'kysely'

/**
 * Of a service that stood in the public directory and has closed, anybody reads that it has and when. Of one that was never there, of one
 * for professionals and of one whose places are hidden nobody reads anything: it is as absent as one that never was.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';

    create function closed_service(the_service uuid) returns table (name text, closed_at timestamptz)
      language sql stable security definer set search_path = public, pg_temp
      as $$
        select s.name, s.archived_at from service s
        where s.id = the_service and s.archived_at is not null and s.approved_at is not null
          and s.visibility = 'public' and not s.confidential $$;
    revoke execute on function closed_service(uuid) from public;
    grant execute on function closed_service(uuid)
      to throughgate_public, throughgate_professional, throughgate_commissioner;
  `.execute(db)
}
