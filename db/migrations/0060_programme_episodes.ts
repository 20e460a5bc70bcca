import { type Kysely, sql } from 'kysely'

/**
 * What F1 to F6 are counted from: one row a mother's case, without name, number or words, drawn each night from the nominations. It outlives the case.
 * Only the statistician's role reads it. Of the answers on a case the statistician reads whether somebody is a parent, of how many, and
 * whether contact is recorded as permitted, by way of a view.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';
    create table programme_episode (
      id uuid primary key,
      -- The case it is drawn from, while that is kept. Null: synthetic history, or a case that is gone.
      case_id uuid unique,
      is_synthetic boolean not null default false,
      woman bytea not null,
      -- The year it lies in is the one she is counted in.
      reachable_on date not null,
      contact_permitted text check (contact_permitted in ('yes', 'no')),
      has_time_to_finish boolean not null,
      nominated boolean not null,
      started boolean not null,
      outcome text not null check (outcome in ('open', 'completed', 'left', 'not_reached')),
      reason text check (reason in
        ('no_place', 'no_time', 'no_programme', 'released', 'transferred', 'choice', 'security', 'clash')),
      rotl text not null check (rotl in ('not_needed', 'used', 'not_used')),
      children integer check (children >= 0),
      drawn_at timestamptz not null
    );
    create index programme_episode_reachable on programme_episode (reachable_on);
    alter table programme_episode enable row level security;
    alter table programme_episode force row level security;
    create policy statistician on programme_episode to throughgate_statistician using (true) with check (true);
    create policy owner on programme_episode to throughgate_owner using (true) with check (true);
    grant select, insert, update, delete on programme_episode to throughgate_statistician;

    create view counted_parents with (security_barrier) as
      select c.id as case_id, nullif(f.facts ->> 'contactPermitted', 'unknown') as contact_permitted,
        case when t.facts ->> 'childrenPlan' = 'none' then 0 else jsonb_array_length(nullif(t.facts -> 'childBands', 'null')) end
          as children
      from person_case c
      join case_triage t on t.case_id = c.id
      join case_needs f on f.case_id = c.id
      where c.sex = 'woman'
        and (t.facts ->> 'childrenPlan' in ('elsewhere', 'visits', 'live_in', 'undecided') or t.facts ->> 'pregnancy' = 'yes'
          or exists (select from nomination n where n.case_id = c.id));
    grant select on counted_parents to throughgate_statistician;

    create policy statistician on programme for select to throughgate_statistician using (true);
    grant select (service_id, prison_codes, audiences, minimum_stay_weeks, rotl) on programme to throughgate_statistician;
    create policy statistician on cohort for select to throughgate_statistician using (true);
    grant select (id, service_id, ends_on, last_referral_on) on cohort to throughgate_statistician;
  `.execute(db)
}
