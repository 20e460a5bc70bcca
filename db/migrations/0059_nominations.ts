import { type Kysely, sql } from 'kysely'

/**
 * Nominations to family programmes: who was named for which run, and every step since. A place is a place in its run, and the run never
 * takes more than it has. The programme's provider reads of the person what a nomination needs, by way of a view and no table: no name, and nothing
 * once the person has taken the agreement back.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';
    alter table cohort add constraint cohort_of_service unique (id, service_id);

    create table nomination (
      id uuid primary key,
      case_id uuid not null references person_case,
      service_id uuid not null references programme,
      -- Null where the programme runs without cohorts.
      cohort_id uuid,
      -- What the person said; with a no nobody but the prison's team reads it.
      agreed text not null check (agreed in ('yes', 'no')),
      state text not null check (state in ('nominated', 'checks', 'waiting', 'place', 'started', 'completed', 'left')),
      left_reason text check (left_reason in
        ('released', 'transferred', 'choice', 'security', 'clash', 'no_place', 'no_time', 'agreement', 'mistake')),
      licence text check (licence in ('used', 'not_used')),
      nominated_by uuid not null references person,
      nominated_at timestamptz not null,
      state_changed_at timestamptz not null,
      version integer not null default 1,
      foreign key (cohort_id, service_id) references cohort (id, service_id),
      check ((left_reason is not null) = (state = 'left')),
      check (agreed = 'yes' or state = 'left')
    );
    create unique index nomination_once on nomination (case_id, service_id) where state not in ('completed', 'left');
    create index nomination_service on nomination (service_id, cohort_id);

    create table nomination_step (
      id uuid primary key,
      sequence bigint generated always as identity,
      nomination_id uuid not null references nomination,
      event text not null,
      from_state text,
      to_state text not null,
      -- Why it was left, and the licence, as they were before: taking a step back puts them back.
      was jsonb not null default '{}',
      detail text,
      happened_at timestamptz not null,
      by_person uuid not null references person,
      by_side text not null check (by_side in ('officer', 'provider')),
      taken_back_at timestamptz,
      taken_back_by uuid references person,
      check ((taken_back_at is null) = (taken_back_by is null))
    );
    create index nomination_step_nomination on nomination_step (nomination_id, sequence);

    -- Runs as its owner: whoever moves a nomination moves the numbers of its run, and nobody else can.
    create function count_places() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      takes constant text[] := array['place', 'started', 'completed'];
      more integer := (new.state = any (takes))::integer;
      waits integer := (new.state = 'waiting')::integer;
    begin
      if tg_op = 'UPDATE' then
        more := more - (old.state = any (takes))::integer;
        waits := waits - (old.state = 'waiting')::integer;
      end if;
      if new.cohort_id is null or (more = 0 and waits = 0) then return null; end if;
      update cohort set taken = greatest(taken + more, 0), waiting = greatest(waiting + waits, 0)
        where id = new.cohort_id and taken + more <= capacity;
      if not found then
        raise exception 'The run is full' using errcode = 'check_violation', constraint = 'nomination_place_free';
      end if;
      return null;
    end $$;
    create trigger count_places after insert or update of state on nomination
      for each row execute function count_places();

    alter table message add column nomination_id uuid references nomination;
  `.execute(db)

  await protectNomination(db)
  await protectSteps(db)
  await sql`
    -- Nothing above what a nomination needs: no name, no risk; the day of release from a week before it on, as at triage.
    create view nominee with (security_barrier) as
      select n.id as nomination_id, c.reference, c.prison_code, c.sex, c.release_confidence, t.facts ->> 'ageBand' as age_band,
        t.facts ->> 'childrenPlan' as children_plan, t.facts -> 'childBands' as child_bands,
        case when told.the_day then c.release_on else date_trunc('week', c.release_on)::date end as release_on,
        case when not told.the_day then date_trunc('week', c.release_on)::date + 6 end as release_until,
        (p.child_contact_clearance is not true or f.facts ->> 'contactPermitted' = 'yes') as contact_is_clear
      from nomination n
      join person_case c on c.id = n.case_id
      join case_triage t on t.case_id = n.case_id
      join case_needs f on f.case_id = n.case_id
      join programme p on p.service_id = n.service_id
      cross join lateral (
        select c.release_on <= (app_now() at time zone 'Europe/London')::date + 7 as the_day) told
      where (${PROVIDER})
        and (n.state not in ('completed', 'left') or n.state_changed_at > app_now() - interval '28 days');
    grant select on nominee to throughgate_professional;
  `.execute(db)
}

/** The provider of the programme, once the person has agreed and for as long as she has. Written out: see 0004. */
const PROVIDER = sql`app_role() in ('provider_worker', 'provider_manager', 'council_officer')
  and n.agreed = 'yes' and n.left_reason is distinct from 'agreement' and n.left_reason is distinct from 'mistake'
  and exists (select from service s where s.id = n.service_id and s.organisation_id = app_organisation())`

