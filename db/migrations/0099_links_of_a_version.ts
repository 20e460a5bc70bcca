import { type Kysely, sql } from 'kysely'

/**
 * The link of a reminder is about the policy as it was when it was sent: what was stated since is no longer what it asks. Whoever opens it
 * learns when that was and of which parts, by their names: what they said and say is for those who sign in.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';
    -- Of service_policy.version; null of a link about vacancies, and of one that was sent before this.
    alter table confirmation_link add column about_version integer;

    create function stated_since_link(the_link uuid) returns table (stated_at timestamptz, part text)
      language sql stable security definer set search_path = public, pg_temp as $$
        select c.happened_at, changed.part
        from confirmation_link l
        join record_change c on c.service_id = l.service_id and c.table_name = 'service_policy'
          and c.operation = 'update' and c.happened_at >= l.created_at
        cross join lateral (
          select coalesce(was.key, is_now.key) as part
          from jsonb_each(coalesce(c.before -> 'criteria', '{}')) was
          full join jsonb_each(coalesce(c.after -> 'criteria', '{}')) is_now on was.key = is_now.key
          where was.value is distinct from is_now.value
          union all
          select 'notes' where c.before -> 'notes' is distinct from c.after -> 'notes') changed
        where l.id = the_link and l.kind <> 'vacancies'
        order by c.sequence desc, changed.part $$;
    revoke execute on function stated_since_link(uuid) from public;
    grant execute on function stated_since_link(uuid) to throughgate_sign_in;
  `.execute(db)
}
