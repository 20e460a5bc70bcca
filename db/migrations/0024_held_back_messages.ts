import { type Kysely, sql } from 'kysely'

/** A message held back within the hour goes out after it, unless what changed has been read or has come to nothing: the worker asks. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';
    grant select (referral_id, referrer_read_at, provider_read_at, settled_at) on referral_change to throughgate_worker;
  `.execute(db)
}
