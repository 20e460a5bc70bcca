import { type Kysely, sql } from 'kysely'

/**
 * What was kept of a case before it was corrected: each old value sealed under the case's own key, read by the prison's team alone.
 * And how a colleague finds a case by name: marks made of the name under a key of their own, from which no name can be read.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';

    create table case_change (
      id uuid primary key,
      case_id uuid not null references person_case,
      -- A column of the case, or 'answer.' and the fact that was answered.
      field text not null check (field ~ '^[a-zA-Z.]{2,60}$'),
      -- Null: nothing was kept before, or the words were struck out.
      was bytea,
      changed_by uuid not null references person,
      changed_at timestamptz not null,
      sequence bigint generated always as identity,
      struck_by uuid references person,
      struck_at timestamptz,
      check ((struck_at is null) = (struck_by is null)),
      check (struck_at is null or was is null)
    );
    create index case_change_case on case_change (case_id, sequence);

    alter table case_change enable row level security;
    alter table case_change force row level security;
    create policy team on case_change for select to throughgate_professional using (${ofTheTeam('case_change')});
    create policy team_insert on case_change for insert to throughgate_professional
      with check (${ofTheTeam('case_change')} and changed_by = app_person() and struck_at is null);
    -- Words that should never have been typed are struck out, once; nothing else of the history changes.
    create policy team_strikes on case_change for update to throughgate_professional
      using (${ofTheTeam('case_change')} and struck_at is null and was is not null)
      with check (${ofTheTeam('case_change')} and was is null and struck_by = app_person());
    create policy owner on case_change to throughgate_owner using (true) with check (true);
    grant select, insert, update (was, struck_by, struck_at) on case_change to throughgate_professional;

    -- The day from which the status holds, where somebody said it.
    alter table case_custody add column status_since date;

    create table case_name_mark (
      case_id uuid not null references person_case,
      organisation_id uuid not null references organisation,
      mark bytea not null check (length(mark) = 32),
      primary key (case_id, mark)
    );
    create index case_name_mark_found on case_name_mark (organisation_id, mark);
    alter table case_name_mark enable row level security;
    alter table case_name_mark force row level security;
    create policy team on case_name_mark to throughgate_professional
      using (organisation_id = app_organisation() and app_role() = 'officer')
      with check (organisation_id = app_organisation() and ${ofTheTeam('case_name_mark')});
    create policy worker on case_name_mark for select to throughgate_worker using (true);
    create policy one_case on case_name_mark to throughgate_system using (case_id = app_case()) with check (case_id = app_case());
    create policy owner on case_name_mark to throughgate_owner using (true) with check (true);
    grant select, insert, delete on case_name_mark to throughgate_professional;
    grant select (case_id) on case_name_mark to throughgate_worker;
    grant select, insert on case_name_mark to throughgate_system;

    -- The worker marks the names kept before there were marks, held to one case at a time.
    create policy one_case on case_identity for select to throughgate_system using (case_id = app_case());
    create policy one_case on case_key for select to throughgate_system using (case_id = app_case());
    grant select on case_identity, case_key to throughgate_system;

    -- Which other prison has an open case with a number: its name and phone, and nothing of the case.
    create function open_elsewhere(number_hash bytea) returns table (name text, phone text)
      language sql stable security definer set search_path = public, pg_temp as $$
      select o.name, o.phone from case_identity i join organisation o on o.id = i.organisation_id
      where i.open and i.prison_number_hash = number_hash and i.organisation_id <> app_organisation() and app_role() = 'officer'
      order by o.name limit 1
    $$;
    revoke execute on function open_elsewhere(bytea) from public;
    grant execute on function open_elsewhere(bytea) to throughgate_professional;

    alter table case_closing drop constraint case_closing_reason_check;
    alter table case_closing add constraint case_closing_reason_check check (reason in
      ('housed', 'released_elsewhere', 'transferred', 'recalled_or_remanded', 'deported', 'died', 'opened_by_mistake', 'other'));
  `.execute(db)
}

/** The viewer is an officer of the prison whose case it is. */
function ofTheTeam(table: string) {
  return sql`(app_role() = 'officer' and exists (select from person_case c
    where c.id = ${sql.ref(`${table}.case_id`)} and c.organisation_id = app_organisation()))`
}
