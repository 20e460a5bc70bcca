import { type Kysely, sql } from 'kysely'

/**
 * Cases, one person's one release episode. Who may read what is a row in case_reader, and every policy below asks it alone:
 * the prison's team at tier 3, a provider at tier 1 from submission, its named assessor and managers above that after
 * taking the referral to assess.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';
    create sequence case_reference start 10001;

    create table person_case (
      id uuid primary key,
      reference text not null unique,
      organisation_id uuid not null references organisation,
      prison_code text not null check (prison_code ~ '^[A-Z]{3}$'),
      sex text not null check (sex in ('woman', 'man', 'unknown')),
      release_on date,
      release_confidence text not null check (release_confidence in ('firm', 'likely', 'not_known')),
      created_by uuid not null references person,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      closed_at timestamptz,
      version integer not null default 1,
      check ((release_on is null) = (release_confidence = 'not_known')),
      unique (id, organisation_id)
    );
    create index person_case_queue on person_case (organisation_id, release_on) where closed_at is null;

    create table case_reader (
      id uuid primary key,
      case_id uuid not null,
      organisation_id uuid not null references organisation,
      -- Both null: the whole organisation. A person: the named assessor. A role: its managers.
      person_id uuid references person,
      role text,
      tier smallint not null check (tier between 1 and 3),
      referral_id uuid,
      until timestamptz not null default 'infinity',
      -- A row of the prison's own team names no referral and must be of the organisation that holds the case.
      team_organisation_id uuid generated always as (case when referral_id is null then organisation_id end) stored,
      constraint case_reader_case foreign key (case_id) references person_case deferrable initially deferred,
      constraint case_reader_team foreign key (case_id, team_organisation_id)
        references person_case (id, organisation_id) deferrable initially deferred
    );
    create index case_reader_case on case_reader (case_id, organisation_id);
    create index case_reader_organisation on case_reader (organisation_id, case_id);
    create index case_reader_referral on case_reader (referral_id);

    create table case_key (case_id uuid primary key references person_case, wrapped_key bytea not null);

    create table case_identity (
      case_id uuid primary key references person_case,
      organisation_id uuid not null references organisation,
      prison_number_hash bytea not null,
      prison_number bytea not null,
      name bytea not null,
      date_of_birth bytea not null,
      crn bytea,
      open boolean not null default true,
      version integer not null default 1
    );
    create unique index case_identity_once on case_identity (organisation_id, prison_number_hash) where open;
    create index case_identity_person on case_identity (organisation_id, prison_number_hash);

    -- What triage must not read: person_case itself is open to it.
    create table case_custody (
      case_id uuid primary key references person_case,
      custody_status text not null check (custody_status in ('sentenced', 'remand', 'recall')),
      received_on date,
      release_type text check (release_type in ('automatic', 'hdc', 'parole', 'end_of_sentence', 'court', 'unknown')),
      home_authority text not null check (home_authority ~ '^E0[68][0-9]{6}$' or home_authority in ('outside', 'unknown'))
    );

    create table case_triage (case_id uuid primary key references person_case, facts jsonb not null, version integer not null default 1);
    create table case_needs (case_id uuid primary key references person_case, facts jsonb not null, version integer not null default 1);
    create table case_safety (case_id uuid primary key references person_case, facts jsonb not null, version integer not null default 1);

    create table release_date_change (
      id uuid primary key,
      case_id uuid not null references person_case,
      old_release_on date,
      new_release_on date,
      cause text not null,
      changed_by uuid not null references person,
      changed_at timestamptz not null
    );

    -- The prison's own: triage reads of a case that it is closed, never why. A case that was reopened can be closed again.
    create table case_closing (
      id uuid primary key,
      case_id uuid not null references person_case,
      reason text not null check (reason in
        ('housed', 'released_elsewhere', 'transferred', 'recalled_or_remanded', 'died', 'other')),
      note bytea,
      closed_by uuid not null references person,
      closed_at timestamptz not null,
      reopened_by uuid references person,
      reopened_at timestamptz,
      check (reason <> 'other' or note is not null),
      check ((reopened_at is null) = (reopened_by is null))
    );
    create unique index case_closing_once on case_closing (case_id) where reopened_at is null;

    -- Evidence of unmet need: once per case, day and criteria. The criteria hold no words a person typed.
    create table case_search (
      id uuid primary key,
      case_id uuid not null references person_case,
      searched_on date not null,
      criteria jsonb not null,
      criteria_hash text not null,
      counts jsonb not null,
      unique (case_id, searched_on, criteria_hash)
    );
  `.execute(db)

  await sql`
    alter table case_reader enable row level security;
    alter table case_reader force row level security;
    create policy own on case_reader for select to throughgate_professional using (organisation_id = app_organisation());
    -- An officer opens a case to her own team; the system opens it to a provider, for the one case it acts on.
    create policy open_case on case_reader for insert to throughgate_professional
      with check (organisation_id = app_organisation() and app_role() = 'officer' and referral_id is null);
    create policy one_case on case_reader to throughgate_system using (case_id = app_case()) with check (case_id = app_case());
    create policy worker on case_reader to throughgate_worker using (true);
    create policy owner on case_reader to throughgate_owner using (true) with check (true);

    alter table person_case enable row level security;
    alter table person_case force row level security;
    create policy readers on person_case for select to throughgate_professional using (${readable('person_case.id', 1)});
    create policy team_insert on person_case for insert to throughgate_professional
      with check (organisation_id = app_organisation() and app_role() = 'officer');
    create policy team_update on person_case for update to throughgate_professional
      using (organisation_id = app_organisation() and app_role() = 'officer')
      with check (organisation_id = app_organisation() and app_role() = 'officer');
    create policy one_case on person_case for select to throughgate_system using (id = app_case());
    create policy worker on person_case for select to throughgate_worker using (true);
    create policy owner on person_case to throughgate_owner using (true) with check (true);

    grant select, insert on case_reader to throughgate_professional;
    grant select, insert, update on case_reader to throughgate_system;
    grant select, update (until) on case_reader to throughgate_worker;
    grant select, insert, update on person_case to throughgate_professional;
    grant select on person_case to throughgate_system;
    grant select (id, organisation_id, release_on, release_confidence, closed_at) on person_case to throughgate_worker;
    grant usage on sequence case_reference to throughgate_professional;
  `.execute(db)

  await protect(db, 'case_key', 1)
  await protect(db, 'case_triage', 1)
  await protect(db, 'case_identity', 2)
  await protect(db, 'case_custody', 2)
  await protect(db, 'case_needs', 2)
  await protect(db, 'case_safety', 3)
  await protect(db, 'release_date_change', 2)
  // What was searched for her, and why her case ended, is the prison's own: a named assessor of one provider learns nothing of others.
  for (const table of ['case_search', 'case_closing']) {
    await protect(db, table, 3)
    await sql`create policy team on ${sql.table(table)} as restrictive for select to throughgate_professional
      using (app_role() = 'officer')`.execute(db)
  }
}

/** Readers of the case from the tier up may read; the prison's own team, who hold tier 3 by right, may write. */
async function protect(db: Kysely<unknown>, table: string, tier: number): Promise<void> {
  const name = sql.table(table)
  const team = sql`exists (select from person_case c where c.id = case_id and c.organisation_id = app_organisation() and app_role() = 'officer')`
  await sql`
    alter table ${name} enable row level security;
    alter table ${name} force row level security;
    create policy readers on ${name} for select to throughgate_professional using (${readable(`${table}.case_id`, tier)});
    create policy team_insert on ${name} for insert to throughgate_professional with check (${team});
    create policy team_update on ${name} for update to throughgate_professional using (${team}) with check (${team});
    create policy owner on ${name} to throughgate_owner using (true) with check (true);
    grant select, insert, update on ${name} to throughgate_professional;
  `.execute(db)
}

/** Written out in each policy, not a function: PostgreSQL does not inline a function that holds a subquery. */
function readable(caseId: string, tier: number) {
  return sql`exists (
    select from case_reader r
    where r.case_id = ${sql.ref(caseId)} and r.organisation_id = app_organisation() and r.tier >= ${sql.lit(tier)}
      and r.until > now()
      and (r.person_id is null or r.person_id = app_person())
      and (r.role is null or r.role = app_role()))`
}
