import { type Kysely, sql } from 'kysely'

/**
 * Everything that is held on one person, on request, for an administrator alone: found by the keyed hash of a prison number or the marks of a
 * CRN, and read table by table as the database itself knows which belong to a case, so that a table that comes later is among them. Each use is
 * audited by who calls it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';

    -- The cases of whom a number or marks are, or of whom another case is, at every prison.
    create function cases_of_person(hashes bytea[], marks bytea[], of_case uuid)
      returns table (id uuid, reference text, organisation_name text, opened_at timestamptz, closed_at timestamptz)
      language sql stable security definer set search_path = public, pg_temp as $$
      select c.id, c.reference, o.name, c.created_at, c.closed_at
      from person_case c join case_identity i on i.case_id = c.id join organisation o on o.id = c.organisation_id
      where app_role() = 'administrator'
        and (i.prison_number_hash = any (hashes)
          or i.prison_number_hash = (select k.prison_number_hash from case_identity k where k.case_id = of_case)
          or c.id in (select m.case_id from case_name_mark m where m.mark = any (marks)))
      order by c.created_at
    $$;

    -- Releases of a prison's list that mean the person, whether or not there is a case.
    create function listed_of_person(hashes bytea[]) returns table (prison_code text, release_on date, listed_at timestamptz)
      language sql stable security definer set search_path = public, pg_temp as $$
      select l.prison_code, l.release_on, l.listed_at from release_list_entry l
      where app_role() = 'administrator' and l.prison_number_hash = any (hashes) order by l.release_on
    $$;

    create function held_on_case(the_case uuid) returns table (kept_in text, entry jsonb)
      language plpgsql stable security definer set search_path = public, pg_temp as $$
    declare
      each record;
    begin
      if app_role() is distinct from 'administrator' then return; end if;
      for each in
        with named as (
          select c.oid as relation from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'case_id' and not a.attisdropped
          where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'),
        by_key as (
          select k.conrelid as relation, string_agg(format('t.%I in (select p.%I from %s p where p.case_id = $1)',
            own.attname, theirs.attname, k.confrelid::regclass), ' or ') as condition
          from pg_constraint k
          join pg_attribute own on own.attrelid = k.conrelid and own.attnum = k.conkey[1]
          join pg_attribute theirs on theirs.attrelid = k.confrelid and theirs.attnum = k.confkey[1]
          where k.contype = 'f' and k.confrelid in (select relation from named)
            and k.conrelid not in (select relation from named) and cardinality(k.conkey) = 1
          group by k.conrelid)
        select 'person_case' as name, 't.id = $1' as condition
        union all select relation::regclass::text, 't.case_id = $1' from named
        union all select relation::regclass::text, condition from by_key
      loop
        return query execute format('select %L, to_jsonb(t) from %I t where %s', each.name, each.name, each.condition) using the_case;
      end loop;
      return query select 'release_list_entry', to_jsonb(l) from release_list_entry l
        where l.prison_number_hash = (select i.prison_number_hash from case_identity i where i.case_id = the_case);
      return query select 'audit_entry', to_jsonb(a) from audit_entry a
        where a.subject_id = the_case
          or a.subject_id in (select r.id from referral r where r.case_id = the_case)
          or a.subject_id in (select n.id from nomination n where n.case_id = the_case);
    end $$;
  `.execute(db)
  for (const each of FUNCTIONS)
    await sql`
      revoke execute on function ${sql.raw(each)} from public;
      grant execute on function ${sql.raw(each)} to throughgate_professional;
    `.execute(db)
}

const FUNCTIONS = [
  'cases_of_person(bytea[], bytea[], uuid)',
  'listed_of_person(bytea[])',
  'held_on_case(uuid)',
]
