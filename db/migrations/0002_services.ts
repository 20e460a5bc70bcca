import { type Kysely, sql } from 'kysely'

/** The directory: services, where they are, whom they take, and family and parenting programmes. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';

    create table service (
      id uuid primary key,
      organisation_id uuid not null references organisation,
      name text not null,
      kind text not null,
      summary text not null,
      description text not null default '',
      audience text,
      visibility text not null default 'public' check (visibility in ('public', 'professionals')),
      -- New women-only and domestic-abuse sites start confidential until an editor decides with the provider.
      confidential boolean not null default false,
      referral_route text not null default 'here' check (referral_route in ('here', 'phone', 'elsewhere')),
      referral_route_reason text,
      phone text,
      out_of_hours_phone text,
      email text,
      support_level text check (support_level in ('low', 'medium', 'high')),
      staffing text,
      -- [{"days":[1,2,3,4,5],"from":"09:00","to":"17:00"}], Monday is 1; null is every hour.
      staffed_hours jsonb,
      rent_weekly_pence integer check (rent_weekly_pence >= 0),
      service_charge_weekly_pence integer check (service_charge_weekly_pence >= 0),
      deposit_pence integer check (deposit_pence >= 0),
      first_week_charge_pence integer check (first_week_charge_pence >= 0),
      payment_note text,
      latest_arrival time,
      max_stay_weeks integer check (max_stay_weeks > 0),
      languages text[],
      wheelchair boolean,
      complex_needs text check (complex_needs in ('yes', 'case_by_case', 'no')),
      -- null: holds as long as the offer lasts; 0: holds nothing before release; n: days.
      hold_days integer check (hold_days >= 0),
      offer_working_days integer not null default 2 check (offer_working_days between 1 and 10),
      turnaround_working_days integer not null default 2 check (turnaround_working_days between 0 and 20),
      assured_on date,
      archived_at timestamptz,
      version integer not null default 1,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      unique (id, confidential)
    );
    create index service_organisation on service (organisation_id);

    create table service_area (
      service_id uuid not null references service on delete cascade,
      authority_code text not null check (authority_code ~ '^E0[68][0-9]{6}$'),
      primary key (service_id, authority_code)
    );
    create index service_area_authority on service_area (authority_code);

    create table service_pathway (
      service_id uuid not null references service on delete cascade,
      pathway text not null,
      primary key (service_id, pathway)
    );

    create table service_policy (
      service_id uuid primary key references service on delete cascade,
      criteria jsonb not null default '{}',
      -- Exclusions that fit no criterion, shown as written.
      notes text[] not null default '{}',
      verified_at timestamptz,
      verified_by uuid references person,
      version integer not null default 1
    );

    -- The two foreign keys make a shown site of a confidential service impossible.
    create table site (
      id uuid primary key,
      service_id uuid not null,
      service_confidential boolean not null default false check (not service_confidential),
      name text not null,
      address text,
      town text,
      outcode text,
      lat double precision check (lat between 49 and 61),
      lng double precision check (lng between -9 and 2),
      foreign key (service_id, service_confidential) references service (id, confidential)
    );
    create index site_service on site (service_id);

    create table confidential_site (
      id uuid primary key,
      service_id uuid not null,
      service_confidential boolean not null default true check (service_confidential),
      name text not null,
      address text not null,
      postcode text not null,
      lat double precision not null,
      lng double precision not null,
      detail text not null default '',
      foreign key (service_id, service_confidential) references service (id, confidential)
    );
    create index confidential_site_service on confidential_site (service_id);

    create table programme (
      service_id uuid primary key references service on delete cascade,
      type text not null check (type in ('parenting_course', 'family_learning', 'childrens_or_homework_visits',
        'recorded_stories', 'family_support_worker', 'legal_rights_advice', 'couple_relationship', 'mother_and_baby',
        'kinship_carers', 'visitors_centre')),
      delivered_in text[] not null default '{}',
      prison_codes text[] not null default '{}',
      audiences text[] not null default '{}',
      takes_remand boolean,
      minimum_stay_weeks integer,
      sessions integer,
      weeks integer,
      format text check (format in ('group', 'one_to_one')),
      language_and_literacy text,
      child_contact_clearance boolean,
      rotl text check (rotl in ('not_needed', 'possible', 'required')),
      rotl_licence text,
      travel_and_creche text,
      funder text,
      funding_starts_on date,
      funding_ends_on date,
      funding_renewal text,
      cost_per_place_pence integer,
      intended_outcomes text,
      outcome_measure text
    );

    create table cohort (
      id uuid primary key,
      service_id uuid not null references programme on delete cascade,
      starts_on date not null,
      ends_on date not null check (ends_on >= starts_on),
      last_referral_on date not null,
      capacity integer not null check (capacity > 0),
      taken integer not null default 0 check (taken between 0 and capacity),
      waiting integer not null default 0 check (waiting >= 0)
    );
    create index cohort_service on cohort (service_id);

    alter table service enable row level security;
    alter table service force row level security;
    create policy public_directory on service for select to throughgate_public
      using (visibility = 'public' and archived_at is null);
    create policy whole on service for select
      to throughgate_professional, throughgate_commissioner, throughgate_worker, throughgate_indexer, throughgate_system,
         throughgate_confidential
      using (true);
    create policy own on service for update to throughgate_professional
      using (organisation_id = app_organisation()) with check (organisation_id = app_organisation());
    create policy owner on service to throughgate_owner using (true) with check (true);

    alter table confidential_site enable row level security;
    alter table confidential_site force row level security;
    create policy own on confidential_site for select to throughgate_confidential
      using (exists (select from service s where s.id = service_id and s.organisation_id = app_organisation()));
    create policy owner on confidential_site to throughgate_owner using (true) with check (true);

    grant select on service, service_area, service_pathway, site, programme, cohort
      to throughgate_public, throughgate_professional, throughgate_worker, throughgate_indexer;
    grant select on service, service_area, service_pathway, programme, cohort to throughgate_commissioner;
    grant select on service to throughgate_system;
    grant select on service_policy
      to throughgate_professional, throughgate_commissioner, throughgate_indexer, throughgate_worker;
    grant update (updated_at, version) on service to throughgate_professional;
    grant select on confidential_site to throughgate_confidential;
    grant select (id, organisation_id) on service to throughgate_confidential;
  `.execute(db)

  for (const table of ['service_area', 'service_pathway', 'site', 'programme', 'cohort'])
    await followsService(db, table)
}

/** What belongs to a service is as public as the service itself: the subquery is narrowed by the policy of service. */
async function followsService(db: Kysely<unknown>, table: string): Promise<void> {
  const name = sql.table(table)
  await sql`
    alter table ${name} enable row level security;
    alter table ${name} force row level security;
    create policy public_directory on ${name} for select to throughgate_public
      using (exists (select from service s where s.id = ${sql.ref(`${table}.service_id`)}));
    create policy whole on ${name} for select
      to throughgate_professional, throughgate_commissioner, throughgate_worker, throughgate_indexer using (true);
    create policy owner on ${name} to throughgate_owner using (true) with check (true);
  `.execute(db)
}
