import { type Kysely, sql } from 'kysely'

/**
 * The places a prison's team thinks of for a case, each with a note. They are the team's own: what was thought of for her is told
 * to no provider, whatever tier it holds. A note is never overwritten: each wording is a row, the last is the one that stands.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';
    create table case_shortlist (
      id uuid primary key,
      case_id uuid not null references person_case,
      service_id uuid not null references service,
      added_by uuid not null references person,
      added_at timestamptz not null,
      -- How it stood then, so that what changed since can be said.
      group_then text not null check (group_then in ('eligible', 'eligible_once_answered', 'discuss', 'not_eligible')),
      -- On the day she needs a bed; null for a service that keeps none.
      vacancy_then text check (vacancy_then in ('free', 'to_check', 'full', 'not_confirmed')),
      removed_by uuid references person,
      removed_at timestamptz,
      note_version integer not null default 0,
      check ((removed_at is null) = (removed_by is null)),
      unique (id, case_id)
    );
    create unique index case_shortlist_once on case_shortlist (case_id, service_id) where removed_at is null;

    create table case_shortlist_note (
      id uuid primary key,
      entry_id uuid not null,
      case_id uuid not null,
      version integer not null check (version > 0),
      -- Null where the note was taken away.
      note bytea,
      written_by uuid not null references person,
      written_at timestamptz not null,
      constraint case_shortlist_note_entry foreign key (entry_id, case_id) references case_shortlist (id, case_id),
      unique (entry_id, version)
    );
    create index case_shortlist_note_case on case_shortlist_note (case_id);
  `.execute(db)

  await keepToTheTeam(db, 'case_shortlist', 'select, insert, update (removed_by, removed_at, note_version)')
  await keepToTheTeam(db, 'case_shortlist_note', 'select, insert')
}

/** Its readers are those of the whole case, and of them the officers of the prison that holds it; they alone write. */
async function keepToTheTeam(db: Kysely<unknown>, table: string, rights: string): Promise<void> {
  const name = sql.table(table)
  const caseId = sql.ref(`${table}.case_id`)
  const team = sql`app_role() = 'officer' and exists (
    select from person_case c where c.id = ${caseId} and c.organisation_id = app_organisation())`
  const readers = sql`app_role() = 'officer' and exists (
    select from case_reader r
    where r.case_id = ${caseId} and r.organisation_id = app_organisation() and r.tier >= 3
      and r.referral_id is null and r.until > app_now()
      and (r.person_id is null or r.person_id = app_person())
      and (r.role is null or r.role = app_role()))`
  await sql`
    alter table ${name} enable row level security;
    alter table ${name} force row level security;
    create policy readers on ${name} for select to throughgate_professional using (${readers});
    create policy team_insert on ${name} for insert to throughgate_professional with check (${team});
    create policy team_update on ${name} for update to throughgate_professional using (${team}) with check (${team});
    create policy owner on ${name} to throughgate_owner using (true) with check (true);
    grant ${sql.raw(rights)} on ${name} to throughgate_professional;
  `.execute(db)
}
