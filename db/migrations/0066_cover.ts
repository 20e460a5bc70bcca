import { type Kysely, sql } from 'kysely'

/**
 * Who is away says until when and who acts for them: what is owed to them goes to that colleague too.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';
    create table cover (
      id uuid primary key,
      person_id uuid not null references person,
      -- For which of their organisations they say it; the colleague is of the same.
      organisation_id uuid not null references organisation,
      covered_by uuid not null references person,
      from_on date not null,
      -- The last day away.
      until_on date not null,
      said_at timestamptz not null,
      withdrawn_at timestamptz,
      check (until_on >= from_on),
      check (covered_by <> person_id),
      -- One colleague at a time.
      constraint cover_once exclude using gist (person_id with =, organisation_id with =,
        daterange(from_on, until_on, '[]') with &&) where (withdrawn_at is null)
    );
    create index cover_organisation on cover (organisation_id);

    alter table cover enable row level security;
    alter table cover force row level security;
    create policy colleagues on cover for select to throughgate_professional using (organisation_id = app_organisation());
    -- Whoever reads a referral reads whom to ask while its author is away; the referral is read under its own policies.
    create policy of_authors on cover for select to throughgate_professional
      using (exists (select from referral r where r.created_by = cover.person_id
        and r.referrer_organisation_id = cover.organisation_id));
    create policy own on cover for insert to throughgate_professional
      with check (person_id = app_person() and organisation_id = app_organisation() and withdrawn_at is null
        and exists (select from membership m where m.person_id = cover.covered_by
          and m.organisation_id = cover.organisation_id and m.ended_at is null));
    create policy own_back on cover for update to throughgate_professional
      using (person_id = app_person() and organisation_id = app_organisation())
      with check (person_id = app_person() and organisation_id = app_organisation());
    create policy worker on cover for select to throughgate_worker using (true);
    create policy owner on cover to throughgate_owner using (true) with check (true);
    grant select, insert, update (withdrawn_at) on cover to throughgate_professional;
    grant select on cover to throughgate_worker;
  `.execute(db)
}
