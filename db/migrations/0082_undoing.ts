import { type Kysely, sql } from 'kysely'

/**
 * What was recorded by mistake is undone: an arrival that was none leaves no stay behind, but for its days in the history. Its provider
 * alone takes it away, as it alone recorded it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';
    create policy provider_undoes on placement as restrictive for delete to throughgate_professional
      using (exists (
        select from referral_party p
        where p.referral_id = placement.referral_id and p.organisation_id = app_organisation() and p.side = 'provider'
          and p.until > app_now()));
    grant delete on placement to throughgate_professional;
  `.execute(db)
}
