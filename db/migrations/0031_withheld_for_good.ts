import { type Kysely, sql } from 'kysely'

/**
 * What a person does not agree to pass on stays withheld where it makes no difference any more: a provider who widened its policy
 * would open it. And the worker decides again in the order in which policies were written.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';
    -- Until it is saved anew and passed on, or the person is referred there again with the answer as it is then.
    create or replace function withheld_facts(of_case uuid) returns text[]
    language sql stable security definer set search_path = public, pg_temp as $$
      select coalesce(array_agg(latest.fact), '{}') from (
        select distinct on (f.referral_id, f.fact) f.fact, c.passed_on, c.changed_at
        from referral_change_fact f
        join referral_change c on c.id = f.change_id
        join referral r on r.id = f.referral_id
        where f.case_id = of_case and r.provider_organisation_id = app_organisation()
        order by f.referral_id, f.fact, c.sequence desc) latest
      where not latest.passed_on and not exists (
        select from referral again where again.case_id = of_case
          and again.provider_organisation_id = app_organisation() and again.submitted_at > latest.changed_at)
    $$;
    grant select (id, sequence) on policy_change to throughgate_worker;
  `.execute(db)
}
