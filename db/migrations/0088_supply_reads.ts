import { type Kysely, sql } from 'kysely'

/**
 * A night of beds says whether it was read or came with an invented history, so that a share of the beds that are read is not set
 * beside one of other beds. A night that was read has a reading of supply. And of a bedspace's claims those that go on are found
 * without reading those that are over.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';
    alter table bed_night add column is_synthetic boolean not null default false;
    update bed_night set is_synthetic = true
      where not exists (select from supply_reading where supply_reading.night = bed_night.night);
    create index bedspace_claim_going_on on bedspace_claim (bedspace_id, coalesce(upper(claimed), 'infinity'::date)) where active;
  `.execute(db)
}
