import type { Client } from 'pg'
import type { Right } from './manifest'

/** Who may do what with a table, view, sequence, column, function or the schema; the owner's own rights say nothing. */
const GRANTS = `
  with things as (
    select case c.relkind when 'S' then 'sequence ' when 'v' then 'view ' else 'table ' end || c.relname as thing, c.relowner as owner,
        coalesce(c.relacl, acldefault(case c.relkind when 'S' then 's' else 'r' end::"char", c.relowner)) as acl
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'S') and c.relname not like 'kysely%'
    union all
    select 'column ' || c.relname || '.' || a.attname, c.relowner, a.attacl
      from pg_attribute a join pg_class c on c.oid = a.attrelid
      where c.relnamespace = 'public'::regnamespace and a.attacl is not null and not a.attisdropped
    union all
    select 'function ' || p.oid::regprocedure, p.proowner, coalesce(p.proacl, acldefault('f', p.proowner))
      from pg_proc p where p.pronamespace = 'public'::regnamespace
        and not exists (select from pg_depend d where d.objid = p.oid and d.classid = 'pg_proc'::regclass and d.deptype = 'e')
    union all
    select 'schema ' || nspname, nspowner, nspacl from pg_namespace where nspname = 'public'
  )
  select format('%s may %s %s', case g.grantee when 0 then 'everybody' else g.grantee::regrole::text end, lower(g.privilege_type), thing) as what,
      '' as how
    from things cross join lateral aclexplode(acl) g where g.grantee <> owner`

const POLICIES = `
  select format('policy %s of table %s: %s %s, for %s', policyname, tablename, lower(permissive), lower(cmd), array_to_string(roles, ', ')) as what,
      format('using %s check %s', coalesce(qual, '-'), coalesce(with_check, '-')) as how
    from pg_policies where schemaname = 'public'
  union all
  select format('table %s: row security is on%s', relname, case when relforcerowsecurity then ', for its owner too' else '' end), ''
    from pg_class where relnamespace = 'public'::regnamespace and relrowsecurity`

/** Every row policy and every grant of the service's own schema, in one order on every server. Those of the job tables are made by migrating. */
export async function readRights(client: Client): Promise<Right[]> {
  const { rows } = await client.query<Right>(
    `select what, how from (${GRANTS} union all ${POLICIES}) all_rights order by what collate "C", how collate "C"`,
  )
  return rows
}
