import { type Kysely, sql } from 'kysely'

/**
 * What the system itself found for a woman 28 and 5 days before her release (measure M6): a code, and no service. The worker writes it once and
 * changes nothing; who counts episodes reads it; it goes with its case. The worker may know whose case is a woman's, for of nobody else is it asked.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';
    create table own_match (
      case_id uuid not null references person_case on delete cascade,
      days_before integer not null check (days_before in (28, 5)),
      -- The day of release it was made for: one that moves is another.
      release_on date not null,
      matched_on date not null check (matched_on <= release_on),
      found text not null check (found in ('some', 'none')),
      primary key (case_id, days_before, release_on)
    );
    alter table own_match enable row level security;
    alter table own_match force row level security;
    create policy worker on own_match for select to throughgate_worker using (true);
    create policy worker_insert on own_match for insert to throughgate_worker with check (true);
    create policy statistician on own_match for select to throughgate_statistician using (true);
    create policy owner on own_match to throughgate_owner using (true) with check (true);
    grant select, insert on own_match to throughgate_worker;
    grant select on own_match to throughgate_statistician;
    grant select (sex) on person_case to throughgate_worker;
  `.execute(db)
}