const TEAM = sql`app_role() = 'officer'
  and exists (select from person_case c where c.id = nomination.case_id and c.organisation_id = app_organisation())`

const OF_SERVICE = sql`app_role() in ('provider_worker', 'provider_manager', 'council_officer')
  and agreed = 'yes' and left_reason is distinct from 'agreement' and left_reason is distinct from 'mistake'
  and exists (select from service s where s.id = nomination.service_id and s.organisation_id = app_organisation())`

async function protectNomination(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table nomination enable row level security;
    alter table nomination force row level security;
    create policy parties on nomination for select to throughgate_professional using ((${TEAM}) or (${OF_SERVICE}));
    create policy team_insert on nomination for insert to throughgate_professional with check (${TEAM});
    create policy step on nomination for update to throughgate_professional
      using ((${TEAM}) or (${OF_SERVICE})) with check ((${TEAM}) or (${OF_SERVICE}));
    create policy worker on nomination for select to throughgate_worker using (true);
    create policy statistician on nomination for select to throughgate_statistician using (true);
    create policy owner on nomination to throughgate_owner using (true) with check (true);
    grant select, insert, update (state, left_reason, licence, state_changed_at, version) on nomination
      to throughgate_professional;
    grant select (id, case_id, service_id, nominated_by) on nomination to throughgate_worker;
    grant select (id, case_id, service_id, cohort_id, agreed, state, left_reason, licence, nominated_at)
      on nomination to throughgate_statistician;
  `.execute(db)
}

/** Who reads a nomination reads its steps: the subquery is narrowed by the policy of nomination. */
async function protectSteps(db: Kysely<unknown>): Promise<void> {
  const read = sql`exists (select from nomination n where n.id = nomination_step.nomination_id)`
  const own = sql`by_side = case when app_role() = 'officer' then 'officer' else 'provider' end`
  await sql`
    alter table nomination_step enable row level security;
    alter table nomination_step force row level security;
    create policy parties on nomination_step for select to throughgate_professional using (${read});
    create policy step on nomination_step for insert to throughgate_professional
      with check (${read} and ${own} and by_person = app_person());
    create policy take_back on nomination_step for update to throughgate_professional
      using (${read} and ${own}) with check (${own} and taken_back_by = app_person());
    create policy worker on nomination_step for select to throughgate_worker using (true);
    create policy statistician on nomination_step for select to throughgate_statistician using (true);
    create policy owner on nomination_step to throughgate_owner using (true) with check (true);
    grant select, insert, update (taken_back_at, taken_back_by) on nomination_step to throughgate_professional;
    grant select (id, nomination_id, event, happened_at, by_person, by_side) on nomination_step to throughgate_worker;
    grant select (nomination_id, to_state, taken_back_at) on nomination_step to throughgate_statistician;
  `.execute(db)
}
