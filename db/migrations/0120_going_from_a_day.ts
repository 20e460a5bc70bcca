import { type Kysely, sql } from 'kysely'

/**
 * What goes by a shorter time is counted as of the night after the day it holds from, however far that is, and of everything that a setting deletes
 * (0117 counted the coming night, and left out notes about entries and release lists). What goes before by what holds until then is not of it. And a stay
 * whose move to another room is planned keeps what was said of its end, so that calling the move off gives it back.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';
    -- As is_case_over asked it (0103_retention_mended.ts), of any day: what is drawn each night for figures is drawn by a day to come.
    create function case_over_on(the_case uuid, months integer, today date) returns boolean
      language sql stable security definer set search_path = public, pg_temp as $$
      select exists (
      select c.id from person_case c
      join case_closing x on x.case_id = c.id and x.reopened_at is null
      left join lateral (
        select least(c.release_on, min(p.arrived_on)) as day from placement p
        join referral r on r.id = p.referral_id and r.state in ('arrived', 'departed')
        where p.case_id = c.id) released on true
      cross join lateral (select today > (app_now() at time zone 'Europe/London')::date + 1 as is_to_come) night
      where c.id = the_case and months >= 3 and c.closed_at is not null
        and (c.closed_at at time zone 'Europe/London')::date + make_interval(months => months) <= today
        and not exists (select from referral r where r.case_id = c.id
          and (r.closed_at is null or (r.closed_at at time zone 'Europe/London')::date + make_interval(months => months) > today))
        and not exists (select from nomination n where n.case_id = c.id and n.state not in ('completed', 'left'))
        and not exists (select from nobody_fits n where n.case_id = c.id and n.ended_at is null)
        and (released.day is null or released.day + 91 <= today
          or x.reason in ('transferred', 'deported', 'opened_by_mistake')
          or (x.reason in ('recalled_or_remanded', 'died') and (x.closed_at at time zone 'Europe/London')::date < released.day)
          or exists (select from outcome_check o where o.case_id = c.id and o.kind = 'day_91' and o.replaced_at is null))
        and (night.is_to_come or c.sex <> 'woman' or x.reason = 'opened_by_mistake' or exists (
          select from episode e where e.case_id = c.id and e.drawn_at > c.closed_at and e.drawn_at > c.updated_at
            and not exists (select from outcome_check o where o.case_id = c.id and o.recorded_at >= e.drawn_at)))
        and (night.is_to_come or x.reason = 'opened_by_mistake' or not exists (
          select from counted_parents q where q.case_id = c.id and not exists (
            select from programme_episode e where e.case_id = c.id and e.drawn_at > c.closed_at))))
    $$;
    create or replace function is_case_over(the_case uuid, months integer, today date) returns boolean
      language sql stable security definer set search_path = public, pg_temp as $$
      select today <= (app_now() at time zone 'Europe/London')::date + 1 and case_over_on(the_case, months, today)
    $$;

    -- How much is over on a day, of each kind that a setting deletes.
    create function over_on(setting text, kept integer, today date) returns table (what text, id uuid)
      language sql stable security definer set search_path = public, pg_temp as $$
      select 'case', c.id from person_case c where setting = 'keep_case'
        and (c.closed_at at time zone 'Europe/London')::date + make_interval(months => kept) <= today
        and case_over_on(c.id, kept, today)
      union all
      select 'listed', l.id from release_list_entry l where setting = 'keep_case'
        and l.release_on + make_interval(months => kept) <= today
        and not exists (select from case_identity i where i.prison_number_hash = l.prison_number_hash)
        and (today > (app_now() at time zone 'Europe/London')::date + 1
          or exists (select from episode e where (e.drawn_at at time zone 'Europe/London')::date > l.release_on))
      union all
      select 'referral', r.id from referral r where setting = 'keep_referral' and r.details_deleted_on is null
        and (r.closed_at at time zone 'Europe/London')::date + make_interval(months => kept) <= today
      union all
      select 'note', n.id from entry_note n join service s on s.id = n.service_id where setting = 'keep_entry_note'
        and (coalesce(n.answered_at, n.taken_back_at, s.archived_at) at time zone 'Europe/London')::date
          + make_interval(months => kept) <= today
      union all
      select 'audit', a.id from audit_entry a where setting = 'keep_audit'
        and (a.happened_at at time zone 'Europe/London')::date + make_interval(years => kept) <= today
    $$;

    drop function going_tonight(text, integer);
    create function going_from(setting text, kept integer, kept_before integer, holds_from date)
      returns table (what text, many integer)
      language plpgsql stable security definer set search_path = public, pg_temp as $$
    begin
      if app_role() is distinct from 'administrator' then
        raise insufficient_privilege using message = 'an administrator asks this';
      end if;
      return query select o.what, count(*)::integer from over_on(setting, kept, holds_from + 1) o
        where not exists (select from over_on(setting, kept_before, holds_from) b where b.what = o.what and b.id = o.id)
        group by o.what order by o.what;
    end $$;
    revoke execute on function case_over_on(uuid, integer, date), over_on(text, integer, date),
      going_from(text, integer, integer, date) from public;
    grant execute on function going_from(text, integer, integer, date) to throughgate_professional;

    alter table bedspace_claim
      -- Of a stay that is to move: the day that was expected before, and whether it was sure, or had to be.
      add column before_move jsonb,
      add constraint stay_before_move check (before_move is null or kind = 'occupied');
    grant update (before_move) on bedspace_claim to throughgate_professional;
  `.execute(db)
}
