import { type Kysely, sql } from 'kysely'

/**
 * Words of a shortlist's note that should never have been typed are struck out by the team: the sealed text goes, and who struck it
 * and when stays (product.md, "Whatever can be typed can be corrected"). It is the one change a wording takes, and is taken once.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';
    alter table case_shortlist_note
      add column struck_by uuid references person,
      add column struck_at timestamptz,
      add check ((struck_at is null) = (struck_by is null)),
      add check (struck_at is null or note is null);
    create policy strikes_alone on case_shortlist_note as restrictive for update to throughgate_professional
      using (struck_at is null and note is not null)
      with check (note is null and struck_by = app_person());
    grant update (note, struck_by, struck_at) on case_shortlist_note to throughgate_professional;
  `.execute(db)
}
