import { type Kysely, sql } from 'kysely'

/**
 * Of dates that were typed before each had a span, the ends are cut to what may be typed now: of voids, of what is held or offered, of
 * stays that are forecast, and limits. First days of claims and of offers stay, and so do release dates: whoever keeps them is asked
 * when they are next typed. A void is cut to three years from today, or from its first day where that is to come: never to a day
 * that has passed, for nobody said that the bedspace is free. A limit is cut to noon of the last working day before the release, and
 * is none where that is past: then somebody rings. What an offer expires by stays: both sides were told.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`set local lock_timeout = '5s'`.execute(db)
  await cutClaims(db)
  await cutLimits(db)
}

async function cutClaims(db: Kysely<unknown>): Promise<void> {
  await sql`
    update bedspace_claim c set during = daterange(lower(c.during), cut.day)
    from bedspace_claim b
    cross join lateral (select (greatest(lower(b.during), ${today}) + interval '3 years')::date as day) cut
    where b.id = c.id and c.kind = 'void' and c.active and upper(c.during) > cut.day;

    -- Somebody whose departure is years away stays until it is recorded. Where another claim lies behind, or she is known to stay on,
    -- the days of the stay are not hers alone: only the forecast is cut.
    with far as (
      select c.id, not c.outstays and not exists (
        select from bedspace_claim o
        where o.bedspace_id = c.bedspace_id and o.active and lower(o.during) >= upper(c.during)) as opens
      from bedspace_claim c
      where c.kind = 'occupied' and c.active and c.expected_until > (${today} + interval '5 years')::date)
    update bedspace_claim c set
      expected_until = (${today} + interval '5 years')::date,
      leaving_sure = c.leaving_sure and not far.opens, must_end = c.must_end and not far.opens,
      during = case when c.leaving_sure and far.opens then daterange(lower(c.during), null) else c.during end
    from far where far.id = c.id;
    update placement set expected_departure_on = (${today} + interval '5 years')::date
    where departed_on is null and expected_departure_on > (${today} + interval '5 years')::date;

    update offer set until_on = (from_on + interval '5 years')::date
    where until_on > (from_on + interval '5 years')::date;
    -- The stay, and room for the turnaround after it.
    update bedspace_claim set during = daterange(lower(during), (lower(during) + interval '61 months')::date)
    where kind = 'hold' and active and upper(during) > (lower(during) + interval '61 months')::date;
  `.execute(db)
}

async function cutLimits(db: Kysely<unknown>): Promise<void> {
  await sql`
    with last_moment as (
      select r.id, (worked.day + time '12:00') at time zone 'Europe/London' as at
      from referral r
      join person_case c on c.id = r.case_id
      cross join lateral (
        select max(each)::date as day
        from generate_series(c.release_on - 14, c.release_on - 1, interval '1 day') each
        where extract(isodow from each) < 6 and each::date <> all(${bankHolidays})) worked
      where r.closed_at is null and c.release_on >= ${today} - 7 and r.state in (
        'submitted', 'information_requested', 'under_review', 'assessment_booked', 'waiting_list',
        'awaiting_approval', 'to_reconfirm'))
    update referral r set due_at = case when l.at > app_now() then l.at end
    from last_moment l
    where l.id = r.id and r.due_at > l.at
  `.execute(db)
}

const today = sql`(app_now() at time zone 'Europe/London')::date`

/** In England and Wales, as GOV.UK had published them when this was written. */
const bankHolidays = sql`array[
  '2026-12-25', '2026-12-28', '2027-01-01', '2027-03-26', '2027-03-29', '2027-05-03', '2027-05-31', '2027-08-30', '2027-12-27',
  '2027-12-28', '2028-01-03', '2028-04-14', '2028-04-17', '2028-05-01', '2028-05-29', '2028-08-28', '2028-12-25', '2028-12-26'
]::date[]`
