import { type Kysely, sql } from 'kysely'

/**
 * The register: actions that close a gap, and issues and risks beside them. Each wording is a row, the last is the one that
 * stands, so that whatever was typed can be corrected and nothing is overwritten. Only words that should never have been typed
 * are struck out of an earlier wording; who did it and when stays. It holds no person's data.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';
    create table register_entry (
      id uuid primary key,
      kind text not null check (kind in ('action', 'concern')),
      version integer not null default 1 check (version > 0),
      added_at timestamptz not null
    );

    create table register_version (
      entry_id uuid not null references register_entry,
      version integer not null check (version > 0),
      -- What the gap is in: 'pathway.families', 'supply.women_only', 'measure.m3'.
      subject text not null check (subject ~ '^(pathway|supply|measure)[.][a-z0-9_]+$'),
      -- Where: the region, an authority by its ONS code, a prison by its NOMIS code.
      place text not null check (place = 'region' or place ~ '^E0[68][0-9]{6}$' or place ~ '^[A-Z]{3}$'),
      words text,
      owner text,
      -- Of an action: whole pounds, null where nobody has said.
      cost_pounds integer check (cost_pounds >= 0),
      due_on date,
      -- Of a concern.
      nature text check (nature in ('issue', 'risk')),
      severity text check (severity in ('low', 'medium', 'high')),
      state text not null check (state in ('to_start', 'under_way', 'done', 'open', 'closed', 'mistaken')),
      written_by uuid not null references person,
      written_at timestamptz not null,
      struck_by uuid references person,
      struck_at timestamptz,
      check ((struck_at is null) = (struck_by is null)),
      check ((struck_at is null) = (words is not null and owner is not null)),
      primary key (entry_id, version)
    );

    create policy commissioners on idempotency_key to throughgate_commissioner
      using (person_id = app_person()) with check (person_id = app_person());
    grant select, insert, update on idempotency_key to throughgate_commissioner;
  `.execute(db)

  for (const table of ['register_entry', 'register_version']) {
    const name = sql.table(table)
    const rights = table === 'register_entry' ? '(version)' : '(words, owner, struck_by, struck_at)'
    await sql`
      alter table ${name} enable row level security;
      alter table ${name} force row level security;
      create policy region_reads on ${name} for select to throughgate_professional
        using (app_role() in ('administrator', 'editor'));
      create policy administrators_add on ${name} for insert to throughgate_professional
        with check (app_role() = 'administrator');
      create policy administrators_change on ${name} for update to throughgate_professional
        using (app_role() = 'administrator') with check (app_role() = 'administrator');
      create policy commissioners on ${name} to throughgate_commissioner using (true) with check (true);
      create policy owner on ${name} to throughgate_owner using (true) with check (true);
      grant select, insert, update ${sql.raw(rights)} on ${name} to throughgate_professional, throughgate_commissioner;
    `.execute(db)
  }
}
