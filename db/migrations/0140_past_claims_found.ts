import { type Kysely, sql } from 'kysely'

/** What is over in a room is found by the room: the constraint that gives a bedspace once knows only the claims that stand. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';
    create index bedspace_claim_bedspace on bedspace_claim (bedspace_id) where not active;
  `.execute(db)
}
