import { type Kysely, sql } from 'kysely'

/**
 * A restored backup holds as unused what was used since: a reminder's link, by which whoever holds the old email confirms, signed out, what may no longer
 * be so, and a recovery code that somebody may have seen being used. The links end with the others; of the codes none is good any more, and whoever had some
 * makes ten new ones.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';
    create or replace function end_waiting_links() returns integer
      language plpgsql security definer set search_path = public, pg_temp as $$
    declare ended integer;
    begin
      with over as (update invitation set expires_at = app_now()
          where used_at is null and withdrawn_at is null and expires_at > app_now() returning 1),
        changed as (update email_change set expires_at = app_now()
          where used_at is null and withdrawn_at is null and expires_at > app_now() returning 1),
        reset as (update password_reset set expires_at = app_now()
          where used_at is null and expires_at > app_now() returning 1),
        reminded as (update confirmation_link set expires_at = app_now()
          where used_at is null and expires_at > app_now() returning 1)
        select (select count(*) from over) + (select count(*) from changed) + (select count(*) from reset)
          + (select count(*) from reminded) into ended;
      return ended;
    end $$;

    -- How many people had some.
    create function void_recovery_codes() returns integer
      language sql security definer set search_path = public, pg_temp as $$
      with gone as (delete from recovery_code returning person_id)
        select count(distinct person_id)::integer from gone
    $$;
    revoke execute on function void_recovery_codes() from public;
    grant execute on function void_recovery_codes() to throughgate_worker;
  `.execute(db)
}
