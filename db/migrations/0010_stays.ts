import { type Kysely, sql } from 'kysely'

/**
 * A stay claims its bedspace until the departure is recorded. The expected day is a forecast; only where the provider is
 * sure of it do the days of the claim end there, so that the bedspace may be offered for later.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';

    alter table bedspace_claim
      add column expected_until date,
      add column leaving_sure boolean not null default false;
    grant update (expected_until, leaving_sure)
      on bedspace_claim to throughgate_professional, throughgate_worker, throughgate_system;

    -- What somebody takes who comes by another route is a stay, and no void.
    update bedspace_claim set kind = 'occupied', void_reason = null where void_reason = 'taken_elsewhere';

    update bedspace_claim c set expected_until = coalesce(
        (select p.expected_departure_on from placement p where p.claim_id = c.id), upper(c.during))
      where c.kind = 'occupied' and not upper_inf(c.during);

    -- The turnaround that was foreseen behind a stay begins when its departure is recorded.
    update bedspace_claim t set active = false, released_at = now()
      where t.kind = 'turnaround' and t.active and lower(t.during) > current_date and exists (
        select from bedspace_claim c where c.bedspace_id = t.bedspace_id and c.kind = 'occupied' and c.active
          and upper(c.during) = lower(t.during)
          and not exists (select from placement p where p.claim_id = c.id and p.departed_on is not null));
  `.execute(db)
  await openStays(db)
  await sql`
    alter table bedspace_claim
      add constraint stay_forecast check (
        (kind = 'occupied' or (expected_until is null and not leaving_sure))
        and (not leaving_sure or (expected_until is not null and not upper_inf(during)))),
      -- The days a claim stands for: a stay ends when its departure is recorded, whatever day was expected.
      add column claimed daterange not null generated always as
        (case when leaving_sure then daterange(lower(during), null) else during end) stored;
  `.execute(db)
}

/** Stays nobody recorded the end of: open where nothing else was promised behind them, else sure to end before it. */
async function openStays(db: Kysely<unknown>): Promise<void> {
  await sql`
    with running as (
      select c.id, exists (
        select from bedspace_claim o where o.bedspace_id = c.bedspace_id and o.active and o.id <> c.id
          and lower(o.during) >= upper(c.during)) as promised
      from bedspace_claim c left join placement p on p.claim_id = c.id
      where c.kind = 'occupied' and c.active and not upper_inf(c.during)
        and p.departed_on is null and (p.id is not null or upper(c.during) > current_date))
    update bedspace_claim c set
      during = case when running.promised then c.during else daterange(lower(c.during), null) end,
      leaving_sure = running.promised
    from running where running.id = c.id`.execute(db)
}
