import { type Kysely, sql } from 'kysely'

/**
 * A run of a programme can be cancelled, with why by its code, and put on again. Nobody gets a place in one that is cancelled, and nobody is
 * named for it. What befalls a run is written down on every nomination for it by whoever keeps the entry, who may be an editor and reads
 * no nomination: by way of a function, which tells how many there are and nothing else.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';
    alter table cohort
      add column cancelled_at timestamptz,
      add column cancelled_reason text check (cancelled_reason in ('too_few', 'staffing', 'funding', 'prison', 'other')),
      add constraint cancelled_whole check ((cancelled_at is null) = (cancelled_reason is null));
    grant select (cancelled_at) on cohort to throughgate_statistician;

    -- As before; and in a run that is cancelled nobody has a place or waits for one.
    create or replace function count_places() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      takes constant text[] := array['place', 'started', 'completed'];
      took integer := 0;
      waited integer := 0;
      takes_now integer := (new.state = any (takes))::integer;
      waits_now integer := (new.state = 'waiting')::integer;
    begin
      if tg_op = 'UPDATE' then
        took := (old.state = any (takes))::integer;
        waited := (old.state = 'waiting')::integer;
        if old.cohort_id is distinct from new.cohort_id and took + waited > 0 then
          update cohort set taken = greatest(taken - took, 0), waiting = greatest(waiting - waited, 0) where id = old.cohort_id;
          took := 0;
          waited := 0;
        end if;
      end if;
      if new.cohort_id is null or (takes_now = took and waits_now = waited) then return null; end if;
      if takes_now > took or waits_now > waited then
        perform from cohort where id = new.cohort_id and cancelled_at is not null;
        if found then
          raise exception 'The run is cancelled' using errcode = 'check_violation', constraint = 'nomination_run_on';
        end if;
      end if;
      update cohort set taken = greatest(taken + takes_now - took, 0), waiting = greatest(waiting + waits_now - waited, 0)
        where id = new.cohort_id and taken + takes_now - took <= capacity;
      if not found then
        raise exception 'The run is full' using errcode = 'check_violation', constraint = 'nomination_place_free';
      end if;
      return null;
    end $$;

    -- Whoever is named for a run while it is being cancelled waits for that, and is refused.
    create function named_for_a_run() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      if new.cohort_id is null or new.state in ('completed', 'left') then return new; end if;
      if tg_op = 'UPDATE' and new.cohort_id is not distinct from old.cohort_id then return new; end if;
      perform from cohort where id = new.cohort_id and cancelled_at is null for no key update;
      if not found then
        raise exception 'The run is cancelled' using errcode = 'check_violation', constraint = 'nomination_run_on';
      end if;
      return new;
    end $$;
    create trigger named_for_a_run before insert or update of cohort_id on nomination
      for each row execute function named_for_a_run();

    -- How many are named here for each run of a programme, for its own people and editors: numbers alone.
    create function named_for_runs(the_service uuid)
      returns table (cohort_id uuid, named integer, places integer, waits integer, begun integer)
      language sql stable security definer set search_path = public, pg_temp
      as $$
        select n.cohort_id, (count(*) filter (where n.state in ('nominated', 'checks', 'waiting', 'place')))::integer,
          (count(*) filter (where n.state in ('place', 'started', 'completed')))::integer,
          (count(*) filter (where n.state = 'waiting'))::integer,
          (count(*) filter (where n.state in ('started', 'completed')))::integer
        from nomination n
        where n.service_id = the_service and n.cohort_id is not null
          and (keeps_service(the_service) or (app_role() = 'provider_worker'
            and exists (select from service s where s.id = the_service and s.organisation_id = app_organisation())))
        group by n.cohort_id $$;

    -- What befell a run, on each nomination for it but those told already; who had a place or waited goes back to where a run is chosen.
    create function note_on_run(the_run uuid, what text, said text, goes_back text[], already uuid[])
      returns table (nomination_id uuid, step_id uuid)
      language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      each record;
    begin
      if what not in ('run_cancelled', 'run_moved', 'run_restored')
        or not exists (select from cohort c where c.id = the_run and keeps_service(c.service_id)) then
        raise insufficient_privilege using message = 'not kept by this person';
      end if;
      for each in
        select n.id, n.state from nomination n
        where n.cohort_id = the_run and n.state in ('nominated', 'checks', 'waiting', 'place') and n.id <> all (already)
        order by n.id for update
      loop
        nomination_id := each.id;
        step_id := gen_random_uuid();
        insert into nomination_step (id, nomination_id, event, from_state, to_state, detail, happened_at, by_person, by_side)
          values (step_id, each.id, what, each.state,
            case when each.state = any (goes_back) then 'checks' else each.state end, said, app_now(), app_person(), 'provider');
        update nomination set version = version + 1,
          state = case when each.state = any (goes_back) then 'checks' else each.state end where id = each.id;
        return next;
      end loop;
    end $$;
    revoke execute on function named_for_runs(uuid), note_on_run(uuid, text, text, text[], uuid[]) from public;
    grant execute on function named_for_runs(uuid), note_on_run(uuid, text, text, text[], uuid[])
      to throughgate_professional;
  `.execute(db)
}
