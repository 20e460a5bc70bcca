import { type Kysely, sql } from 'kysely'

/**
 * Referrals, who is party to each, what happened, offers and placements. Sender or receiver is a row in referral_party, never
 * an OR. What must follow on other referrals of the same case is done as throughgate_system, which sees one case: app.case_id.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';
    create sequence referral_reference start 20901;

    create table referral (
      id uuid primary key,
      reference text not null unique,
      case_id uuid not null references person_case,
      service_id uuid not null references service,
      referrer_organisation_id uuid not null references organisation,
      provider_organisation_id uuid not null references organisation,
      state text not null constraint referral_state check (state in
        ('draft', 'submitted', 'information_requested', 'under_review', 'assessment_booked', 'waiting_list', 'offered',
         'accepted', 'awaiting_approval', 'to_reconfirm', 'arrived', 'parked', 'declined', 'refused', 'withdrawn',
         'expired', 'no_show', 'departed', 'discarded', 'placed_elsewhere')),
      -- Where a parked or to-reconfirm referral goes back to.
      resume_state text,
      version integer not null default 1,
      created_by uuid not null references person,
      created_at timestamptz not null,
      submitted_at timestamptz,
      state_changed_at timestamptz not null,
      due_at timestamptz,
      closed_at timestamptz,
      assessor_id uuid references person,
      assessment_at timestamptz,
      assessment_method text check (assessment_method in ('in_person', 'phone', 'video', 'rotl')),
      requested_items text[] not null default '{}',
      -- The outcome of the decision shown to the officer, for figures; the decision itself is in referral_decision.
      eligibility_outcome text not null check (eligibility_outcome in ('eligible', 'discuss', 'not_eligible')),
      agreed_tier smallint not null check (agreed_tier between 1 and 3),
      primary_reason text,
      other_reasons text[] not null default '{}' check (cardinality(other_reasons) <= 2),
      previous_referral_id uuid references referral,
      unique (id, case_id)
    );
    create unique index referral_open_once on referral (case_id, service_id) where closed_at is null;
    create index referral_case on referral (case_id);
    create index referral_due on referral (due_at) where closed_at is null;
    create index referral_service on referral (service_id);

    create table referral_party (
      referral_id uuid not null,
      organisation_id uuid not null references organisation,
      side text not null check (side in ('referrer', 'provider')),
      case_id uuid not null,
      until timestamptz not null default 'infinity',
      primary key (referral_id, organisation_id),
      -- The party row goes in first, so that the referral's own policy already finds it.
      constraint referral_party_referral foreign key (referral_id, case_id) references referral (id, case_id)
        deferrable initially deferred
    );
    create index referral_party_inbox on referral_party (organisation_id, side, referral_id);

    -- The decision as it was shown to the officer, as far as each tier may read it: a reason can hold what is of tier 3.
    create table referral_decision (
      referral_id uuid not null,
      case_id uuid not null,
      tier smallint not null check (tier between 1 and 3),
      decision jsonb not null,
      primary key (referral_id, tier),
      foreign key (referral_id, case_id) references referral (id, case_id)
    );

    create table referral_history (
      id uuid primary key,
      referral_id uuid not null,
      case_id uuid not null,
      happened_at timestamptz not null,
      event text not null,
      from_state text,
      to_state text not null,
      by_role text not null,
      by_person uuid references person,
      by_organisation uuid references organisation,
      reasons text[] not null default '{}',
      sequence bigint generated always as identity,
      foreign key (referral_id, case_id) references referral (id, case_id)
    );
    create index referral_history_referral on referral_history (referral_id, sequence);

    -- Words somebody wrote. The id is that of the line of the history they go with, or of the referral they justify.
    create table referral_note (
      id uuid primary key,
      referral_id uuid not null,
      case_id uuid not null,
      -- An officer's own words can say more than triage may know: tier 2, unless triage is all that was agreed.
      tier smallint not null check (tier in (1, 2)),
      note bytea not null,
      foreign key (referral_id, case_id) references referral (id, case_id)
    );

    create table referral_claim (
      claim_id uuid primary key references bedspace_claim,
      referral_id uuid not null,
      case_id uuid not null,
      foreign key (referral_id, case_id) references referral (id, case_id)
    );
    create index referral_claim_referral on referral_claim (referral_id);

    create table offer (
      id uuid primary key,
      referral_id uuid not null,
      case_id uuid not null,
      -- Which bedspace is said by the claim alone: one of a count may move to another.
      claim_id uuid not null references bedspace_claim,
      from_on date not null,
      until_on date not null check (until_on > from_on),
      offered_by uuid not null references person,
      offered_at timestamptz not null,
      expires_at timestamptz not null,
      extension_reason bytea,
      extended_at timestamptz,
      conflict_check_done boolean not null check (conflict_check_done),
      ended_at timestamptz,
      ending text check (ending in ('accepted', 'refused', 'expired', 'withdrawn', 'parked', 'closed')),
      check ((ended_at is null) = (ending is null)),
      foreign key (referral_id, case_id) references referral (id, case_id)
    );
    create unique index offer_live_once on offer (referral_id) where ended_at is null;
    create index offer_expiring on offer (expires_at) where ended_at is null;

    create table placement (
      id uuid primary key,
      referral_id uuid not null unique,
      case_id uuid not null,
      claim_id uuid not null references bedspace_claim,
      arrived_on date not null,
      expected_departure_on date not null,
      departed_on date,
      departure text check (departure in
        ('planned', 'evicted', 'abandoned', 'recalled', 'unsafe', 'hospital', 'died')),
      check ((departed_on is null) = (departure is null)),
      foreign key (referral_id, case_id) references referral (id, case_id)
    );
  `.execute(db)

  await sql`
    alter table referral_party enable row level security;
    alter table referral_party force row level security;
    create policy own on referral_party for select to throughgate_professional
      using (organisation_id = app_organisation() and until > now());
    create policy refer on referral_party for insert to throughgate_professional
      with check (app_role() = 'officer' and exists (select from person_case c
        where c.id = referral_party.case_id and c.organisation_id = app_organisation()));
    create policy one_case on referral_party to throughgate_system using (case_id = app_case()) with check (case_id = app_case());
    create policy worker on referral_party to throughgate_worker using (true);
    create policy owner on referral_party to throughgate_owner using (true) with check (true);
    grant select, insert on referral_party to throughgate_professional;
    grant select, insert, update on referral_party to throughgate_system;
    grant select, update (until) on referral_party to throughgate_worker;

    alter table referral enable row level security;
    alter table referral force row level security;
    create policy parties on referral for select to throughgate_professional using (${party('referral.id')});
    create policy refer on referral for insert to throughgate_professional
      with check (app_role() = 'officer' and referrer_organisation_id = app_organisation() and ${party('referral.id')});
    create policy act on referral for update to throughgate_professional
      using (${party('referral.id')}) with check (${party('referral.id')});
    create policy one_case on referral to throughgate_system using (case_id = app_case()) with check (case_id = app_case());
    create policy worker on referral to throughgate_worker using (true);
    create policy owner on referral to throughgate_owner using (true) with check (true);
    -- What a referral was sent with never changes: no act of either side may rewrite whose it is, or what was agreed.
    grant select, insert on referral to throughgate_professional;
    grant select on referral to throughgate_system, throughgate_worker;
    grant update (state, resume_state, version, state_changed_at, due_at, closed_at, assessor_id, assessment_at,
      assessment_method, requested_items, primary_reason, other_reasons)
      on referral to throughgate_professional, throughgate_system, throughgate_worker;
    grant usage on sequence referral_reference to throughgate_professional;
  `.execute(db)

  await byTier(db, 'referral_decision', sql`app_role() = 'officer'`)
  await byTier(
    db,
    'referral_note',
    sql`tier >= case app_role() when 'officer'
      then (select least(2, r.agreed_tier) from referral r where r.id = referral_note.referral_id) else 1 end`,
  )
  await ofReferral(db, 'referral_history', sql`select, insert`)
  await ofReferral(db, 'referral_claim', sql`select, insert`)
  await ofReferral(db, 'offer', sql`select, insert, update`)
  await ofReferral(db, 'placement', sql`select, insert, update`)
  await sql`
    create policy provider_offers on offer as restrictive for insert to throughgate_professional
      with check (${party('offer.referral_id', 'provider')});
    create policy provider_places on placement as restrictive for insert to throughgate_professional
      with check (${party('placement.referral_id', 'provider')});
    -- A claim is made by those whose service it is, and by what happens to an open referral to that service.
    alter table bedspace_claim enable row level security;
    alter table bedspace_claim force row level security;
    create policy whole on bedspace_claim for select using (true);
    create policy own_service on bedspace_claim to throughgate_professional using (exists (
      select from bedspace b join service s on s.id = b.service_id
      where b.id = bedspace_id and s.organisation_id = app_organisation()));
    create policy of_referral on bedspace_claim to throughgate_professional, throughgate_system using (exists (
      select from bedspace b join referral r on r.service_id = b.service_id
      where b.id = bedspace_id and r.closed_at is null));
    create policy worker on bedspace_claim to throughgate_worker using (true);
    create policy owner on bedspace_claim to throughgate_owner using (true);
    -- A referral may hold bedspaces of its own service alone.
    create policy own_service on referral_claim as restrictive for insert to throughgate_professional
      with check (exists (
        select from referral r
        join bedspace b on b.service_id = r.service_id
        join bedspace_claim c on c.bedspace_id = b.id
        where r.id = referral_claim.referral_id and c.id = referral_claim.claim_id));
  `.execute(db)
}

function party(referralId: string, side?: 'provider') {
  const ofSide = side ? sql`and p.side = ${sql.lit(side)}` : sql``
  return sql`exists (
    select from referral_party p
    where p.referral_id = ${sql.ref(referralId)} and p.organisation_id = app_organisation() and p.until > now() ${ofSide})`
}

/** What is written of a referral for a tier of the case is seen by its readers from that tier up, and written by its parties. */
async function byTier(db: Kysely<unknown>, table: string, written: ReturnType<typeof sql>): Promise<void> {
  const name = sql.table(table)
  await sql`
    alter table ${name} enable row level security;
    alter table ${name} force row level security;
    create policy readers on ${name} for select to throughgate_professional using (exists (
      select from case_reader r
      where r.case_id = ${name}.case_id and r.organisation_id = app_organisation()
        and r.tier >= ${name}.tier and r.until > now()
        and (r.person_id is null or r.person_id = app_person())
        and (r.role is null or r.role = app_role())
        and (r.referral_id is null or r.referral_id = ${name}.referral_id)));
    create policy parties_insert on ${name} for insert to throughgate_professional
      with check (${written} and ${party(`${table}.referral_id`)});
    create policy owner on ${name} to throughgate_owner using (true) with check (true);
    grant select, insert on ${name} to throughgate_professional;
  `.execute(db)
}

/** What belongs to a referral is seen and written by its parties, by the system within the one case, and by the worker. */
async function ofReferral(db: Kysely<unknown>, table: string, rights: ReturnType<typeof sql>): Promise<void> {
  const name = sql.table(table)
  const parties = party(`${table}.referral_id`)
  await sql`
    alter table ${name} enable row level security;
    alter table ${name} force row level security;
    create policy parties on ${name} to throughgate_professional using (${parties}) with check (${parties});
    create policy one_case on ${name} to throughgate_system using (case_id = app_case()) with check (case_id = app_case());
    create policy worker on ${name} to throughgate_worker using (true);
    create policy owner on ${name} to throughgate_owner using (true) with check (true);
    grant ${rights} on ${name} to throughgate_professional, throughgate_system, throughgate_worker;
  `.execute(db)
}
