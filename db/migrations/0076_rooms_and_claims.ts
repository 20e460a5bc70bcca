import { type Kysely, sql } from 'kysely'

/**
 * Rooms that are kept: what a bedspace is like and costs, and its closing for good, which is a void without an end, so that the
 * constraint that gives a bedspace once gives a closed one to nobody. And what claims were: whoever changes one leaves what it was,
 * who and when, act by act, so that what one tap did can be taken back.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';

    alter table bedspace
      -- Whatever else is to be known of it: 'second floor, no lift, shared kitchen'.
      add column note text check (char_length(note) <= 500),
      add column service_charge_weekly_pence integer check (service_charge_weekly_pence >= 0),
      add column version integer not null default 1;

    alter table bedspace_claim
      drop constraint bedspace_claim_void_reason_check,
      add constraint bedspace_claim_void_reason_check check (void_reason in
        ('repair', 'damage', 'deep_clean', 'furniture', 'incident', 'staffing', 'handback', 'taken_elsewhere', 'closing')),
      -- The stay in another bedspace in which this one goes on.
      add column moved_to uuid references bedspace_claim on delete set null,
      add constraint stay_moved check (moved_to is null or kind = 'occupied');
    grant update (void_reason, moved_to) on bedspace_claim to throughgate_professional;

    -- A room that closes on a day is retired when the day has come.
    create policy worker_retires on bedspace for update to throughgate_worker using (true);
    grant update (retired_at, version) on bedspace to throughgate_worker;

    -- Whether a claim belongs to a referral, for those too who may no longer read which.
    create function claim_of_referral(claim uuid) returns boolean
    language sql stable security definer set search_path = public, pg_temp as $$
      select exists (select from referral_claim r where r.claim_id = claim)
        or exists (select from placement p where p.claim_id = claim)
    $$;
    revoke execute on function claim_of_referral from public;
    grant execute on function claim_of_referral to throughgate_professional;
  `.execute(db)
  await keepChanges(db)
  await layOutAlike(db)
}

async function keepChanges(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table claim_change (
      id uuid primary key default gen_random_uuid(),
      sequence bigint generated always as identity,
      -- What was done in one go.
      act uuid not null,
      happened_at timestamptz not null default app_now(),
      -- Who did it; null is the clock or a script.
      by_person uuid references person,
      by_organisation uuid references organisation,
      claim_id uuid not null references bedspace_claim on delete cascade,
      -- The claim as it was, null where it is new, and as it became.
      before jsonb,
      after jsonb not null
    );
    create index claim_change_claim on claim_change (claim_id, sequence);
    create index claim_change_act on claim_change (act);

    create function note_claim_change() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      unsaid constant text[] := array['id', 'created_at', 'released_at', 'claimed'];
      was jsonb := case when tg_op = 'INSERT' then null else to_jsonb(old) - unsaid end;
      is_now jsonb := to_jsonb(new) - unsaid;
    begin
      -- A world that is laid out is no change, and no count's claims that change places: no person moves.
      if (tg_op = 'INSERT' and app_person() is null) or was = is_now
        or current_setting('app.laying_out', true) = 'yes' then return null; end if;
      if coalesce(current_setting('app.act', true), '') = '' then
        perform set_config('app.act', gen_random_uuid()::text, true);
      end if;
      insert into claim_change (act, by_person, by_organisation, claim_id, before, after)
      values (current_setting('app.act')::uuid, app_person(), app_organisation(), new.id, was, is_now);
      return null;
    end $$;
    create trigger note_claim_change after insert or update on bedspace_claim
      for each row execute function note_claim_change();

    alter table claim_change enable row level security;
    alter table claim_change force row level security;
    create policy own on claim_change for select to throughgate_professional using (exists (
      select from bedspace_claim c join bedspace b on b.id = c.bedspace_id join service s on s.id = b.service_id
      where c.id = claim_id and s.organisation_id = app_organisation()));
    create policy owner on claim_change to throughgate_owner using (true) with check (true);
    grant select on claim_change to throughgate_professional;
  `.execute(db)
}

/** What a count's claims may be laid out over is alike in all that a person was promised. */
async function layOutAlike(db: Kysely<unknown>): Promise<void> {
  await sql`
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
