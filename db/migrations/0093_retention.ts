import { type Kysely, sql } from 'kysely'

/**
 * What is kept goes when its time is over (product.md, "Retention"). A case is deleted with all that hangs on it: every table that belongs to one
 * says so by `on delete cascade`, and one function, which asks again whether its time is over, is the only one that may. A closed referral
 * loses what was disclosed and written before that. Of both a line stays that names nobody, by which the audit can still be read.
 * The periods are settings; how short one may be is said here again.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`set local lock_timeout = '5s'`.execute(db)
  await cascade(db)
  await sql`
    alter table referral drop constraint referral_previous_referral_id_fkey;
    alter table referral add constraint referral_previous_referral_id_fkey
      foreign key (previous_referral_id) references referral on delete set null;
    create index referral_previous on referral (previous_referral_id) where previous_referral_id is not null;
    create index message_nomination on message (nomination_id) where nomination_id is not null;
    create index referral_note_referral on referral_note (referral_id);
    create index offer_referral on offer (referral_id);
    create index referral_party_case on referral_party (case_id);
    create index nomination_case on nomination (case_id);
    create index case_closing_case on case_closing (case_id);
    create index release_date_change_case on release_date_change (case_id);
    create index case_shortlist_case on case_shortlist (case_id);
    create index nobody_fits_case on nobody_fits (case_id);
    create index person_case_closed on person_case (closed_at) where closed_at is not null;
    create index case_identity_hash on case_identity (prison_number_hash);

    -- When what was disclosed and written of it was deleted. Nothing is done with it after that.
    alter table referral add column details_deleted_on date;
    grant select (details_deleted_on) on referral to throughgate_professional;
    create index referral_kept_whole on referral (closed_at) where closed_at is not null and details_deleted_on is null;
    create policy kept_whole on referral as restrictive for update
      to throughgate_professional, throughgate_system, throughgate_worker using (details_deleted_on is null);

    create table past_case (
      id uuid primary key,
      reference text not null unique,
      organisation_id uuid not null references organisation,
      closed_on date not null,
      deleted_on date not null
    );
    create table past_referral (
      id uuid primary key,
      reference text not null unique,
      service_id uuid not null references service,
      provider_organisation_id uuid not null references organisation,
      referrer_organisation_id uuid not null references organisation,
      sent_on date not null,
      closed_on date not null,
      ended_as text not null,
      deleted_on date not null
    );
    alter table past_case enable row level security;
    alter table past_case force row level security;
    create policy team on past_case for select to throughgate_professional
      using (app_role() = 'officer' and organisation_id = app_organisation());
    create policy owner on past_case to throughgate_owner using (true) with check (true);
    grant select on past_case to throughgate_professional;
    alter table past_referral enable row level security;
    alter table past_referral force row level security;
    create policy parties on past_referral for select to throughgate_professional
      using (app_organisation() in (provider_organisation_id, referrer_organisation_id));
    create policy owner on past_referral to throughgate_owner using (true) with check (true);
    grant select on past_referral to throughgate_professional;

    -- Whoever was signed out in the middle of a form is given it back for as long as the setting says.
    create policy sign_in on setting_value for select to throughgate_sign_in using (true);
    grant select (setting, value, valid_from, struck_at) on setting_value to throughgate_sign_in;
  `.execute(db)
  await functions(db)
  await sql`
    create or replace view audit_reading with (security_barrier) as
      select a.id, a.happened_at, a.person_id, p.name as person_name, a.organisation_id, o.name as organisation_name,
        a.role, a.action, a.subject_kind, a.subject_id, a.detail,
        case a.subject_kind
          when 'case' then coalesce((select c.reference from person_case c where c.id = a.subject_id),
            (select c.reference from past_case c where c.id = a.subject_id))
          when 'referral' then coalesce((select r.reference from referral r where r.id = a.subject_id),
            (select r.reference from past_referral r where r.id = a.subject_id))
          when 'service' then (select s.name from service s where s.id = a.subject_id)
          when 'person' then (select q.name from person q where q.id = a.subject_id)
          when 'organisation' then (select q.name from organisation q where q.id = a.subject_id)
        end as subject_name
      from audit_entry a
      left join person p on p.id = a.person_id
      left join organisation o on o.id = a.organisation_id
      where app_role() in ('administrator', 'editor');

    create or replace function audited_under(asked text) returns table (subject_id uuid)
      language sql stable security definer set search_path = public, pg_temp as $$
      with the_case as (
        select id from person_case where reference = upper(trim(asked))
        union select case_id from referral where reference = upper(trim(asked)))
      select id from the_case where app_role() in ('administrator', 'editor')
      union all
      select r.id from referral r join the_case c on c.id = r.case_id where app_role() in ('administrator', 'editor')
      union all
      select id from past_case where reference = upper(trim(asked)) and app_role() in ('administrator', 'editor')
      union all
      select id from past_referral where reference = upper(trim(asked)) and app_role() in ('administrator', 'editor')
    $$;
  `.execute(db)
}

/** Every constraint that leads to a case, by whatever way, deletes with it: but for the referral that another one follows. */
async function cascade(db: Kysely<unknown>): Promise<void> {
  await sql`
    do $$
    declare
      each record;
    begin
      for each in
        with recursive family (relation) as (
          select 'person_case'::regclass::oid
          union
          select c.conrelid from pg_constraint c join family f on f.relation = c.confrelid where c.contype = 'f')
        select c.conrelid::regclass as hangs, c.conname, pg_get_constraintdef(c.oid) as says
        from pg_constraint c
        where c.contype = 'f' and c.confdeltype = 'a' and c.conrelid <> c.confrelid
          and c.confrelid in (select relation from family)
      loop
        execute format('alter table %s drop constraint %I, add constraint %I %s', each.hangs, each.conname, each.conname,
          regexp_replace(each.says, '( DEFERRABLE.*)?$', ' ON DELETE CASCADE\\1'));
      end loop;
    end $$`.execute(db)
}

