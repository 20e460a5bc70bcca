import { type Kysely, sql } from 'kysely'

/**
 * What grows old is asked about by a link that is sent. The worker makes it; whoever opens it is not signed in, and is held to what a link
 * that still holds is about: its service's name, and the one thing it confirms.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';

    alter table confirmation_link enable row level security;
    alter table confirmation_link force row level security;
    create policy worker on confirmation_link to throughgate_worker using (true) with check (true);
    create policy opening on confirmation_link to throughgate_sign_in using (true) with check (true);
    create policy of_own_message on confirmation_link for select to throughgate_professional
      using (person_id = app_person());
    create policy owner on confirmation_link to throughgate_owner using (true) with check (true);
    grant select, insert on confirmation_link to throughgate_worker;
    grant select, update (used_at) on confirmation_link to throughgate_sign_in;
    grant select (id, person_id) on confirmation_link to throughgate_professional;

    create policy asked_by_link on service for select to throughgate_sign_in
      using (exists (select from confirmation_link l where l.service_id = service.id));
    grant select (id, name, organisation_id, archived_at) on service to throughgate_sign_in;

    create policy asked_by_link_read on service_policy for select to throughgate_sign_in
      using (exists (select from confirmation_link l where l.service_id = service_policy.service_id));
    create policy asked_by_link on service_policy for update to throughgate_sign_in
      using (exists (select from confirmation_link l where l.service_id = service_policy.service_id
        and l.kind <> 'vacancies' and l.used_at is null and l.expires_at > app_now()))
      with check (verified_link is not null);
    grant select (service_id, verified_at, version), update (verified_at, verified_by, verified_link, version)
      on service_policy to throughgate_sign_in;

    create policy asked_by_link_read on service_vacancy for select to throughgate_sign_in
      using (exists (select from confirmation_link l where l.service_id = service_vacancy.service_id));
    create policy asked_by_link on service_vacancy for update to throughgate_sign_in
      using (exists (select from confirmation_link l where l.service_id = service_vacancy.service_id
        and l.kind = 'vacancies' and l.used_at is null and l.expires_at > app_now()));
    grant select (service_id, confirmed_at), update (confirmed_at, confirmed_by) on service_vacancy to throughgate_sign_in;

    -- A message goes to one person, to an address that was invited, or to a team's own address.
    alter table message add column confirmation_link_id uuid references confirmation_link,
      drop constraint if exists message_recipient,
      add constraint message_recipient
        check (person_id is not null or invitation_id is not null or confirmation_link_id is not null);
    create unique index message_confirmation_link on message (confirmation_link_id);
  `.execute(db)
}
