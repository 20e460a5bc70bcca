import { type Kysely, sql } from 'kysely'

/** On the day of release whoever referred is told to ring, at 16:00 and at 20:00, where nothing is settled: once each, as of late steps. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';
    alter table referral_late_told drop constraint referral_late_told_step_check,
      add constraint referral_late_told_step_check check (step in ('late', 'escalated', 'ring', 'ring_at_night'));
  `.execute(db)
}
