import { type Kysely, sql } from 'kysely'

/**
 * Who stands on a prison's release list: the denominator of coverage (M0), of whom also those without a case. No name and no number, only a
 * keyed hash of it; who is taken off the list, or leaves on another day, keeps the row that was.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';
    create table release_list_entry (
      id uuid primary key,
      organisation_id uuid not null references organisation,
      prison_code text not null check (prison_code ~ '^[A-Z]{3}$'),
      prison_number_hash bytea not null,
      release_on date not null,
      sex text not null check (sex in ('woman', 'man')),
      listed_by uuid not null references person,
      listed_at timestamptz not null,
      removed_by uuid references person,
      removed_at timestamptz,
      removed_because text check (removed_because in ('gone', 'moved')),
      check ((removed_at is null) = (removed_by is null) and (removed_at is null) = (removed_because is null))
    );
    create unique index release_list_entry_once on release_list_entry (organisation_id, prison_number_hash, release_on)
      where removed_at is null;
    create index release_list_entry_day on release_list_entry (release_on);

    alter table release_list_entry enable row level security;
    alter table release_list_entry force row level security;
    create policy team on release_list_entry to throughgate_professional
      using (organisation_id = app_organisation() and app_role() = 'officer')
      with check (organisation_id = app_organisation() and app_role() = 'officer');
    create policy statistician on release_list_entry for select to throughgate_statistician using (true);
    create policy owner on release_list_entry to throughgate_owner using (true) with check (true);
    grant select, insert, update (removed_by, removed_at, removed_because) on release_list_entry to throughgate_professional;
    grant select (id, prison_code, prison_number_hash, release_on, sex, listed_at, removed_at, removed_because)
      on release_list_entry to throughgate_statistician;
  `.execute(db)
}
