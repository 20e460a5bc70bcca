import { type Kysely, sql } from 'kysely'

/**
 * How often each topic of a case was saved, so that two topics saved side by side do not refuse each other. A topic never saved
 * has no row. Whether there is anything to avoid is unknown until somebody asks: kept before now, an empty answer says nothing.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';
    create table case_topic (
      case_id uuid not null references person_case,
      topic text not null check (topic in ('household', 'needs', 'risk', 'areas', 'money', 'safety')),
      version integer not null default 1,
      primary key (case_id, topic)
    );

    alter table case_topic enable row level security;
    alter table case_topic force row level security;
    -- That answers on safety were saved at all is for those who may read them.
    create policy readers on case_topic for select to throughgate_professional using (exists (
      select from case_reader r
      where r.case_id = case_topic.case_id and r.organisation_id = app_organisation()
        and r.tier >= case case_topic.topic when 'safety' then 3 else 1 end
        and r.until > now()
        and (r.person_id is null or r.person_id = app_person())
        and (r.role is null or r.role = app_role())));
    create policy team_insert on case_topic for insert to throughgate_professional with check (exists (
      select from person_case c
      where c.id = case_topic.case_id and c.organisation_id = app_organisation() and app_role() = 'officer'));
    create policy team_update on case_topic for update to throughgate_professional using (exists (
      select from person_case c
      where c.id = case_topic.case_id and c.organisation_id = app_organisation() and app_role() = 'officer'));
    create policy one_case on case_topic for select to throughgate_system using (case_id = app_case());
    create policy owner on case_topic to throughgate_owner using (true) with check (true);
    grant select, insert, update on case_topic to throughgate_professional;
    grant select on case_topic to throughgate_system;

    update case_safety set facts = facts - 'avoid'
    where facts -> 'avoid' = '{"authorities": [], "serviceIds": []}'::jsonb;
  `.execute(db)
}
