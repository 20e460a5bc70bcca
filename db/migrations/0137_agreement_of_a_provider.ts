import { type Kysely, sql } from 'kysely'

/**
 * An agreement is with a provider: what the person narrows for one referral is narrowed for the others to the same provider. These are the
 * system's to write, held to the case; who may begin it, 0132 says.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';
    grant update (agreed_tier) on referral to throughgate_system;
  `.execute(db)
}
