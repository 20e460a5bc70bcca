import { type Kysely, sql } from 'kysely'

/** What is still open at a service, for whoever would close it: references alone, which name nobody. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';
    create function open_at_service(the_service uuid) returns table (referral_id uuid, reference text)
      language sql stable security definer set search_path = public, pg_temp
      as $$
        select r.id, r.reference from referral r
          where keeps_service(the_service) and r.service_id = the_service and r.closed_at is null
        union all
        select null, 'a nomination' from nomination n
          where keeps_service(the_service) and n.service_id = the_service
            and n.state in ('nominated', 'checks', 'place', 'started')
        order by 2 $$;
    revoke execute on function open_at_service(uuid) from public;
    grant execute on function open_at_service(uuid) to throughgate_professional;
  `.execute(db)
}
