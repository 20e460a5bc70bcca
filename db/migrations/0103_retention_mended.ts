import { type Kysely, sql } from 'kysely'

/**
 * What retention decides, mended: a case that was opened by mistake waits for no figure of a parent, for none is ever drawn of it; whether one
 * case is over is asked of that case alone; and when an assessment was is kept, for its limit is counted from it until the case goes.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';
    create function is_case_over(the_case uuid, months integer, today date) returns boolean
      language sql stable security definer set search_path = public, pg_temp as $$
      select exists (
      select c.id from person_case c
      join case_closing x on x.case_id = c.id and x.reopened_at is null
      left join lateral (
        select least(c.release_on, min(p.arrived_on)) as day from placement p
        join referral r on r.id = p.referral_id and r.state in ('arrived', 'departed')
        where p.case_id = c.id) released on true
      where c.id = the_case and months >= 3 and today <= (app_now() at time zone 'Europe/London')::date + 1
        and c.closed_at is not null
        and (c.closed_at at time zone 'Europe/London')::date + make_interval(months => months) <= today
        and not exists (select from referral r where r.case_id = c.id
          and (r.closed_at is null or (r.closed_at at time zone 'Europe/London')::date + make_interval(months => months) > today))
        and not exists (select from nomination n where n.case_id = c.id and n.state not in ('completed', 'left'))
        and not exists (select from nobody_fits n where n.case_id = c.id and n.ended_at is null)
        and (released.day is null or released.day + 91 <= today
          or x.reason in ('transferred', 'deported', 'opened_by_mistake')
          or (x.reason in ('recalled_or_remanded', 'died') and (x.closed_at at time zone 'Europe/London')::date < released.day)
          or exists (select from outcome_check o where o.case_id = c.id and o.kind = 'day_91' and o.replaced_at is null))
        and (c.sex <> 'woman' or x.reason = 'opened_by_mistake' or exists (
          select from episode e where e.case_id = c.id and e.drawn_at > c.closed_at and e.drawn_at > c.updated_at
            and not exists (select from outcome_check o where o.case_id = c.id and o.recorded_at >= e.drawn_at)))
        and (x.reason = 'opened_by_mistake' or not exists (select from counted_parents q where q.case_id = c.id and not exists (
          select from programme_episode e where e.case_id = c.id and e.drawn_at > c.closed_at))))
    $$;
    revoke execute on function is_case_over(uuid, integer, date) from public;

    -- Closed as many months first, of which there are few: each is asked the rest.
    create or replace function cases_over(months integer, today date) returns setof uuid
      language sql stable security definer set search_path = public, pg_temp as $$
      select c.id from person_case c
      where c.closed_at is not null
        and (c.closed_at at time zone 'Europe/London')::date + make_interval(months => months) <= today
        and is_case_over(c.id, months, today)
      order by c.closed_at, c.id
    $$;

    create or replace function delete_case(the_case uuid, months integer, today date) returns boolean
      language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      perform from person_case where id = the_case for update;
      if not is_case_over(the_case, months, today) then return false; end if;
      insert into past_case (id, reference, organisation_id, closed_on, deleted_on)
        select id, reference, organisation_id, (closed_at at time zone 'Europe/London')::date, today
        from person_case where id = the_case;
      insert into past_referral (id, reference, service_id, provider_organisation_id, referrer_organisation_id,
          sent_on, closed_on, ended_as, deleted_on)
        select id, reference, service_id, provider_organisation_id, referrer_organisation_id,
          (coalesce(submitted_at, created_at) at time zone 'Europe/London')::date,
          (closed_at at time zone 'Europe/London')::date, state, today
        from referral where case_id = the_case;
      update episode_referral set referral_id = null where referral_id in (select id from referral where case_id = the_case);
      update episode set case_id = null where case_id = the_case;
      update programme_episode set case_id = null where case_id = the_case;
      delete from person_case where id = the_case;
      return true;
    end $$;

    create or replace function forget_referrals(months integer, today date, many integer) returns integer
      language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      forgotten uuid[];
    begin
      if months < 3 or today > (app_now() at time zone 'Europe/London')::date + 1 then return 0; end if;
      forgotten := array(
        select id from referral
        where details_deleted_on is null and (closed_at at time zone 'Europe/London')::date + make_interval(months => months) <= today
        order by closed_at limit many for update skip locked);
      delete from referral_note where referral_id = any (forgotten);
      delete from referral_decision where referral_id = any (forgotten);
      delete from referrer_decision where referral_id = any (forgotten);
      delete from referral_change where referral_id = any (forgotten);
      delete from policy_change_waiting where referral_id = any (forgotten);
      delete from referral_late_told where referral_id = any (forgotten);
      delete from case_reader where referral_id = any (forgotten);
      update offer set extension_reason = null where referral_id = any (forgotten) and extension_reason is not null;
      update referral set details_deleted_on = today, requested_items = '{}', assessment_method = null
        where id = any (forgotten);
      return cardinality(forgotten);
    end $$;
  `.execute(db)
}
