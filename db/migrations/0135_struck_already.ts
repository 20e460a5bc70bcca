import { type Kysely, sql } from 'kysely'

/** Whoever may strike words about somebody out, and comes too late, reads who did and when: of the words' last strike, and of no others. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';
    -- As strike_words in 0122 has it, who may. Nothing where the words stand.
    create function words_struck(the_case uuid, place text, the_row uuid) returns table (struck_by text, struck_at timestamptz)
      language sql stable security definer set search_path = public, pg_temp as $$
      select p.name, s.struck_at
      from (
        select w.struck_by, w.struck_at from struck_words w
          where w.case_id = the_case and w.kept_in = place and w.row_id = the_row
        union all select c.struck_by, c.struck_at from case_change c
          where place = 'case_change' and c.case_id = the_case and c.id = the_row
        union all select n.struck_by, n.struck_at from case_shortlist_note n
          where place = 'case_shortlist_note' and n.case_id = the_case and n.id = the_row) s
      join person p on p.id = s.struck_by
      where app_role() = 'administrator'
        or (app_role() = 'officer' and exists (select from person_case c
          where c.id = the_case and c.organisation_id = app_organisation()))
        or (app_role() = 'coordinator' and place = 'nobody_fits_answer' and exists (select from nobody_fits_answer a
          join case_reader r on r.queue_id = a.entry_id and r.case_id = a.case_id
          where a.id = the_row and r.organisation_id = app_organisation() and r.role = 'coordinator'
            and (r.until > app_now() or is_left_to_coordinators(a.entry_id))))
        or (app_role() in ('provider_worker', 'provider_manager', 'council_officer') and case place
          when 'referral_note' then exists (select from referral_history h
            where h.id = the_row and h.by_organisation = app_organisation())
          when 'offer' then exists (select from offer o join referral r on r.id = o.referral_id
            where o.id = the_row and r.provider_organisation_id = app_organisation()) end)
      order by s.struck_at desc limit 1
    $$;
    revoke execute on function words_struck(uuid, text, uuid) from public;
    grant execute on function words_struck(uuid, text, uuid) to throughgate_professional;
  `.execute(db)
}
