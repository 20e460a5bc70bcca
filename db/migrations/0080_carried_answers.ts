import { type Kysely, sql } from 'kysely'

/**
 * What somebody answered in her last episode, offered to the next and never taken for an answer until it is confirmed: the rows lie
 * beside the facts of the case, and nothing that decides reads them. The prison's team alone does.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';

    create table case_carried (
      case_id uuid not null references person_case,
      field text not null check (field ~ '^[a-zA-Z]{2,60}$'),
      -- As the table of the fact kept it; null once it is settled: the answer itself then stands, or is gone.
      value jsonb,
      -- The prison whose case it comes from, and the day that case was closed.
      from_organisation_id uuid not null references organisation,
      from_closed_at timestamptz not null,
      settled_as text check (settled_as in ('confirmed', 'changed', 'dropped')),
      settled_by uuid references person,
      settled_at timestamptz,
      primary key (case_id, field),
      check ((settled_as is null) = (settled_by is null) and (settled_as is null) = (settled_at is null)),
      check ((settled_as is null) = (value is not null))
    );

    alter table case_carried enable row level security;
    alter table case_carried force row level security;
    create policy team on case_carried for select to throughgate_professional using (${OF_THE_TEAM});
    create policy team_settles on case_carried for update to throughgate_professional
      using (${OF_THE_TEAM} and settled_as is null)
      with check (${OF_THE_TEAM} and settled_by = app_person());
    create policy owner on case_carried to throughgate_owner using (true) with check (true);
    grant select, update (value, settled_as, settled_by, settled_at) on case_carried to throughgate_professional;

    -- Carries the answers of the last closed case of the same number, the team's own or another prison's, into one that the viewer's
    -- team has just opened, once. 'unanswered' is what each question holds that nobody answered: other questions are left out.
    create function carry_answers(new_case uuid, unanswered jsonb) returns integer
      language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      number_hash bytea;
      last_case record;
      carried integer;
    begin
      if app_role() is distinct from 'officer' then return 0; end if;
      select i.prison_number_hash into number_hash
        from case_identity i join person_case c on c.id = i.case_id
        where c.id = new_case and c.organisation_id = app_organisation() and c.closed_at is null and c.created_by = app_person()
          and not exists (select from case_topic t where t.case_id = c.id)
          and not exists (select from case_carried k where k.case_id = c.id);
      if number_hash is null then return 0; end if;
      select c.id, c.organisation_id, c.closed_at into last_case
        from case_identity i join person_case c on c.id = i.case_id
        where i.prison_number_hash = number_hash and c.id <> new_case and c.closed_at is not null
          and not exists (select from case_closing x
            where x.case_id = c.id and x.reopened_at is null and x.reason = 'opened_by_mistake')
        order by c.closed_at desc limit 1;
      if last_case.id is null then return 0; end if;
      insert into case_carried (case_id, field, value, from_organisation_id, from_closed_at)
        select new_case, e.key, e.value, last_case.organisation_id, last_case.closed_at
        from case_triage t join case_needs n using (case_id) join case_safety s using (case_id),
          jsonb_each(t.facts || n.facts || s.facts) e
        where t.case_id = last_case.id and unanswered ? e.key and e.value is distinct from unanswered -> e.key;
      get diagnostics carried = row_count;
      return carried;
    end $$;
    revoke execute on function carry_answers(uuid, jsonb) from public;
    grant execute on function carry_answers(uuid, jsonb) to throughgate_professional;
  `.execute(db)
}

const OF_THE_TEAM = sql`(app_role() = 'officer' and exists (select from person_case c
  where c.id = case_carried.case_id and c.organisation_id = app_organisation()))`
