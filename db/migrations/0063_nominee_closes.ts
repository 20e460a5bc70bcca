import { type Kysely, sql } from 'kysely'

/**
 * What the programme's provider reads of somebody ends 28 days after the nomination did, whatever is saved after that: the day is set where the
 * state changes, and by nobody. A programme that does not state its clearance is not one without children: a "no" of public protection stands.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';
    create function date_nomination() returns trigger language plpgsql set search_path = public, pg_temp as $$
    begin
      new.state_changed_at := case when new.state = old.state then old.state_changed_at else app_now() end;
      return new;
    end $$;
    create trigger date_nomination before update on nomination for each row execute function date_nomination();
    revoke update (state_changed_at) on nomination from throughgate_professional;

    create or replace view nominee with (security_barrier) as
      select n.id as nomination_id, c.reference, c.prison_code, c.sex, c.release_confidence, t.facts ->> 'ageBand' as age_band,
        t.facts ->> 'childrenPlan' as children_plan, t.facts -> 'childBands' as child_bands,
        case when told.the_day then c.release_on else date_trunc('week', c.release_on)::date end as release_on,
        case when not told.the_day then date_trunc('week', c.release_on)::date + 6 end as release_until,
        (case when p.child_contact_clearance then f.facts ->> 'contactPermitted' = 'yes'
          when p.child_contact_clearance is null then f.facts ->> 'contactPermitted' is distinct from 'no'
          else true end) is true as contact_is_clear
      from nomination n
      join person_case c on c.id = n.case_id
      join case_triage t on t.case_id = n.case_id
      join case_needs f on f.case_id = n.case_id
      join programme p on p.service_id = n.service_id
      cross join lateral (
        select c.release_on <= (app_now() at time zone 'Europe/London')::date + 7 as the_day) told
      where app_role() in ('provider_worker', 'provider_manager', 'council_officer')
        and n.agreed = 'yes' and n.left_reason is distinct from 'agreement' and n.left_reason is distinct from 'mistake'
        and exists (select from service s where s.id = n.service_id and s.organisation_id = app_organisation())
        and (n.state not in ('completed', 'left') or n.state_changed_at > app_now() - interval '28 days');
  `.execute(db)
}
