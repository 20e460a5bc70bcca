import { type Kysely, sql } from 'kysely'

/**
 * A restored backup holds links as they stood: an invitation that was withdrawn since would be open again, and a reset that was used would be, too. The worker
 * ends them all before anybody signs in; who is to join is invited again.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';
    create function end_waiting_links() returns integer
      language plpgsql security definer set search_path = public, pg_temp as $$
    declare ended integer;
    begin
      with over as (update invitation set expires_at = app_now()
          where used_at is null and withdrawn_at is null and expires_at > app_now() returning 1),
        changed as (update email_change set expires_at = app_now()
          where used_at is null and withdrawn_at is null and expires_at > app_now() returning 1),
        reset as (update password_reset set expires_at = app_now()
          where used_at is null and expires_at > app_now() returning 1)
        select (select count(*) from over) + (select count(*) from changed) + (select count(*) from reset) into ended;
      return ended;
    end $$;
    revoke execute on function end_waiting_links() from public;
    grant execute on function end_waiting_links() to throughgate_worker;
  `.execute(db)
}
