import { type Kysely, sql } from 'kysely'

/**
 * Editors and administrators lay a count out anew, as they may close its beds (0113): what is promised moves to a bed that is alike, so
 * that the same number is taken from them as from the provider.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';
    create or replace function lay_out_claims(moves jsonb) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      lifted uuid[];
      -- Of who asks: inside this function everybody is its owner.
      asking text := current_setting('role');
    begin
      perform set_config('app.laying_out', 'yes', true);
      with moved as (
        update bedspace_claim c set active = false, released_at = now()
        from jsonb_to_recordset(moves) m(id uuid, "to" uuid), bedspace old, bedspace new
        where c.id = m.id and c.active and old.id = c.bedspace_id and new.id = m."to"
          and not old.named and not new.named and old.service_id = new.service_id and old.type = new.type
          and old.sex is not distinct from new.sex and old.wheelchair is not distinct from new.wheelchair
          and (asking = 'throughgate_worker'
            or (asking = 'throughgate_professional' and app_role() in ('editor', 'administrator'))
            or exists (select from service s where s.id = old.service_id and s.organisation_id = app_organisation())
            or exists (
              select from referral r join referral_party p on p.referral_id = r.id
              where r.service_id = old.service_id and r.closed_at is null
                and p.organisation_id = app_organisation() and p.until > app_now())
            or (asking = 'throughgate_system' and exists (
              select from referral r
              where r.service_id = old.service_id and r.closed_at is null and r.case_id = app_case())))
        returning c.id)
      select array_agg(id) into lifted from moved;
      update bedspace_claim c set bedspace_id = m."to", active = true, released_at = null
      from jsonb_to_recordset(moves) m(id uuid, "to" uuid)
      where c.id = m.id and c.id = any(lifted);
      perform set_config('app.laying_out', '', true);
    end $$;
  `.execute(db)
}
