import { type Kysely, sql } from 'kysely'

/**
 * The decision as the officer saw it when she referred, with the reasons no provider may read: her team's alone, whatever tier a
 * provider reads. Of referrals made before, those reasons were never kept: they are left out, and not the words for a provider.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';
    create table referrer_decision (
      referral_id uuid primary key,
      case_id uuid not null,
      decision jsonb not null,
      foreign key (referral_id, case_id) references referral (id, case_id)
    );

    insert into referrer_decision (referral_id, case_id, decision)
    select d.referral_id, d.case_id, jsonb_set(d.decision, '{answers}', coalesce((
      select jsonb_agg(case when answer ->> 'reason' = 'Speak to the referrer'
        then answer || '{"reason": null}' else answer end order by place)
      from jsonb_array_elements(d.decision -> 'answers') with ordinality as answers (answer, place)), '[]'))
    from referral_decision d where d.tier = 3;

    alter table referrer_decision enable row level security;
    alter table referrer_decision force row level security;
    create policy referrers on referrer_decision for select to throughgate_professional using (exists (
      select from referral_party p
      where p.referral_id = referrer_decision.referral_id and p.organisation_id = app_organisation()
        and p.side = 'referrer' and p.until > app_now())
      and exists (
        select from case_reader r
        where r.case_id = referrer_decision.case_id and r.organisation_id = app_organisation()
          and r.tier = 3 and r.until > app_now()
          and (r.person_id is null or r.person_id = app_person())
          and (r.role is null or r.role = app_role())
          and (r.referral_id is null or r.referral_id = referrer_decision.referral_id)));
    create policy refer on referrer_decision for insert to throughgate_professional
      with check (app_role() = 'officer' and exists (
        select from referral_party p
        where p.referral_id = referrer_decision.referral_id and p.organisation_id = app_organisation()
          and p.side = 'referrer' and p.until > app_now()));
    create policy owner on referrer_decision to throughgate_owner using (true) with check (true);
    grant select, insert on referrer_decision to throughgate_professional;
  `.execute(db)
}
