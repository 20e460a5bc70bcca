import { type Kysely, sql } from 'kysely'

/** Of most people nothing was ever saved anew: what is withheld is worked out for those alone of whom something was. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`set local lock_timeout = '5s'`.execute(db)
  await readThroughView(db, 'triage', 1)
  await readThroughView(db, 'needs', 2)
  await readThroughView(db, 'safety', 3)
}

async function readThroughView(db: Kysely<unknown>, name: string, tier: number): Promise<void> {
  await sql`
    create or replace view ${sql.table(`readable_${name}`)} with (security_barrier) as
      select f.case_id, case
          when app_role() = 'officer' or not exists (select from referral_change_fact c where c.case_id = f.case_id) then f.facts
          else f.facts - withheld_facts(f.case_id) end as facts
      from ${sql.table(`case_${name}`)} f
      where exists (
        select from case_reader r
        where r.case_id = f.case_id and r.organisation_id = app_organisation() and r.tier >= ${sql.lit(tier)}
          and r.until > app_now()
          and (r.person_id is null or r.person_id = app_person())
          and (r.role is null or r.role = app_role()))`.execute(db)
}
