import { type Kysely, sql } from 'kysely'

/**
 * People are let in by an invitation, single use and bound to an address, an organisation and a role; what they may do is changed and
 * ended on screens; a password is reset by a link. Whatever changes of a person's name, roles or access leaves what it was, who and when.
 * Of a link nothing is kept: the row it names says until when it holds, and whether it was used or withdrawn.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await makeTables(db)
  await keepChanges(db)
  await protectInvitations(db)
  await protectPeople(db)
}

async function makeTables(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';

    -- Which roles an organisation may have people in, by its kind; a closed one none. The same table as app/domain/account/roles-of-kind.ts.
    create function role_fits(the_organisation uuid, the_role text) returns boolean
      language sql stable security definer set search_path = public, pg_temp
      as $$ select exists (select from organisation o where o.id = the_organisation and o.closed_at is null
        and the_role = any (case o.kind
          when 'prison' then array['officer']
          when 'provider' then array['provider_worker', 'provider_manager']
          when 'council' then array['council_officer']
          when 'commissioner' then array['commissioner']
          when 'region' then array['administrator', 'editor', 'coordinator'] end)) $$;

    -- For whoever keeps a provider's people: an administrator reads no referral, and need not to know that there are some.
    create function has_open_referrals(the_organisation uuid) returns boolean
      language sql stable security definer set search_path = public, pg_temp
      as $$ select (app_role() = 'administrator' or the_organisation = app_organisation()) and exists (
        select from referral r where r.provider_organisation_id = the_organisation and r.closed_at is null) $$;
    revoke execute on function has_open_referrals(uuid) from public;
    grant execute on function has_open_referrals(uuid) to throughgate_professional;

    create table invitation (
      id uuid primary key,
      email citext not null,
      organisation_id uuid not null references organisation,
      role text not null,
      -- Null: by whoever runs the server, from its command line.
      invited_by uuid references person,
      invited_at timestamptz not null,
      expires_at timestamptz not null,
      used_at timestamptz,
      used_by uuid references person,
      withdrawn_at timestamptz,
      withdrawn_by uuid references person,
      check ((used_at is null) = (used_by is null)),
      check (used_at is null or withdrawn_at is null)
    );
    -- Inviting again withdraws the one before.
    create unique index invitation_once on invitation (email, organisation_id, role)
      where used_at is null and withdrawn_at is null;
    create index invitation_organisation on invitation (organisation_id);

    -- Of an address that nobody here has, the same row without a person: both are answered alike, after the same work.
    create table password_reset (
      id uuid primary key,
      person_id uuid references person,
      asked_at timestamptz not null,
      expires_at timestamptz not null,
      used_at timestamptz
    );
    create index password_reset_person on password_reset (person_id);

    alter table membership
      add column version integer not null default 1,
      add column ended_by uuid references person,
      add column ended_reason text check (ended_reason in ('left', 'moved', 'mistake', 'security', 'other'));

    -- A message goes to one person, or to an address that was invited.
    alter table message
      alter column person_id drop not null,
      add column invitation_id uuid references invitation,
      add column password_reset_id uuid references password_reset on delete set null,
      add constraint message_recipient check (person_id is not null or invitation_id is not null);
    create unique index message_invitation on message (invitation_id);
    create unique index message_password_reset on message (password_reset_id);
  `.execute(db)
}

async function keepChanges(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table account_change (
      id uuid primary key default gen_random_uuid(),
      happened_at timestamptz not null default app_now(),
      sequence bigint generated always as identity,
      -- Who did it; null is the person, signing in or joining, or a script.
      by_person uuid references person,
      person_id uuid not null references person,
      -- Null for what belongs to the person whatever they act for: the name.
      organisation_id uuid references organisation,
      what text not null check (what in ('name', 'joined', 'role', 'ended')),
      before text,
      after text
    );
    create index account_change_person on account_change (person_id, sequence);

    create function note_account_change() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      if tg_table_name = 'person' then
        if new.name is distinct from old.name then
          insert into account_change (by_person, person_id, what, before, after)
            values (app_person(), new.id, 'name', old.name, new.name);
        end if;
      elsif tg_op = 'INSERT' then
        insert into account_change (by_person, person_id, organisation_id, what, after)
          values (app_person(), new.person_id, new.organisation_id, 'joined', new.role);
      else
        if new.role is distinct from old.role then
          insert into account_change (by_person, person_id, organisation_id, what, before, after)
            values (app_person(), new.person_id, new.organisation_id, 'role', old.role, new.role);
        end if;
        if new.ended_at is not null and old.ended_at is null then
          insert into account_change (by_person, person_id, organisation_id, what, before, after)
            values (app_person(), new.person_id, new.organisation_id, 'ended', new.role, new.ended_reason);
        end if;
      end if;
      return null;
    end $$;
    create trigger note_account_change after update on person for each row execute function note_account_change();
    create trigger note_account_change after insert or update on membership
      for each row execute function note_account_change();
  `.execute(db)
}

/** Administrators, for every organisation; a provider's manager for the workers and managers of their own. Written out: see 0004. */
const MAY_KEEP = sql`(app_role() = 'administrator' or (app_role() = 'provider_manager'
  and organisation_id = app_organisation() and role in ('provider_worker', 'provider_manager')))`

