import { type Kysely, sql } from 'kysely'

/**
 * The audit as an administrator or an editor reads it: who, for whom and of what, by names of colleagues and references of cases. Nobody
 * in prison has a name here. A view, for the names lie in tables these readers may not select; it reads as its owner, so it says
 * itself whom it answers.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';
    create index audit_entry_person on audit_entry (person_id, happened_at);
    create index audit_entry_organisation on audit_entry (organisation_id, happened_at);

    create view audit_reading with (security_barrier) as
      select a.id, a.happened_at, a.person_id, p.name as person_name, a.organisation_id, o.name as organisation_name,
        a.role, a.action, a.subject_kind, a.subject_id, a.detail,
        case a.subject_kind
          when 'case' then (select c.reference from person_case c where c.id = a.subject_id)
          when 'referral' then (select r.reference from referral r where r.id = a.subject_id)
          when 'service' then (select s.name from service s where s.id = a.subject_id)
          when 'person' then (select q.name from person q where q.id = a.subject_id)
          when 'organisation' then (select q.name from organisation q where q.id = a.subject_id)
        end as subject_name
      from audit_entry a
      left join person p on p.id = a.person_id
      left join organisation o on o.id = a.organisation_id
      where app_role() in ('administrator', 'editor');
    grant select on audit_reading to throughgate_professional;

    -- A case and its referrals, by the reference of either: what is asked of when somebody asks who read this person.
    create function audited_under(asked text) returns table (subject_id uuid)
      language sql stable security definer set search_path = public, pg_temp as $$
      with the_case as (
        select id from person_case where reference = upper(trim(asked))
        union select case_id from referral where reference = upper(trim(asked)))
      select id from the_case where app_role() in ('administrator', 'editor')
      union all
      select r.id from referral r join the_case c on c.id = r.case_id where app_role() in ('administrator', 'editor')
    $$;
    revoke execute on function audited_under from public;
    grant execute on function audited_under to throughgate_professional;

    -- Whose acts may be asked for: colleagues past and present.
    create view audited_people with (security_barrier) as
      select distinct p.id, p.name, o.name as organisation_name
      from person p join membership m on m.person_id = p.id join organisation o on o.id = m.organisation_id
      where app_role() in ('administrator', 'editor');
    grant select on audited_people to throughgate_professional;
  `.execute(db)
}
