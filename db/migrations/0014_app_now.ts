import { type Kysely, sql } from 'kysely'

/**
 * One clock for everything the database decides or writes by itself: app_now(), which is now(). A test that looks at another
 * day replaces the function as its owner (db/move-clock.ts); no role the service serves with may. Every policy and every
 * column default that asked now() asks it from here on.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';
    create function app_now() returns timestamptz language sql stable as $$ select now() $$;

    do $$
    declare
      asking record;
    begin
      for asking in
        select tablename, policyname, qual, with_check from pg_policies
        where schemaname = 'public' and concat(qual, with_check) like '%now()%'
      loop
        execute format('alter policy %I on %I', asking.policyname, asking.tablename)
          || coalesce(' using (' || replace(asking.qual, 'now()', 'app_now()') || ')', '')
          || coalesce(' with check (' || replace(asking.with_check, 'now()', 'app_now()') || ')', '');
      end loop;

      for asking in
        select table_name, column_name from information_schema.columns
        where table_schema = 'public' and column_default = 'now()'
      loop
        execute format('alter table %I alter column %I set default app_now()', asking.table_name, asking.column_name);
      end loop;
    end $$;
  `.execute(db)
}
