import { type Kysely, sql } from 'kysely'

/**
 * What is recorded of a release from its first day, because it cannot be made up later: the reception check, the night before, the first night,
 * day 91, and what a council was told. The prison's own, as the reason a case ended is. An answer is never overwritten: a new row
 * replaces the one that stood, because it changed or because it was recorded wrongly; what was recorded wrongly counts for nothing.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';
    create table outcome_check (
      id uuid primary key,
      case_id uuid not null references person_case,
      kind text not null check (kind in ('reception', 'night_before', 'first_night', 'day_91', 'council_notice')),
      -- Codes, days and authorities: no words a person typed.
      answers jsonb not null,
      recorded_by uuid not null references person,
      recorded_at timestamptz not null,
      replaced_by uuid references person,
      replaced_at timestamptz,
      replaced_because text check (replaced_because in ('changed', 'wrong')),
      check ((replaced_at is null) = (replaced_by is null) and (replaced_at is null) = (replaced_because is null))
    );
    create unique index outcome_check_once on outcome_check (case_id, kind) where replaced_at is null;
    create index outcome_check_case on outcome_check (case_id);

    alter table outcome_check enable row level security;
    alter table outcome_check force row level security;
    create policy readers on outcome_check for select to throughgate_professional
      using (app_role() = 'officer' and exists (
        select from case_reader r
        where r.case_id = outcome_check.case_id and r.organisation_id = app_organisation() and r.tier >= 3
          and r.referral_id is null and r.until > app_now()
          and (r.person_id is null or r.person_id = app_person())
          and (r.role is null or r.role = app_role())));
    create policy team_insert on outcome_check for insert to throughgate_professional
      with check (app_role() = 'officer' and exists (
        select from person_case c where c.id = outcome_check.case_id and c.organisation_id = app_organisation()));
    create policy team_update on outcome_check for update to throughgate_professional
      using (app_role() = 'officer' and exists (
        select from person_case c where c.id = outcome_check.case_id and c.organisation_id = app_organisation()))
      with check (app_role() = 'officer' and exists (
        select from person_case c where c.id = outcome_check.case_id and c.organisation_id = app_organisation()));
    create policy statistician on outcome_check for select to throughgate_statistician using (true);
    create policy owner on outcome_check to throughgate_owner using (true) with check (true);
    grant select, insert, update (replaced_by, replaced_at, replaced_because) on outcome_check to throughgate_professional;
    grant select (id, case_id, kind, answers, recorded_at, replaced_at, replaced_because) on outcome_check
      to throughgate_statistician;
  `.execute(db)
}
