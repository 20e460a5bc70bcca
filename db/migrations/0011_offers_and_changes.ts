import { type Kysely, sql } from 'kysely'

/**
 * An offer can be taken back by its provider; the release date counts its moves; and what changed since a person was referred is
 * kept. The change itself is for both sides where the provider is told of it at all; what changed, from what to what, is read by
 * tier like a decision, and by a provider only where the person agrees to pass it on.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';
    alter table offer drop constraint offer_ending_check;
    alter table offer add constraint offer_ending_check check (ending in
      ('accepted', 'refused', 'expired', 'withdrawn', 'taken_back', 'parked', 'closed'));

    alter table person_case add column release_version integer not null default 1;

    create table referral_change (
      id uuid primary key,
      referral_id uuid not null,
      case_id uuid not null,
      changed_at timestamptz not null,
      changed_by uuid not null references person,
      -- Avoid, abuse and women-only answers never make a notice: then the provider is not told that anything changed.
      told boolean not null,
      passed_on boolean not null,
      -- The highest tier of what the provider is told; below it a reader knows only that there is something.
      tier smallint not null check (tier between 1 and 3),
      -- The line of the history; none where the provider is not told.
      history_id uuid references referral_history,
      referrer_read_at timestamptz,
      provider_read_at timestamptz,
      -- Everything is again as it was when the person was referred.
      settled_at timestamptz,
      sequence bigint generated always as identity,
      check (told or not passed_on),
      check (told = (history_id is not null)),
      foreign key (referral_id, case_id) references referral (id, case_id)
    );
    create index referral_change_referral on referral_change (referral_id, sequence);
    create index referral_change_history on referral_change (history_id);

    create table referral_change_detail (
      change_id uuid not null references referral_change,
      referral_id uuid not null,
      case_id uuid not null,
      criterion text not null,
      title text not null,
      tier smallint not null check (tier between 1 and 3),
      -- The referring team's alone.
      silent boolean not null,
      before jsonb not null,
      after jsonb not null,
      -- Why: a fact, the date, the policy; and the versions of each that the answer was worked out from.
      made_from jsonb not null,
      primary key (change_id, criterion, silent),
      foreign key (referral_id, case_id) references referral (id, case_id)
    );
    create index referral_change_detail_referral on referral_change_detail (referral_id);

    alter table referral_change enable row level security;
    alter table referral_change force row level security;
    create policy parties on referral_change for select to throughgate_professional
      using (${party('referral_change')} and (app_role() = 'officer' or told));
    create policy officers_insert on referral_change for insert to throughgate_professional
      with check (${party('referral_change')} and app_role() = 'officer');
    create policy parties_update on referral_change for update to throughgate_professional
      using (${party('referral_change')} and (app_role() = 'officer' or told))
      with check (${party('referral_change')} and (app_role() = 'officer' or told));
    create policy one_case on referral_change for select to throughgate_system using (case_id = app_case());
    create policy worker on referral_change for select to throughgate_worker using (true);
    create policy owner on referral_change to throughgate_owner using (true) with check (true);
    grant select, insert on referral_change to throughgate_professional;
    grant update (referrer_read_at, provider_read_at, settled_at) on referral_change to throughgate_professional;
    grant select on referral_change to throughgate_system;
    grant select (id, history_id, changed_by) on referral_change to throughgate_worker;

    alter table referral_change_detail enable row level security;
    alter table referral_change_detail force row level security;
    create policy readers on referral_change_detail for select to throughgate_professional using (
      exists (
        select from case_reader r
        where r.case_id = referral_change_detail.case_id and r.organisation_id = app_organisation()
          and r.tier >= referral_change_detail.tier and r.until > now()
          and (r.person_id is null or r.person_id = app_person())
          and (r.role is null or r.role = app_role())
          and (r.referral_id is null or r.referral_id = referral_change_detail.referral_id))
      and (app_role() = 'officer' or (not silent and exists (
        select from referral_change c where c.id = change_id and c.passed_on))));
    create policy officers_insert on referral_change_detail for insert to throughgate_professional
      with check (${party('referral_change_detail')} and app_role() = 'officer');
    create policy owner on referral_change_detail to throughgate_owner using (true) with check (true);
    grant select, insert on referral_change_detail to throughgate_professional;
  `.execute(db)
}

function party(table: string) {
  return sql`exists (
    select from referral_party p
    where p.referral_id = ${sql.ref(`${table}.referral_id`)} and p.organisation_id = app_organisation() and p.until > now())`
}
