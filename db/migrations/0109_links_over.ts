import { type Kysely, sql } from 'kysely'

/**
 * Applications that were decided, and invitations, resets and new addresses that were used, taken back or are over, are deleted some time after, with
 * the letters that were owed of them and the history of an application: most are of people who never worked with the service. What an application or an invitation became stays where it is.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';
    alter table message
      drop constraint message_invitation_id_fkey,
      add constraint message_invitation_id_fkey foreign key (invitation_id) references invitation on delete cascade,
      drop constraint message_application_id_fkey,
      add constraint message_application_id_fkey foreign key (application_id)
        references organisation_application on delete cascade,
      drop constraint message_email_change_id_fkey,
      add constraint message_email_change_id_fkey foreign key (email_change_id) references email_change on delete cascade;

    create function forget_links(before timestamptz) returns void
      language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      with gone as (delete from organisation_application where decided_at < before returning id)
        delete from record_change where table_name = 'organisation_application' and row_key in (select id::text from gone);
      delete from invitation where least(used_at, withdrawn_at, expires_at) < before;
      delete from email_change where least(used_at, withdrawn_at, expires_at) < before;
      delete from password_reset where least(used_at, expires_at) < before;
    end $$;
    revoke execute on function forget_links(timestamptz) from public;
    grant execute on function forget_links(timestamptz) to throughgate_worker;
  `.execute(db)
}
