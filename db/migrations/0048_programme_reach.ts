import { type Kysely, sql } from 'kysely'

/**
 * How many children a run of a programme reaches, as its provider states it, and which ends of funding have been told: each end is
 * told once at 180 and once at 90 days, and again only where its day moves. A message about a programme names its service.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';
    -- Null is "not stated".
    alter table cohort add column reach_children integer check (reach_children >= 0);

    create table funding_told (
      service_id uuid not null references programme on delete cascade,
      funding_ends_on date not null,
      alert text not null check (alert in ('within_180_days', 'within_90_days')),
      told_at timestamptz not null,
      primary key (service_id, funding_ends_on, alert)
    );
    alter table funding_told enable row level security;
    alter table funding_told force row level security;
    create policy worker on funding_told to throughgate_worker using (true) with check (true);
    create policy owner on funding_told to throughgate_owner using (true) with check (true);
    grant select, insert on funding_told to throughgate_worker;

    alter table message add column service_id uuid references service;
  `.execute(db)
}
