import { type Kysely, sql } from 'kysely'

/** Bedspaces, the claims on them over dates, and when a service last confirmed its vacancies. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';

    create table bedspace (
      id uuid primary key,
      service_id uuid not null references service,
      name text not null,
      -- A provider who lists no rooms keeps a count: that many unnamed bedspaces under the same constraint.
      named boolean not null default true,
      type text not null check (type in ('self_contained', 'shared', 'family', 'couple')),
      sex text check (sex in ('women', 'men', 'mixed')),
      wheelchair boolean,
      rent_weekly_pence integer check (rent_weekly_pence >= 0),
      position integer not null default 0,
      retired_at timestamptz,
      created_at timestamptz not null default now()
    );
    create index bedspace_service on bedspace (service_id);

    -- What a bedspace is on a day is derived from its claims. Half-open days: [from, to).
    -- Claims carry no personal data: the link to a referral (referral_claim) does. Who may write them is said with it.
    create table bedspace_claim (
      id uuid primary key,
      bedspace_id uuid not null references bedspace,
      kind text not null check (kind in ('void', 'hold', 'occupied', 'turnaround')),
      during daterange not null check (not isempty(during) and lower(during) is not null),
      active boolean not null default true,
      void_reason text check (void_reason in
        ('repair', 'damage', 'deep_clean', 'furniture', 'incident', 'staffing', 'handback', 'taken_elsewhere')),
      lapses_at timestamptz,
      created_at timestamptz not null default now(),
      released_at timestamptz,
      check ((kind = 'void') = (void_reason is not null)),
      check (active = (released_at is null)),
      constraint bedspace_claimed_once exclude using gist (bedspace_id with =, during with &&) where (active)
    );
    create index bedspace_claim_lapsing on bedspace_claim (lapses_at) where active and lapses_at is not null;

    create table service_vacancy (
      service_id uuid primary key references service,
      confirmed_at timestamptz,
      confirmed_by uuid references person
    );

    alter table bedspace enable row level security;
    alter table bedspace force row level security;
    create policy whole on bedspace for select to throughgate_professional, throughgate_commissioner,
      throughgate_worker, throughgate_indexer, throughgate_system using (true);
    create policy own_insert on bedspace for insert to throughgate_professional
      with check (exists (select from service s where s.id = service_id and s.organisation_id = app_organisation()));
    create policy own_update on bedspace for update to throughgate_professional
      using (exists (select from service s where s.id = service_id and s.organisation_id = app_organisation()));
    create policy owner on bedspace to throughgate_owner using (true) with check (true);

    alter table service_vacancy enable row level security;
    alter table service_vacancy force row level security;
    create policy whole on service_vacancy for select to throughgate_professional, throughgate_commissioner,
      throughgate_worker, throughgate_indexer using (true);
    create policy own_insert on service_vacancy for insert to throughgate_professional
      with check (exists (select from service s where s.id = service_id and s.organisation_id = app_organisation()));
    create policy own_update on service_vacancy for update to throughgate_professional
      using (exists (select from service s where s.id = service_id and s.organisation_id = app_organisation()));
    -- In the demonstration the worker plays the providers who confirm.
    create policy worker on service_vacancy for update to throughgate_worker using (true);
    create policy owner on service_vacancy to throughgate_owner using (true) with check (true);

    grant select on bedspace, bedspace_claim, service_vacancy
      to throughgate_professional, throughgate_commissioner, throughgate_worker, throughgate_indexer;
    grant select on bedspace, bedspace_claim to throughgate_system;
    grant insert, update on bedspace, service_vacancy to throughgate_professional;
    grant insert, update (bedspace_id, during, active, released_at, lapses_at)
      on bedspace_claim to throughgate_professional, throughgate_worker, throughgate_system;
    grant update on service_vacancy to throughgate_worker;
  `.execute(db)
}
