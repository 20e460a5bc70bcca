import { type Kysely, sql } from 'kysely'

/**
 * A step that is late is told once to whoever must see to it, and once more, a working day later, to the region: which limit was told
 * of, and how far. The order of a waiting list is that in which referrals first came to it, as a place and a number for both sides: nobody
 * reads of another's.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';
    create table referral_late_told (
      referral_id uuid not null references referral,
      due_at timestamptz not null,
      step text not null check (step in ('late', 'escalated')),
      told_at timestamptz not null,
      primary key (referral_id, due_at, step)
    );
    alter table referral_late_told enable row level security;
    alter table referral_late_told force row level security;
    create policy worker on referral_late_told to throughgate_worker using (true) with check (true);
    create policy owner on referral_late_told to throughgate_owner using (true) with check (true);
    grant select, insert on referral_late_told to throughgate_worker;

    create function waiting_place(asked uuid) returns table (place integer, waiting integer)
    language sql stable security definer set search_path = public, pg_temp as $$
      with listed as (
        select r.id, row_number() over (order by first.at, r.id)::integer as place, count(*) over ()::integer as waiting
        from referral r
        cross join lateral (
          select coalesce(min(h.happened_at), r.state_changed_at) as at from referral_history h
          where h.referral_id = r.id and h.to_state = 'waiting_list') first
        where r.state = 'waiting_list' and r.service_id = (select f.service_id from referral f where f.id = asked))
      select l.place, l.waiting from listed l
      where l.id = asked and exists (
        select from referral_party p
        where p.referral_id = asked and p.organisation_id = app_organisation() and p.until > app_now())
    $$;
    revoke execute on function waiting_place(uuid) from public;
    grant execute on function waiting_place(uuid) to throughgate_professional;
  `.execute(db)
}
