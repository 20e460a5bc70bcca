import { type Kysely, sql } from 'kysely'

/**
 * Supply as it was, night by night: what every service stated and had, so that any question can be asked of an earlier night, and the
 * beds of the region. No person and no site is in either. A reading is never changed.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';
    create table supply_reading (
      night date not null,
      -- The service may be gone since: what it was stays.
      service_id uuid not null,
      -- Its kind, the authorities it covers, its answers, and how many beds: as in app/domain/supply/service.ts.
      service jsonb not null check (jsonb_typeof(service) = 'object'),
      taken_at timestamptz not null,
      primary key (night, service_id)
    );
    create table bed_night (
      night date not null,
      provision text not null check (provision in ('women_only', 'mixed')),
      beds integer not null check (beds >= 0),
      -- At services whose vacancies were confirmed, and not yet to be checked.
      fresh_beds integer not null check (fresh_beds between 0 and beds),
      fresh_free integer not null check (fresh_free between 0 and fresh_beds),
      primary key (night, provision)
    );

    create function refuse_reading_change() returns trigger language plpgsql as $$
    begin
      raise exception 'A reading of supply is kept as it was' using errcode = 'restrict_violation';
    end $$;
    create trigger frozen before update or delete or truncate on supply_reading
      for each statement execute function refuse_reading_change();

    alter table supply_reading enable row level security;
    alter table supply_reading force row level security;
    create policy readers on supply_reading for select to throughgate_commissioner, throughgate_worker using (true);
    create policy worker on supply_reading for insert to throughgate_worker with check (true);
    create policy owner on supply_reading to throughgate_owner using (true) with check (true);
    grant select on supply_reading to throughgate_commissioner;
    grant select, insert on supply_reading to throughgate_worker;

    alter table bed_night enable row level security;
    alter table bed_night force row level security;
    create policy readers on bed_night for select
      to throughgate_commissioner, throughgate_statistician, throughgate_worker using (true);
    create policy worker on bed_night for insert to throughgate_worker with check (true);
    create policy owner on bed_night to throughgate_owner using (true) with check (true);
    grant select on bed_night to throughgate_commissioner, throughgate_statistician;
    grant select, insert on bed_night to throughgate_worker;
  `.execute(db)
}
