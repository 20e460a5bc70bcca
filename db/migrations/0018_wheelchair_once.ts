import { type Kysely, sql } from 'kysely'

/**
 * Whether a wheelchair can be used is one fact: what a policy states of it decides, so the directory's column, which the public
 * and the index read, follows it. A policy that is silent leaves the column as it is.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';
    create function wheelchair_as_stated() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      update service set wheelchair = new.criteria #>> '{access,wheelchair}' = 'yes'
        where id = new.service_id and new.criteria #>> '{access,wheelchair}' in ('yes', 'no')
          and wheelchair is distinct from (new.criteria #>> '{access,wheelchair}' = 'yes');
      return null;
    end $$;
    create trigger wheelchair_as_stated after insert or update of criteria on service_policy
      for each row execute function wheelchair_as_stated();

    update service set wheelchair = p.criteria #>> '{access,wheelchair}' = 'yes'
      from service_policy p
      where p.service_id = service.id and p.criteria #>> '{access,wheelchair}' in ('yes', 'no')
        and service.wheelchair is distinct from (p.criteria #>> '{access,wheelchair}' = 'yes');
  `.execute(db)
}
