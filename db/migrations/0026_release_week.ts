import { type Kysely, sql } from 'kysely'

/**
 * The day of a release is read through a view: the day from tier 2 on, and at tier 1 within 7 days of it; before, the week alone,
 * as its Monday and its Sunday. The column itself is read by no professional.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';
    create view readable_release with (security_barrier) as
      select c.id as case_id,
        case when told.the_day then c.release_on else date_trunc('week', c.release_on)::date end as release_on,
        case when not told.the_day then date_trunc('week', c.release_on)::date + 6 end as release_until
      from person_case c
      cross join lateral (
        select c.release_on <= (app_now() at time zone 'Europe/London')::date + 7 or ${readable(2)} as the_day) told
      where ${readable(1)};
    grant select on readable_release to throughgate_professional;

    revoke select on person_case from throughgate_professional;
    grant select (id, reference, organisation_id, prison_code, sex, release_confidence, release_version, created_by,
      created_at, updated_at, closed_at, version) on person_case to throughgate_professional;
  `.execute(db)
}

/** What the table's own policy asks, for a view reads as its owner. */
function readable(tier: number) {
  return sql`exists (
    select from case_reader r
    where r.case_id = c.id and r.organisation_id = app_organisation() and r.tier >= ${sql.lit(tier)} and r.until > app_now()
      and (r.person_id is null or r.person_id = app_person())
      and (r.role is null or r.role = app_role()))`
}
