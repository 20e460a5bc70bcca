import { type Kysely, sql } from 'kysely'

/**
 * Whoever chooses a new password, and whose access ends, has no address waiting to be confirmed any more: somebody who knew the old password
 * may have asked for it. Written by the database, so that nobody who changes a password can forget it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';
    create function withdraw_pending_address() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      update email_change set withdrawn_at = app_now()
        where person_id = new.id and used_at is null and withdrawn_at is null;
      return null;
    end $$;
    create trigger withdraw_pending_address after update of password_hash, disabled_at on person for each row
      when ((old.password_hash, old.disabled_at) is distinct from (new.password_hash, new.disabled_at))
      execute function withdraw_pending_address();
  `.execute(db)
}
