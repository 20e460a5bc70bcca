import { type Kysely, sql } from 'kysely'

/**
 * A run says on which days of the week it is, at which time and where, if anybody stated it; the teams of those named for it are told when
 * that changes. Where it is is a telling detail: of a service whose places are hidden no run says it, and what runs said of it until then
 * goes, from their history too.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';
    alter table cohort
      add column weekdays smallint[] not null default '{}' check (weekdays <@ '{1,2,3,4,5,6,7}'::smallint[]),
      add column time_of_day time,
      add column place text check (length(place) between 1 and 120);

    create function no_place_of_hidden_runs() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      if new.place is not null and exists (select from service s where s.id = new.service_id and s.confidential) then
        raise exception 'The places of the service are hidden' using errcode = 'check_violation', constraint = 'cohort_place_shown';
      end if;
      return new;
    end $$;
    create trigger no_place_of_hidden_runs before insert or update of place, service_id on cohort
      for each row execute function no_place_of_hidden_runs();

    create function forget_places_of_runs() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      update cohort set place = null where service_id = new.id and place is not null;
      update record_change set before = before - 'place', after = after - 'place'
        where service_id = new.id and table_name = 'cohort' and (before ? 'place' or after ? 'place');
      -- Where that was all that changed, nothing did.
      delete from record_change where service_id = new.id and table_name = 'cohort' and before = '{}' and after = '{}';
      return null;
    end $$;
    create trigger forget_places_of_runs after update of confidential on service
      for each row when (new.confidential and not old.confidential) execute function forget_places_of_runs();

    -- As before; and when and where a run is may change with its days left as they are.
    create or replace function note_on_run(the_run uuid, what text, said text, goes_back text[], already uuid[])
      returns table (nomination_id uuid, step_id uuid)
      language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      each record;
    begin
      if what not in ('run_cancelled', 'run_moved', 'run_arranged', 'run_restored')
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
  `.execute(db)
}
