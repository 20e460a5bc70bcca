import { type Kysely, sql } from 'kysely'

/**
 * A row that moves from one service to another changes both in the index, not only the one it comes to. And whatever changes
 * in an organisation changes its services there: which columns a document is made from is for the code to say.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';
    create or replace function note_index_change() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      insert into index_change (service_id)
      select distinct touched.service_id
      from unnest(array[to_jsonb(old), to_jsonb(new)]) as version (held)
      cross join lateral (select case tg_table_name
        when 'service' then (version.held ->> 'id')::uuid
        when 'bedspace_claim'
          then (select b.service_id from bedspace b where b.id = (version.held ->> 'bedspace_id')::uuid)
        else (version.held ->> 'service_id')::uuid
      end as service_id) touched
      where touched.service_id is not null;
      perform pg_notify('index_change', '');
      return null;
    end $$;

    drop trigger note_index_change on organisation;
    create trigger note_index_change after update on organisation
      for each row when (old.* is distinct from new.*) execute function note_organisation_change();
  `.execute(db)
}
