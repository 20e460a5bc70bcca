import { type Kysely, sql } from 'kysely'

/**
 * What people ring a service to ask, signed out too: sex, ages, people from prison, children, couples, pets, and which rooms there
 * are. A view, for policies and bedspaces themselves are for professionals: of a policy it holds these criteria alone (no risk rule,
 * no note), of bedspaces their types and never how many. It reads as its owner, so it says itself which services the public sees.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';
    create view service_asked with (security_barrier) as
      select s.id as service_id,
        (select jsonb_object_agg(stated.key, stated.value) from jsonb_each(
            case when jsonb_typeof(p.criteria) = 'object' then p.criteria end) stated
          where stated.key in ('sex', 'ageMin', 'ageMax', 'peopleFromPrison', 'children', 'couple', 'pets')) as takes,
        p.verified_at,
        array(select distinct b.type from bedspace b
          where b.service_id = s.id and b.retired_at is null order by 1) as rooms
      from service s
      left join service_policy p on p.service_id = s.id
      where (s.visibility = 'public' and s.archived_at is null)
        or current_user in ('throughgate_professional', 'throughgate_commissioner', 'throughgate_indexer');
    grant select on service_asked
      to throughgate_public, throughgate_professional, throughgate_commissioner, throughgate_indexer;
  `.execute(db)
}
