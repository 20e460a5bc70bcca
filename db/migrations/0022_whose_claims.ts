import { type Kysely, sql } from 'kysely'

/**
 * The day somebody left is kept beside the days of the stay, which may have to end sooner: another's begin. A day by which a stay
 * must end, for others are promised what follows, is told from one that somebody said. Claims of a count are laid out anew by those
 * whose service it is or who have an open referral to it; and of what changed, each side marks its own reading.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';
    alter table bedspace_claim
      add column left_on date,
      add column must_end boolean not null default false,
      add constraint stay_left check (left_on is null or (kind = 'occupied' and not leaving_sure and not outstays)),
      add constraint stay_must_end check (leaving_sure or not must_end);
    grant update (left_on, must_end) on bedspace_claim to throughgate_professional, throughgate_worker, throughgate_system;

    create or replace function lay_out_claims(moves jsonb) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      lifted uuid[];
      -- Of who asks: inside this function everybody is its owner.
      asking text := current_setting('role');
    begin
      with moved as (
        update bedspace_claim c set active = false, released_at = now()
        from jsonb_to_recordset(moves) m(id uuid, "to" uuid), bedspace old, bedspace new
        where c.id = m.id and c.active and old.id = c.bedspace_id and new.id = m."to"
          and not old.named and not new.named and old.service_id = new.service_id and old.type = new.type
          and (asking = 'throughgate_worker'
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
    end $$;

    create function keep_own_reading() returns trigger language plpgsql as $$
    begin
      if app_role() = 'officer' and new.provider_read_at is distinct from old.provider_read_at then
        raise insufficient_privilege using message = 'What the provider has read is the provider''s to say';
      end if;
      if app_role() is distinct from 'officer'
        and (new.referrer_read_at, new.settled_at) is distinct from (old.referrer_read_at, old.settled_at) then
        raise insufficient_privilege using message = 'What the referrer has read or settled is the referrer''s to say';
      end if;
      return new;
    end $$;
    create trigger own_reading before update on referral_change
      for each row when (current_user = 'throughgate_professional') execute function keep_own_reading();
  `.execute(db)
}
