import { type Kysely, sql } from 'kysely'

/**
 * How much the coming night deletes where something were kept for so long: a number, for administrators before they set it. It is the same
 * question that retention asks (db/migrations/0103_retention_mended.ts), and names nobody.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';
    create function going_tonight(setting text, kept integer) returns integer
      language plpgsql stable security definer set search_path = public, pg_temp as $$
    declare
      tomorrow date := (app_now() at time zone 'Europe/London')::date + 1;
    begin
      if app_role() is distinct from 'administrator' then
        raise insufficient_privilege using message = 'an administrator asks this';
      end if;
      return case setting
        when 'keep_case' then (select count(*) from cases_over(kept, tomorrow))
        when 'keep_referral' then (select count(*) from referral where details_deleted_on is null
          and (closed_at at time zone 'Europe/London')::date + make_interval(months => kept) <= tomorrow)
        when 'keep_audit' then (select count(*) from audit_entry
          where (happened_at at time zone 'Europe/London')::date + make_interval(years => kept) <= tomorrow)
        else 0 end;
    end $$;
    revoke execute on function going_tonight(text, integer) from public;
    grant execute on function going_tonight(text, integer) to throughgate_professional;
  `.execute(db)
}
