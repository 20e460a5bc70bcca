import { type Kysely, sql } from 'kysely'

/** Nothing makes a draft of a referral: it begins when it is sent. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';
    alter table referral
      drop constraint referral_state,
      add constraint referral_state check (state in
        ('submitted', 'information_requested', 'under_review', 'assessment_booked', 'waiting_list', 'offered',
         'accepted', 'awaiting_approval', 'to_reconfirm', 'arrived', 'parked', 'declined', 'refused', 'withdrawn',
         'expired', 'no_show', 'departed', 'placed_elsewhere'))
  `.execute(db)
}
