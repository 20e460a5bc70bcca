import { type Kysely, sql } from 'kysely'

/**
 * The last closed case of a prison number, whose answers a new one may start from once it is known to be of the same person: its id alone,
 * to an officer, who reads nothing by it. One that was opened by mistake was of nobody.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';
    create function last_episode(number_hash bytea) returns uuid
      language sql stable security definer set search_path = public, pg_temp as $$
        select c.id from case_identity i join person_case c on c.id = i.case_id
        where app_role() = 'officer' and i.prison_number_hash = number_hash and c.closed_at is not null
          and not exists (select from case_closing x
            where x.case_id = c.id and x.reopened_at is null and x.reason = 'opened_by_mistake')
        order by c.closed_at desc limit 1 $$;
    revoke execute on function last_episode(bytea) from public;
    grant execute on function last_episode(bytea) to throughgate_professional;
  `.execute(db)
}