async function functions(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- Cases whose time is over on a day. Closed as many months; nothing of it still open, and every referral closed as long; day 91
    -- recorded, due, or never asked; and what figures are counted from drawn after the last word.
    create function cases_over(months integer, today date) returns setof uuid
      language sql stable security definer set search_path = public, pg_temp as $$
      select c.id from person_case c
      join case_closing x on x.case_id = c.id and x.reopened_at is null
      left join lateral (
        select least(c.release_on, min(p.arrived_on)) as day from placement p
        join referral r on r.id = p.referral_id and r.state in ('arrived', 'departed')
        where p.case_id = c.id) released on true
      where months >= 3 and today <= (app_now() at time zone 'Europe/London')::date + 1
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
        and not exists (select from counted_parents q where q.case_id = c.id and not exists (
          select from programme_episode e where e.case_id = c.id and e.drawn_at > c.closed_at))
      order by c.closed_at, c.id
    $$;

    -- Deletes one, and says whether it did. What was counted of it stays and leads nowhere.
    create function delete_case(the_case uuid, months integer, today date) returns boolean
      language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      perform from person_case where id = the_case for update;
      if not exists (select from cases_over(months, today) over_id where over_id = the_case) then return false; end if;
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

    -- Deletes what was disclosed and written of referrals that closed as many months ago; how many there were.
    create function forget_referrals(months integer, today date, many integer) returns integer
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
      update referral set details_deleted_on = today, requested_items = '{}', assessment_at = null, assessment_method = null
        where id = any (forgotten);
      return cardinality(forgotten);
    end $$;

    -- A release of a prison's list, that is over as long and of nobody who has a case.
    create function delete_listed(months integer, today date, many integer) returns integer
      language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      gone integer;
    begin
      if months < 3 or today > (app_now() at time zone 'Europe/London')::date + 1 then return 0; end if;
      delete from release_list_entry where id in (
        select l.id from release_list_entry l
        where l.release_on + make_interval(months => months) <= today
          and not exists (select from case_identity i where i.prison_number_hash = l.prison_number_hash)
          -- Whom it means was drawn since: an episode without a case is drawn from the list alone, and stays.
          and exists (select from episode e where (e.drawn_at at time zone 'Europe/London')::date > l.release_on)
        limit many);
      get diagnostics gone = row_count;
      return gone;
    end $$;

    create function delete_audit(years integer, today date, many integer) returns integer
      language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      gone integer;
    begin
      if years < 6 or today > (app_now() at time zone 'Europe/London')::date + 1 then return 0; end if;
      delete from audit_entry where id in (
        select id from audit_entry where (happened_at at time zone 'Europe/London')::date + make_interval(years => years) <= today
        order by happened_at limit many);
      get diagnostics gone = row_count;
      delete from past_case where deleted_on + make_interval(years => years) <= today;
      delete from past_referral where deleted_on + make_interval(years => years) <= today;
      return gone;
    end $$;
  `.execute(db)
  for (const each of FUNCTIONS)
    await sql`
      revoke execute on function ${sql.raw(each)} from public;
      grant execute on function ${sql.raw(each)} to throughgate_worker;
    `.execute(db)
}

const FUNCTIONS = [
  'cases_over(integer, date)',
  'delete_case(uuid, integer, date)',
  'forget_referrals(integer, date, integer)',
  'delete_listed(integer, date, integer)',
  'delete_audit(integer, date, integer)',
]
