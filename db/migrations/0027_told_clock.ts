import { type Kysely, sql } from 'kysely'

/**
 * A limit ends before the release, so it tells the day: who reads the week alone reads the limit as that week would have it, which
 * is kept beside it, and none where that is past already. Of referrals made before, it is known where it ends days before the week.
 * The history of a date that moved tells such a reader the weeks as well.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';
    alter table referral add column told_due_at timestamptz;
    update referral r set told_due_at = r.due_at
    from person_case c
    where c.id = r.case_id and (c.release_on is null or r.due_at < date_trunc('week', c.release_on) - interval '5 days');

    create view readable_due with (security_barrier) as
      select f.id as referral_id,
        case when told.all_of_it then f.due_at when f.told_due_at > app_now() then f.told_due_at end as due_at
      from referral f
      join person_case c on c.id = f.case_id
      cross join lateral (
        select c.release_on is null or f.due_at <= app_now()
          or c.release_on <= (app_now() at time zone 'Europe/London')::date + 7
          or exists (
            select from case_reader r
            where r.case_id = f.case_id and r.organisation_id = app_organisation() and r.tier >= 2 and r.until > app_now()
              and (r.person_id is null or r.person_id = app_person())
              and (r.role is null or r.role = app_role())) as all_of_it) told
      where exists (
        select from referral_party p
        where p.referral_id = f.id and p.organisation_id = app_organisation() and p.until > app_now());
    grant select on readable_due to throughgate_professional;

    revoke select on referral from throughgate_professional;
    grant update (told_due_at) on referral to throughgate_professional, throughgate_system, throughgate_worker;
    do $$
    begin
      execute format('grant select (%s) on referral to throughgate_professional', (
        select string_agg(quote_ident(attname), ', ') from pg_attribute
        where attrelid = 'referral'::regclass and attnum > 0 and not attisdropped
          and attname not in ('due_at', 'told_due_at')));
    end $$;

    -- What a line of the history was written with; where the date moved, what and why it was: to who reads weeks, the weeks.
    create view readable_codes with (security_barrier) as
      select h.id as history_id, h.referral_id,
        case when h.event <> 'date_moved' or told.the_day then h.reasons else array(
          select case
            when code !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' then code
            when code::date <= (app_now() at time zone 'Europe/London')::date + 7 then code
            else date_trunc('week', code::date)::date || '/' || date_trunc('week', code::date)::date + 6 end
          from unnest(h.reasons[1:2]) with ordinality as each (code, place) order by place) end as codes
      from referral_history h
      cross join lateral (select exists (
        select from case_reader r
        where r.case_id = h.case_id and r.organisation_id = app_organisation() and r.tier >= 2 and r.until > app_now()
          and (r.person_id is null or r.person_id = app_person())
          and (r.role is null or r.role = app_role())) as the_day) told
      where exists (
        select from referral_party p
        where p.referral_id = h.referral_id and p.organisation_id = app_organisation() and p.until > app_now());
    grant select on readable_codes to throughgate_professional;

    revoke select on referral_history from throughgate_professional;
    grant select (id, referral_id, case_id, happened_at, event, from_state, to_state, by_role, by_person, by_organisation, sequence)
      on referral_history to throughgate_professional;
  `.execute(db)
}
