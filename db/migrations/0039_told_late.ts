import { type Kysely, sql } from 'kysely'

/**
 * What is withheld from a provider may be passed on later, and is told of the provider's referrals together: of one that has closed
 * meanwhile as well, for the facts it reads are one and the same. What was kept while it was asked of each referral opens nothing that
 * another of the provider's withholds. The officer who may pass it on asks of a provider by name.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';
    alter table referral_change add column for_provider boolean not null default false;
    alter table referral_change alter column for_provider set default true;

    -- Until it is passed on, or the person is referred there again with the answer as it is then.
    create function withheld_from(of_case uuid, provider uuid) returns text[]
    language sql stable security definer set search_path = public, pg_temp as $$
      with noted as (
        select f.referral_id, f.fact, c.passed_on, c.for_provider, c.changed_at, c.sequence
        from referral_change_fact f
        join referral_change c on c.id = f.change_id
        join referral r on r.id = f.referral_id
        where f.case_id = of_case and r.provider_organisation_id = provider
          and (provider = app_organisation() or (app_role() = 'officer' and exists (
            select from person_case p where p.id = of_case and p.organisation_id = app_organisation()))))
      select coalesce(array_agg(distinct latest.fact), '{}') from (
        select distinct on (referral_id, fact) * from noted order by referral_id, fact, sequence desc) latest
      where not latest.passed_on
        and not exists (
          select from noted later where later.fact = latest.fact and later.sequence > latest.sequence
            and later.passed_on and later.for_provider)
        and not exists (
          select from referral again where again.case_id = of_case
            and again.provider_organisation_id = provider and again.submitted_at > latest.changed_at)
    $$;
    revoke execute on function withheld_from from public;
    grant execute on function withheld_from to throughgate_professional;
    create or replace function withheld_facts(of_case uuid) returns text[]
    language sql stable security definer set search_path = public, pg_temp as $$
      select withheld_from(of_case, app_organisation())
    $$;
  `.execute(db)
}
