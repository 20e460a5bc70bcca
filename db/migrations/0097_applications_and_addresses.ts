import { type Kysely, sql } from 'kysely'

/**
 * Whoever applied for an organisation is told how it was decided, and an editor who approves one invites its first person: nobody else.
 * An email address is changed: by its owner, over a link sent to the new one, or at once by an administrator for somebody who lost
 * theirs. What it was stays in the history of the person, as a renamed second factor does.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await decideApplications(db)
  await changeAddresses(db)
  await keepChanges(db)
  await oweLetters(db)
}

async function decideApplications(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';
    alter table organisation_application add column reason text
      check (reason in ('not_here', 'not_this', 'here_already', 'not_reached', 'other'));
    grant update (reason) on organisation_application to throughgate_professional;
    -- What the letter says, and to whom it goes.
    create policy worker on organisation_application for select to throughgate_worker using (true);
    grant select (id, name, applicant_email, decision, reason, organisation_id) on organisation_application to throughgate_worker;

    -- Whether it invites whoever applied, as the first person of the organisation that was approved.
    create function is_first_of_approved(the_email citext, the_organisation uuid, the_role text) returns boolean
      language sql stable security definer set search_path = public, pg_temp
      as $$ select exists (select from organisation_application a
          where a.organisation_id = the_organisation and a.decision = 'approved' and a.applicant_email = the_email
            and the_role = case a.kind when 'council' then 'council_officer' else 'provider_manager' end)
        and not exists (select from membership m where m.organisation_id = the_organisation) $$;
    revoke execute on function is_first_of_approved(citext, uuid, text) from public;
    grant execute on function is_first_of_approved(citext, uuid, text) to throughgate_professional;

    create policy editors_read_first on invitation for select to throughgate_professional
      using (app_role() = 'editor' and exists (select from organisation_application a
        where a.organisation_id = invitation.organisation_id and a.applicant_email = invitation.email));
    create policy editors_invite_first on invitation for insert to throughgate_professional
      with check (app_role() = 'editor' and invited_by = app_person() and used_at is null and withdrawn_at is null
        and role_fits(organisation_id, role) and is_first_of_approved(email, organisation_id, role));
    -- The one before, as the editor sends another.
    create policy editors_withdraw_first on invitation for update to throughgate_professional
      using (app_role() = 'editor' and used_at is null and withdrawn_at is null
        and is_first_of_approved(email, organisation_id, role))
      with check (withdrawn_by = app_person());
  `.execute(db)
}

async function changeAddresses(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table email_change (
      id uuid primary key,
      person_id uuid not null references person,
      old_email citext not null,
      new_email citext not null,
      -- The person, who confirms it by a link; or an administrator, whose change holds at once.
      by_person uuid not null references person,
      asked_at timestamptz not null,
      expires_at timestamptz not null,
      used_at timestamptz,
      withdrawn_at timestamptz,
      check (used_at is null or withdrawn_at is null)
    );
    -- Asking again withdraws the one before.
    create unique index email_change_once on email_change (person_id) where used_at is null and withdrawn_at is null;
    alter table email_change enable row level security;
    alter table email_change force row level security;
    create policy sign_in on email_change to throughgate_sign_in using (true) with check (true);
    create policy worker on email_change for select to throughgate_worker using (true);
    create policy owner on email_change to throughgate_owner using (true) with check (true);
    grant select, insert, update (used_at, withdrawn_at) on email_change to throughgate_sign_in;
    grant select on email_change to throughgate_worker;
    grant update (email) on person to throughgate_sign_in;
    -- What was sent to the old address opens nothing any more.
    grant update (withdrawn_at, withdrawn_by) on invitation to throughgate_sign_in;
  `.execute(db)
}

async function keepChanges(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table account_change drop constraint account_change_what_check,
      add constraint account_change_what_check check (what in ('name', 'email', 'factor', 'joined', 'role', 'ended'));

    create function note_address_change() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      insert into account_change (by_person, person_id, what, before, after)
        values (app_person(), new.id, 'email', old.email, new.email);
      return null;
    end $$;
    create trigger note_address_change after update of email on person
      for each row when (old.email is distinct from new.email) execute function note_address_change();

    create function note_factor_change() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      insert into account_change (by_person, person_id, what, before, after)
        values (app_person(), new.person_id, 'factor', old.name, new.name);
      return null;
    end $$;
    create trigger note_factor_change after update of name on second_factor
      for each row when (old.name is distinct from new.name) execute function note_factor_change();
  `.execute(db)
}

async function oweLetters(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table message
      add column application_id uuid references organisation_application,
      add column email_change_id uuid references email_change,
      drop constraint message_recipient,
      add constraint message_recipient check (num_nonnulls(
        person_id, invitation_id, confirmation_link_id, team_id, application_id, email_change_id) > 0);
    create index message_application on message (application_id);
    create index message_email_change on message (email_change_id);
  `.execute(db)
}
