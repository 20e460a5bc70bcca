import { type Kysely, sql } from 'kysely'

/**
 * Somebody may stay on in a bedspace that is promised to another from a later day. Two claims never overlap, so the days of the
 * stay still end before those promised; that it goes on until its departure is recorded is said beside them.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';
    alter table bedspace_claim
      add column outstays boolean not null default false,
      drop column claimed;
    alter table bedspace_claim
      add constraint stay_outstays check (not outstays or (kind = 'occupied' and not upper_inf(during))),
      -- The days a claim stands for: a stay ends when its departure is recorded, whatever day was expected or promised.
      add column claimed daterange not null generated always as
        (case when leaving_sure or outstays then daterange(lower(during), null) else during end) stored;
    grant update (outstays) on bedspace_claim to throughgate_professional, throughgate_worker, throughgate_system;
  `.execute(db)
}
