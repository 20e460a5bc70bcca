import { type Kysely, sql } from 'kysely'

/**
 * Narrows who may change a claim on a bedspace: an open referral to a service let its officer free the claims of others there.
 * And what a provider is called reaches the search index.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';
    drop policy of_referral on bedspace_claim;
    create policy of_referral on bedspace_claim for insert to throughgate_professional, throughgate_system
      with check (exists (
        select from bedspace b join referral r on r.service_id = b.service_id
        where b.id = bedspace_id and r.closed_at is null));
    -- Its links are seen by a referral's parties, and by the system within the one case.
    create policy own_referral on bedspace_claim for update to throughgate_professional, throughgate_system
      using (exists (select from referral_claim c where c.claim_id = bedspace_claim.id));
    create policy lapsed on bedspace_claim for update to throughgate_professional, throughgate_system
      using (active and lapses_at <= now()) with check (not active);

    -- A count's claims may be laid out anew by whoever needs room on it: they stay, whole, on bedspaces that are alike.
    create function lay_out_claims(moves jsonb) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      lifted uuid[];
    begin
      with moved as (
        update bedspace_claim c set active = false, released_at = now()
        from jsonb_to_recordset(moves) m(id uuid, "to" uuid), bedspace old, bedspace new
        where c.id = m.id and c.active and old.id = c.bedspace_id and new.id = m."to"
          and not old.named and not new.named and old.service_id = new.service_id and old.type = new.type
        returning c.id)
      select array_agg(id) into lifted from moved;
      update bedspace_claim c set bedspace_id = m."to", active = true, released_at = null
      from jsonb_to_recordset(moves) m(id uuid, "to" uuid)
      where c.id = m.id and c.id = any(lifted);
    end $$;
    revoke execute on function lay_out_claims from public;
    grant execute on function lay_out_claims to throughgate_professional, throughgate_system, throughgate_worker;

    create function note_organisation_change() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      insert into index_change (service_id) select id from service where organisation_id = new.id;
      perform pg_notify('index_change', '');
      return null;
    end $$;
    create trigger note_index_change after update on organisation
      for each row when (old.name is distinct from new.name) execute function note_organisation_change();
  `.execute(db)
}
