import { type Kysely, sql } from 'kysely'

/**
 * A nomination may be made against the result, with why by its code; its run may be changed, and the places of both runs follow; who was
 * told of a step is told when it is taken back. Whoever counts reads when a programme's service closed and when its runs began,
 * so that what was on offer is counted by its runs and not by what is listed on the day of counting.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';
    alter table nomination add column justification text check (justification in ('agreed', 'outdated', 'supported', 'other'));
    grant update (cohort_id, justification) on nomination to throughgate_professional;
    grant select (taken_back_at) on nomination_step to throughgate_worker;

    grant select (starts_on) on cohort to throughgate_statistician;
    create policy statistician on service for select to throughgate_statistician using (true);
    grant select (id, archived_at, approved_at) on service to throughgate_statistician;

    -- As before, and of two runs: what somebody leaves is free before what she takes is asked for.
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
      update cohort set taken = greatest(taken + takes_now - took, 0), waiting = greatest(waiting + waits_now - waited, 0)
        where id = new.cohort_id and taken + takes_now - took <= capacity;
      if not found then
        raise exception 'The run is full' using errcode = 'check_violation', constraint = 'nomination_place_free';
      end if;
      return null;
    end $$;
    drop trigger count_places on nomination;
    create trigger count_places after insert or update of state, cohort_id on nomination
      for each row execute function count_places();
  `.execute(db)
}
