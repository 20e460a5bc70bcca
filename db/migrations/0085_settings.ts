import { type Kysely, sql } from 'kysely'

/**
 * Settings of the region, dated as thresholds are: what is worked out reads the row that held on its day, so that a new one changes
 * nothing that was. An administrator adds a row; a wrong one is struck and stays with who struck it. Where no row holds, the number of
 * the specification does (app/domain/setting/settings.ts).
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';
    create table setting_value (
      id uuid primary key default gen_random_uuid(),
      setting text not null check (setting ~ '^[a-z][a-z0-9_]*$'),
      value integer not null check (value >= 0),
      valid_from date not null,
      why text not null,
      set_by uuid not null references person,
      set_at timestamptz not null,
      struck_by uuid references person,
      struck_at timestamptz,
      check ((struck_at is null) = (struck_by is null))
    );
    create unique index setting_value_standing on setting_value (setting, valid_from) where struck_at is null;

    alter table setting_value enable row level security;
    alter table setting_value force row level security;
    -- A limit is told to whoever must keep it.
    create policy read on setting_value for select
      to throughgate_professional, throughgate_commissioner, throughgate_system, throughgate_worker, throughgate_statistician
      using (true);
    create policy administrators_add on setting_value for insert to throughgate_professional
      with check (app_role() = 'administrator' and set_by = app_person() and struck_at is null);
    create policy administrators_strike on setting_value for update to throughgate_professional
      using (app_role() = 'administrator' and struck_at is null)
      with check (app_role() = 'administrator' and struck_by = app_person());
    create policy owner on setting_value to throughgate_owner using (true) with check (true);
    grant select on setting_value
      to throughgate_professional, throughgate_commissioner, throughgate_system, throughgate_worker;
    grant select (setting, value, valid_from, struck_at) on setting_value to throughgate_statistician;
    grant insert, update (struck_by, struck_at) on setting_value to throughgate_professional;
  `.execute(db)
}
