import { type Kysely, sql } from 'kysely'

/**
 * People nobody fits: what was tried is put down, and with the person's yes the region's coordinator reads what triage would, and whom to
 * ring. Her yes is a row of `case_reader` like any other reader's, so that taking it back ends the reading at once. Without it the
 * case counts as need and nobody is sent it. A case that ended in deportation is told apart, as figures count it apart.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';
    alter table membership drop constraint membership_role_check;
    alter table membership add constraint membership_role_check check (role in
      ('officer', 'provider_worker', 'provider_manager', 'council_officer', 'commissioner', 'editor', 'administrator',
       'coordinator'));
    alter table case_closing drop constraint case_closing_reason_check;
    alter table case_closing add constraint case_closing_reason_check check (reason in
      ('housed', 'released_elsewhere', 'transferred', 'recalled_or_remanded', 'deported', 'died', 'other'));

    create table nobody_fits (
      id uuid primary key,
      case_id uuid not null references person_case,
      -- What the person said to the coordinator reading it.
      agreed text not null check (agreed in ('yes', 'no')),
      -- Referrals and searches as they stood then: ids, codes, days and counts.
      tried jsonb not null,
      recorded_by uuid not null references person,
      recorded_at timestamptz not null,
      taken_by uuid references person,
      taken_at timestamptz,
      ended_by uuid references person,
      ended_at timestamptz,
      ended_as text check (ended_as in
        ('place_found', 'referred_elsewhere', 'nothing_found', 'agreement_withdrawn', 'taken_back', 'asked_again', 'case_closed')),
      check ((taken_at is null) = (taken_by is null)),
      check ((ended_at is null) = (ended_by is null) and (ended_at is null) = (ended_as is null)),
      unique (id, case_id)
    );
    create unique index nobody_fits_once on nobody_fits (case_id) where ended_at is null;

    create table nobody_fits_answer (
      id uuid primary key,
      entry_id uuid not null,
      case_id uuid not null,
      note bytea not null,
      written_by uuid not null references person,
      written_at timestamptz not null,
      constraint nobody_fits_answer_entry foreign key (entry_id, case_id) references nobody_fits (id, case_id)
    );
    create index nobody_fits_answer_entry on nobody_fits_answer (entry_id);

    -- A reader by way of the queue is not of the prison's team, as one by way of a referral is not.
    alter table case_reader add column queue_id uuid references nobody_fits;
    alter table case_reader drop constraint case_reader_team;
    alter table case_reader drop column team_organisation_id;
    alter table case_reader add column team_organisation_id uuid
      generated always as (case when referral_id is null and queue_id is null then organisation_id end) stored;
    alter table case_reader add constraint case_reader_team foreign key (case_id, team_organisation_id)
      references person_case (id, organisation_id) deferrable initially deferred;
    alter table case_reader add constraint case_reader_one_way check (referral_id is null or queue_id is null);
    create index case_reader_queue on case_reader (queue_id);
    drop policy open_case on case_reader;
    create policy open_case on case_reader for insert to throughgate_professional with check
      (organisation_id = app_organisation() and app_role() = 'officer' and referral_id is null and queue_id is null);
  `.execute(db)

  await protect(db, 'nobody_fits')
  await protect(db, 'nobody_fits_answer')
  await sql`
    create policy statistician on nobody_fits for select to throughgate_statistician using (true);
    grant select (id, case_id, agreed, tried, recorded_at, ended_at, ended_as) on nobody_fits to throughgate_statistician;
    grant select, insert, update (taken_by, taken_at, ended_by, ended_at, ended_as) on nobody_fits to throughgate_professional;
    grant select, insert on nobody_fits_answer to throughgate_professional;
  `.execute(db)
}

/** The prison's own team, and the coordinator for as long as the person's yes stands. */
async function protect(db: Kysely<unknown>, table: string): Promise<void> {
  const name = sql.table(table)
  const caseId = sql.ref(`${table}.case_id`)
  const team = sql`app_role() = 'officer' and exists (
    select from person_case c where c.id = ${caseId} and c.organisation_id = app_organisation())`
  const entry = sql.ref(table === 'nobody_fits' ? 'nobody_fits.id' : 'nobody_fits_answer.entry_id')
  const coordinator = sql`app_role() = 'coordinator' and exists (
    select from case_reader r
    where r.queue_id = ${entry} and r.case_id = ${caseId} and r.organisation_id = app_organisation()
      and r.role = app_role() and r.until > app_now())`
  await sql`
    alter table ${name} enable row level security;
    alter table ${name} force row level security;
    create policy readers on ${name} for select to throughgate_professional using ((${team}) or (${coordinator}));
    create policy owner on ${name} to throughgate_owner using (true) with check (true);
  `.execute(db)
  if (table === 'nobody_fits')
    await sql`
      create policy team_insert on ${name} for insert to throughgate_professional with check (${team});
      create policy change on ${name} for update to throughgate_professional
        using ((${team}) or (${coordinator})) with check ((${team}) or (${coordinator}));
    `.execute(db)
  else
    await sql`create policy answer on ${name} for insert to throughgate_professional with check (${coordinator})`.execute(
      db,
    )
}
