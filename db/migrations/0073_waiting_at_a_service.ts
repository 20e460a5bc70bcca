import { type Kysely, sql } from 'kysely'

/** Who waits for a place in a programme is open there too, whatever a nomination's state is but its two ends. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';
    create or replace function open_at_service(the_service uuid) returns table (referral_id uuid, reference text)
      language sql stable security definer set search_path = public, pg_temp
      as $$
        select r.id, r.reference from referral r
          where keeps_service(the_service) and r.service_id = the_service and r.closed_at is null
        union all
        select null, 'a nomination' from nomination n
          where keeps_service(the_service) and n.service_id = the_service and n.state not in ('completed', 'left')
        order by 2 $$;
  `.execute(db)
}
