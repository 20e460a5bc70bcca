import { type Kysely, sql } from 'kysely'

/**
 * Triage reads children in bands and the week of a release: their ages and the days move from what tier 1 keeps to what
 * tier 2 does, and the support somebody needs moves the other way. Of what was shown with a referral, the words that held a
 * child's age are no longer among those of tier 1. An officer answers at tier 1 what was asked at triage, so that whoever asked
 * can read it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';

    update case_needs n
    set facts = n.facts || jsonb_build_object('children', t.facts -> 'children', 'release', t.facts -> 'release')
    from case_triage t where t.case_id = n.case_id;

    update case_triage t
    set facts = (t.facts - 'children' - 'release') || jsonb_build_object(
      'supportNeed', coalesce(n.facts -> 'supportNeed', '"unknown"'),
      'childBands', case when jsonb_typeof(t.facts -> 'children') = 'array' then coalesce((
        select jsonb_agg(case when age < 5 then 'under_5' when age < 11 then '5_10' else '11_17' end order by age)
        from (select (child -> 'age' ->> 'max')::int as age
          from jsonb_array_elements(t.facts -> 'children') as child) as ages), '[]') end)
    from case_needs n where n.case_id = t.case_id;

    update case_needs set facts = facts - 'supportNeed';

    update referral_decision d
    set decision = jsonb_set(d.decision, '{answers}', (
      select jsonb_agg(case when answer ->> 'criterion' = 'children'
        then answer || '{"tier": 2, "reason": null, "known": null}' else answer end order by place)
      from jsonb_array_elements(d.decision -> 'answers') with ordinality as answers (answer, place)))
    where d.tier = 1 and jsonb_array_length(d.decision -> 'answers') > 0;

    drop policy parties_insert on referral_note;
    create policy parties_insert on referral_note for insert to throughgate_professional with check (
      exists (select from referral_party p where p.referral_id = referral_note.referral_id
        and p.organisation_id = app_organisation() and p.until > now())
      and tier >= case when app_role() <> 'officer' then 1 else (
        select case when r.assessor_id is null and exists (select from referral_history h
          where h.id = referral_note.id and h.referral_id = r.id and h.event = 'answer_information')
          then 1 else least(2, r.agreed_tier) end
        from referral r where r.id = referral_note.referral_id) end);
  `.execute(db)
}
