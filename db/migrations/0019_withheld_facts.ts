import { type Kysely, sql } from 'kysely'

/**
 * A fact saved anew that the person does not agree to pass on is withheld from providers by the database: each table of facts is
 * read through a view, which leaves such facts out. Which they are is kept by tier, no longer in the history both sides read.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';
    create table referral_change_fact (
      change_id uuid not null references referral_change,
      referral_id uuid not null,
      case_id uuid not null,
      fact text not null,
      tier smallint not null check (tier between 1 and 3),
      primary key (change_id, fact),
      foreign key (referral_id, case_id) references referral (id, case_id)
    );
    create index referral_change_fact_referral on referral_change_fact (referral_id);
    create index referral_change_fact_case on referral_change_fact (case_id);

    insert into referral_change_fact (change_id, referral_id, case_id, fact, tier)
    select c.id, c.referral_id, c.case_id, code, case when t.facts ? code then 1 when n.facts ? code then 2 else 3 end
    from referral_change c
    join referral_history h on h.id = c.history_id
    join case_triage t on t.case_id = c.case_id
    join case_needs n on n.case_id = c.case_id
    cross join unnest(h.reasons) as code;
    update referral_history set reasons = '{}' where event = 'changed';

    alter table referral_change_fact enable row level security;
    alter table referral_change_fact force row level security;
    create policy readers on referral_change_fact for select to throughgate_professional using (exists (
      select from case_reader r
      where r.case_id = referral_change_fact.case_id and r.organisation_id = app_organisation()
        and r.tier >= referral_change_fact.tier and r.until > app_now()
        and (r.person_id is null or r.person_id = app_person())
        and (r.role is null or r.role = app_role())
        and (r.referral_id is null or r.referral_id = referral_change_fact.referral_id)));
    create policy officers_insert on referral_change_fact for insert to throughgate_professional
      with check (app_role() = 'officer' and exists (
        select from referral_party p where p.referral_id = referral_change_fact.referral_id
          and p.organisation_id = app_organisation() and p.until > app_now()));
    create policy owner on referral_change_fact to throughgate_owner using (true) with check (true);
    grant select, insert on referral_change_fact to throughgate_professional;

    -- Until it is saved anew and passed on, or the person is referred there again with the answer as it is then.
    create function withheld_facts(of_case uuid) returns text[]
    language sql stable security definer set search_path = public, pg_temp as $$
      select coalesce(array_agg(latest.fact), '{}') from (
        select distinct on (f.referral_id, f.fact) f.fact, c.passed_on, c.changed_at
        from referral_change_fact f
        join referral_change c on c.id = f.change_id
        join referral r on r.id = f.referral_id
        where f.case_id = of_case and c.settled_at is null and r.provider_organisation_id = app_organisation()
        order by f.referral_id, f.fact, c.sequence desc) latest
      where not latest.passed_on and not exists (
        select from referral again where again.case_id = of_case
          and again.provider_organisation_id = app_organisation() and again.submitted_at > latest.changed_at)
    $$;
    revoke execute on function withheld_facts from public;
    grant execute on function withheld_facts to throughgate_professional;
  `.execute(db)
  await readThroughView(db, 'triage', 1)
  await readThroughView(db, 'needs', 2)
  await readThroughView(db, 'safety', 3)
}

/** The view asks what the table's own policy asks, for it reads as its owner; nobody else reads the facts of the table. */
async function readThroughView(db: Kysely<unknown>, name: string, tier: number): Promise<void> {
  const table = sql.table(`case_${name}`)
  const view = sql.table(`readable_${name}`)
  await sql`
    create view ${view} with (security_barrier) as
      select f.case_id, case when app_role() = 'officer' then f.facts else f.facts - withheld_facts(f.case_id) end as facts
      from ${table} f
      where exists (
        select from case_reader r
        where r.case_id = f.case_id and r.organisation_id = app_organisation() and r.tier >= ${sql.lit(tier)}
          and r.until > app_now()
          and (r.person_id is null or r.person_id = app_person())
          and (r.role is null or r.role = app_role()));
    grant select on ${view} to throughgate_professional;
    revoke select on ${table} from throughgate_professional;
    grant select (case_id, version) on ${table} to throughgate_professional;
  `.execute(db)
}
