import { type Kysely, sql } from 'kysely'

/**
 * A council reads the duty-to-refer facts of whoever chose it, and of nobody else: that it was told, when, in which week she leaves, and
 * whom to ring. Only where she agreed, chose it, and let contact details be passed; no name, number or answer is among them. What an
 * application says can be corrected by whoever decides it, with what it was kept.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';

    create function duties_told_here()
      returns table (case_id uuid, reference text, release_on date, release_until date, release_confidence text,
        told_on date, team text, team_phone text)
      language sql stable security definer set search_path = public, pg_temp
      as $$
        select c.id, c.reference,
          -- As at tier 1 (db/migrations/0026_release_week.ts): the week, and within 7 days of it the day.
          case when near.the_day then c.release_on else date_trunc('week', c.release_on)::date end,
          case when not near.the_day then date_trunc('week', c.release_on)::date + 6 end,
          c.release_confidence, (k.answers ->> 'toldOn')::date, team.name, team.phone
        from organisation o
        join outcome_check k on k.kind = 'council_notice' and k.replaced_at is null
          and k.answers ->> 'told' = 'told' and k.answers ->> 'council' = o.authority_code
          and k.answers ->> 'agreed' = 'yes' and k.answers ->> 'chosen' = 'yes' and k.answers ->> 'contactPassed' = 'yes'
        join person_case c on c.id = k.case_id and c.closed_at is null
        join organisation team on team.id = c.organisation_id
        cross join lateral (
          select coalesce(c.release_on <= (app_now() at time zone 'Europe/London')::date + 7, false) as the_day) near
        where o.id = app_organisation() and o.kind = 'council' and o.closed_at is null and app_role() = 'council_officer'
      $$;
    revoke execute on function duties_told_here() from public;
    grant execute on function duties_told_here() to throughgate_professional;

    grant update (name, kind, authority_code, runs, applicant_name, applicant_email, applicant_phone)
      on organisation_application to throughgate_professional;
    create trigger note_record_change after update on organisation_application
      for each row execute function note_record_change();
  `.execute(db)
}
