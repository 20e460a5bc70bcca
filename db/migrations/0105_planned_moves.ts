import { type Kysely, sql } from 'kysely'

/**
 * Somebody who is to move to another bedspace on a day to come is in the first until the move is recorded: hers is a stay that is sure to
 * end, its turnaround within its days, and no departure. Those that were planned as departures become so; each claim stands for the days it
 * did, and whoever planned it changed nothing, so that no change is noted. And the stay that moves is found by where it goes.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';
    create index bedspace_claim_moved_to on bedspace_claim (moved_to) where moved_to is not null;

    select set_config('app.laying_out', 'yes', true);
    create temporary table planned_move on commit drop as
      select c.id, t.id as turnaround, coalesce(upper(t.during), c.left_on) as until
      from bedspace_claim c
      left join bedspace_claim t on t.bedspace_id = c.bedspace_id and t.kind = 'turnaround' and t.active
        and lower(t.during) = c.left_on
      where c.active and c.moved_to is not null and c.left_on > (app_now() at time zone 'Europe/London')::date;
    update bedspace_claim c set active = false, released_at = now()
      from planned_move p where c.id = p.turnaround;
    -- Whose days end sooner, for another's begin, outlasts them.
    update bedspace_claim c set
      during = case when upper(c.during) < c.left_on then c.during else daterange(lower(c.during), p.until) end,
      outstays = upper(c.during) < c.left_on,
      expected_until = c.left_on, leaving_sure = true, left_on = null
    from planned_move p where c.id = p.id;
    drop table planned_move;
    select set_config('app.laying_out', '', true);
  `.execute(db)
}
