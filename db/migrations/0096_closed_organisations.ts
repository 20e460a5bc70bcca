import { type Kysely, sql } from 'kysely'

/**
 * Closing an organisation signs its people out: a session asks on every page whether its organisation is open, and opens again with it.
 * What still lives there keeps it open, and nothing comes to life there while it closes: the row of the organisation is locked by both.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';

    create or replace function session_behind(hash bytea)
      returns table (id uuid, last_seen_at timestamptz, ends_at timestamptz, ended_at timestamptz,
        membership_id uuid, role text, membership_ended_at timestamptz,
        person_id uuid, person_name text, disabled_at timestamptz, organisation_id uuid, organisation_name text,
        second_factor_at timestamptz, has_factor boolean)
      language sql stable security definer set search_path = public, pg_temp
      as $$
        select s.id, s.last_seen_at, s.ends_at, s.ended_at, m.id, m.role,
          -- Of an organisation that is closed, every membership is over as long as it is.
          coalesce(m.ended_at, o.closed_at),
          p.id, p.name, p.disabled_at, o.id, o.name, s.second_factor_at,
          -- Asked of a session alone whose second factor is wanted: is there one, or is it to be set up?
          s.second_factor_at is null and exists (select from second_factor f where f.person_id = p.id)
        from session s
        join membership m on m.id = s.membership_id
        join person p on p.id = m.person_id
        join organisation o on o.id = m.organisation_id
        where s.token_hash = hash
      $$;

    -- How many of each keep an organisation open: open cases of a prison's team, services in the directory, and of the region's own
    -- team the people who have access, without whom nobody keeps anything.
    create function kept_open_by(the_organisation uuid) returns table (cases integer, services integer, people integer)
      language sql stable security definer set search_path = public, pg_temp
      as $$
        select
          (select count(*)::integer from person_case c where c.organisation_id = o.id and c.closed_at is null),
          (select count(*)::integer from service s
            where s.organisation_id = o.id and s.approved_at is not null and s.archived_at is null),
          (select count(*)::integer from membership m where m.organisation_id = o.id and m.ended_at is null and o.kind = 'region')
        from organisation o
        -- Null in a trigger, and for a script of the owner's.
        where o.id = the_organisation and coalesce(app_role(), 'administrator') in ('editor', 'administrator')
      $$;
    revoke execute on function kept_open_by(uuid) from public;
    grant execute on function kept_open_by(uuid) to throughgate_professional;

    create function refuse_closing() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      if exists (select from kept_open_by(new.id) k where k.cases + k.services + k.people > 0) then
        raise check_violation using constraint = 'organisation_kept_open',
          message = 'open cases, services or people keep this organisation open';
      end if;
      return new;
    end $$;
    create trigger refuse_closing before update of closed_at on organisation
      for each row when (old.closed_at is null and new.closed_at is not null) execute function refuse_closing();

    create function live_at_open_organisation() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      -- Whoever closes it waits until this is done, and counts it; where it was closed first, this is refused.
      perform from organisation o where o.id = new.organisation_id and o.closed_at is null for share;
      if not found then
        raise check_violation using constraint = 'organisation_open', message = 'the organisation is closed';
      end if;
      return new;
    end $$;
    create trigger live_at_open_organisation before insert or update of organisation_id, closed_at on person_case
      for each row when (new.closed_at is null) execute function live_at_open_organisation();
    create trigger live_at_open_organisation before insert or update of organisation_id, approved_at, archived_at on service
      for each row when (new.approved_at is not null and new.archived_at is null) execute function live_at_open_organisation();
  `.execute(db)
}
