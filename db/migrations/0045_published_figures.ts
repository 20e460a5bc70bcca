import { type Kysely, sql } from 'kysely'

/**
 * What is published is frozen: a publication is one version of one period, its figures already protected, and nothing of it is
 * changed or taken away again. A correction is a new version beside it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';
    create table publication (
      id uuid primary key,
      -- '2025-26', '2025-26-q2', '2023-26'.
      period text not null,
      period_kind text not null check (period_kind in ('quarter', 'year', 'pool')),
      starts_on date not null,
      ends_on date not null,
      version integer not null check (version > 0),
      because text not null check (because in ('first', 'corrected_with_quarter', 'corrected_at_once')),
      is_synthetic boolean not null,
      published_at timestamptz not null,
      unique (period, version)
    );
    create table published_figure (
      publication_id uuid not null references publication,
      table_id text not null,
      cell text not null,
      -- 'women' or 'count': whom the number counts.
      unit text not null,
      -- 'count': the number, to the nearest 5. 'few': fewer than 5, none included. 'hidden': kept back to protect another.
      mark text not null check (mark in ('count', 'few', 'hidden')),
      value integer check (value >= 0),
      check ((mark = 'count') = (value is not null)),
      primary key (publication_id, table_id, cell, unit)
    );
    -- A table that could not be protected is not published, and is said not to be.
    create table publication_left_out (
      publication_id uuid not null references publication,
      table_id text not null,
      primary key (publication_id, table_id)
    );

    create function refuse_change() returns trigger language plpgsql as $$
    begin
      raise exception 'What is published is frozen: publish a new version' using errcode = 'restrict_violation';
    end $$;
  `.execute(db)

  for (const table of ['publication', 'published_figure', 'publication_left_out']) {
    const name = sql.table(table)
    await sql`
      create trigger frozen before update or delete or truncate on ${name} for each statement execute function refuse_change();
      alter table ${name} enable row level security;
      alter table ${name} force row level security;
      create policy readers on ${name} for select to throughgate_professional, throughgate_commissioner using (true);
      create policy statistician_read on ${name} for select to throughgate_statistician using (true);
      create policy statistician on ${name} for insert to throughgate_statistician with check (true);
      create policy owner on ${name} to throughgate_owner using (true) with check (true);
      grant select on ${name} to throughgate_professional, throughgate_commissioner;
      grant select, insert on ${name} to throughgate_statistician;
    `.execute(db)
  }
}
