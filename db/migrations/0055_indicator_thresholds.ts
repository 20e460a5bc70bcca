import { type Kysely, sql } from 'kysely'

/**
 * Thresholds of the traffic-light report, dated: a report reads the row that held on the last day it is of, so that a new one changes no
 * earlier report. The region's commissioner or an administrator adds a row; a wrong one is struck and stays, and its reason, where
 * it should never have been typed, is struck out of it. The two that product.md states hold from the beginning; nobody set them.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';
    create table indicator_threshold (
      id uuid primary key default gen_random_uuid(),
      indicator text not null check (indicator ~ '^[a-z][a-z0-9_]*$'),
      -- Whole per cent. Where less is better green is the lower of the two, where more is better the higher.
      green integer not null check (green between 0 and 100),
      amber integer not null check (amber between 0 and 100),
      valid_from date not null,
      -- Null: struck out.
      why text,
      set_by uuid references person,
      set_at timestamptz not null,
      -- The wrong row that this one stands for.
      corrects uuid unique references indicator_threshold,
      struck_by uuid references person,
      struck_at timestamptz,
      why_struck_by uuid references person,
      why_struck_at timestamptz,
      check (green <> amber),
      check ((struck_at is null) = (struck_by is null)),
      check ((why_struck_at is null) = (why_struck_by is null) and (why_struck_at is null) = (why is not null)),
      check (why_struck_at is null or struck_at is not null)
    );
    create unique index indicator_threshold_standing on indicator_threshold (indicator, valid_from) where struck_at is null;

    insert into indicator_threshold (indicator, green, amber, valid_from, why, set_at) values
      ('stale_vacancies', 10, 25, '2000-01-01', 'The region’s first settings', '2000-01-01T00:00:00Z'),
      ('decisions_in_limits', 90, 75, '2000-01-01', 'The region’s first settings', '2000-01-01T00:00:00Z');

    create function may_set_thresholds() returns boolean language sql stable as $$
      select app_role() = 'administrator' or (app_role() = 'commissioner' and exists (
        select from organisation where id = app_organisation() and authority_code is null))
    $$;

    alter table indicator_threshold enable row level security;
    alter table indicator_threshold force row level security;
    create policy region_reads on indicator_threshold for select to throughgate_professional
      using (app_role() in ('administrator', 'editor'));
    create policy commissioners_read on indicator_threshold for select to throughgate_commissioner using (true);
    create policy keepers_add on indicator_threshold for insert to throughgate_professional, throughgate_commissioner
      with check (may_set_thresholds() and set_by = app_person() and struck_at is null);
    create policy keepers_strike on indicator_threshold for update to throughgate_professional, throughgate_commissioner
      using (may_set_thresholds() and why is not null)
      with check (may_set_thresholds() and struck_at is not null
        and case when why is null then why_struck_by = app_person() else struck_by = app_person() end);
    create policy owner on indicator_threshold to throughgate_owner using (true) with check (true);
    grant select, insert, update (why, struck_by, struck_at, why_struck_by, why_struck_at) on indicator_threshold
      to throughgate_professional, throughgate_commissioner;

    -- A row is struck once, and by whom is not written over.
    create function refuse_striking_again() returns trigger language plpgsql as $$
    begin
      raise exception 'A threshold is struck once' using errcode = 'restrict_violation';
    end $$;
    create trigger struck_once before update on indicator_threshold for each row
      when (old.struck_at is not null and (new.struck_by, new.struck_at) is distinct from (old.struck_by, old.struck_at))
      execute function refuse_striking_again();
    create trigger words_stand before update on indicator_threshold for each row
      when (new.why is not null and new.why is distinct from old.why) execute function refuse_striking_again();

    -- Supply of a past night is read beside the rest of the report.
    create policy region_reads on bed_night for select to throughgate_professional
      using (app_role() in ('administrator', 'editor'));
    grant select on bed_night to throughgate_professional;
  `.execute(db)
}