async function protectInvitations(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table invitation enable row level security;
    alter table invitation force row level security;
    create policy keepers_read on invitation for select to throughgate_professional using (${MAY_KEEP});
    create policy keepers_invite on invitation for insert to throughgate_professional
      with check (${MAY_KEEP} and invited_by = app_person() and used_at is null and withdrawn_at is null
        and role_fits(organisation_id, role));
    create policy keepers_withdraw on invitation for update to throughgate_professional
      using (${MAY_KEEP} and used_at is null and withdrawn_at is null) with check (withdrawn_by = app_person());
    create policy sign_in on invitation to throughgate_sign_in using (true) with check (true);
    create policy worker on invitation for select to throughgate_worker using (true);
    create policy owner on invitation to throughgate_owner using (true) with check (true);
    grant select, insert, update (withdrawn_at, withdrawn_by) on invitation to throughgate_professional;
    grant select, update (used_at, used_by) on invitation to throughgate_sign_in;
    grant select on invitation to throughgate_worker;

    alter table password_reset enable row level security;
    alter table password_reset force row level security;
    create policy sign_in on password_reset to throughgate_sign_in using (true) with check (true);
    create policy worker on password_reset to throughgate_worker using (true);
    create policy owner on password_reset to throughgate_owner using (true) with check (true);
    grant select, insert, update (used_at) on password_reset to throughgate_sign_in;
    grant select, delete on password_reset to throughgate_worker;
    -- What a referential action finds, it finds as the owner of the table.
    grant select (invitation_id, password_reset_id) on message to throughgate_worker;
  `.execute(db)
}

async function protectPeople(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table person enable row level security;
    alter table person force row level security;
    create policy names on person for select to throughgate_professional, throughgate_commissioner, throughgate_system,
      throughgate_sign_in, throughgate_worker using (true);
    create policy joins on person for insert to throughgate_sign_in with check (true);
    create policy passwords on person for update to throughgate_sign_in using (true) with check (true);
    create policy own_name on person for update to throughgate_professional, throughgate_commissioner
      using (id = app_person()) with check (id = app_person());
    create policy owner on person to throughgate_owner using (true) with check (true);
    grant insert (id, email, name, password_hash), update (password_hash) on person to throughgate_sign_in;
    grant update (name) on person to throughgate_professional, throughgate_commissioner;

    create policy administrators on membership for select to throughgate_professional
      using (app_role() = 'administrator');
    create policy keepers_change on membership for update to throughgate_professional
      using (${MAY_KEEP} and ended_at is null)
      with check (${MAY_KEEP} and (ended_at is not null or role_fits(organisation_id, role))
        and (ended_at is null or ended_by = app_person()));
    create policy joins on membership for insert to throughgate_sign_in with check (role_fits(organisation_id, role));
    grant update (role, ended_at, ended_by, ended_reason, version) on membership to throughgate_professional;
    grant insert on membership to throughgate_sign_in;
    -- Who belongs where is read under a policy of membership's own.
    create policy keepers_name on person for update to throughgate_professional
      using (app_role() = 'administrator' or (app_role() = 'provider_manager' and exists (select from membership m
        where m.person_id = person.id and m.organisation_id = app_organisation() and m.ended_at is null)))
      with check (true);

    alter table account_change enable row level security;
    alter table account_change force row level security;
    create policy administrators on account_change for select to throughgate_professional
      using (app_role() = 'administrator');
    create policy managers on account_change for select to throughgate_professional
      using (app_role() = 'provider_manager' and (organisation_id = app_organisation() or (organisation_id is null
        and exists (select from membership m where m.person_id = account_change.person_id
          and m.organisation_id = app_organisation()))));
    create policy own on account_change for select to throughgate_professional, throughgate_commissioner
      using (person_id = app_person());
    create policy owner on account_change to throughgate_owner using (true) with check (true);
    grant select on account_change to throughgate_professional, throughgate_commissioner;

    -- Email addresses, for those who invite: a grant on the column would give every address to everybody.
    create view account_held with (security_barrier) as
      select m.id as membership_id, m.person_id, m.organisation_id, m.role, p.email
      from membership m join person p on p.id = m.person_id
      where app_role() = 'administrator'
        or (app_role() = 'provider_manager' and m.organisation_id = app_organisation());
    grant select on account_held to throughgate_professional;
  `.execute(db)
}
