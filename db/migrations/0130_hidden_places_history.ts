import { type Kysely, sql } from 'kysely'

/** Where a hidden place holds words; app/domain/entry/change-words.ts says the same, and a test compares them. */
const WORDS = ['name', 'address', 'town', 'postcode', 'detail']

/**
 * What was changed of hidden places is read, and old words of it struck out, by those who hold their grant: who keeps the entry for its own
 * organisation, and nobody else of it. An editor, who is to decide, reads how many are entered and nothing of where they are.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { rows: known } = await sql<{ table_name: string; place: string }>`
    select table_name, place from words_of_records()`.execute(db)
  const places = [...known, ...WORDS.map(place => ({ table_name: 'confidential_site', place }))]
  await sql`
    set local lock_timeout = '5s';

    create or replace function words_of_records() returns table (table_name text, place text)
      language sql immutable set search_path = public, pg_temp as $$
      values ${sql.raw(places.map(each => `('${each.table_name}', '${each.place}')`).join(', '))}
    $$;

    create function keeps_hidden_places(of_service uuid) returns boolean
      language sql stable set search_path = public, pg_temp as $$
      select app_role() in ('provider_manager', 'council_officer')
        and exists (select from service s where s.id = of_service and s.organisation_id = app_organisation())
    $$;
    -- The policy kept says who reads a place as well as who writes it.
    drop policy own on confidential_site;
    drop policy own on confidential_site_change;
    create policy kept on confidential_site_change for select to throughgate_confidential
      using (keeps_hidden_places(service_id));

    alter table confidential_site_change
      add column struck_by uuid references person,
      add column struck_at timestamptz,
      add constraint struck_whole check ((struck_by is null) = (struck_at is null));
    -- Rows of it are rewritten by strikes alone, of the shown place as well: whoever strikes, it says who and when.
    create function note_strike_of_hidden() returns trigger language plpgsql as $$
    begin
      if (new.before, new.after) is distinct from (old.before, old.after)
        and new.struck_at is not distinct from old.struck_at then
        new.struck_by := app_person();
        new.struck_at := app_now();
      end if;
      return new;
    end $$;
    create trigger note_strike_of_hidden before update on confidential_site_change
      for each row when (app_person() is not null) execute function note_strike_of_hidden();

    -- Its places go behind the grant, and what the open history held of them, with who struck words out of it.
    create or replace function hide_places(hidden uuid) returns void
      language plpgsql security definer set search_path = public, pg_temp as $$
    declare moved jsonb;
    begin
      if not keeps_service(hidden) then raise insufficient_privilege using message = 'not kept by this person'; end if;
      select coalesce(jsonb_agg(to_jsonb(s)), '[]') into moved from site s where s.service_id = hidden;
      delete from site where service_id = hidden;
      update service set confidential = true, version = version + 1 where id = hidden and not confidential;
      insert into confidential_site (id, service_id, name, address, town, postcode, lat, lng)
        select (m ->> 'id')::uuid, hidden, m ->> 'name', coalesce(m ->> 'address', ''), m ->> 'town',
          coalesce(m ->> 'outcode', ''), (m ->> 'lat')::double precision, (m ->> 'lng')::double precision
        from jsonb_array_elements(moved) m;
      insert into confidential_site_change
          (service_id, happened_at, by_person, row_key, operation, before, after, struck_by, struck_at)
        select hidden, c.happened_at, c.by_person, c.row_key, c.operation, c.before, c.after, c.struck_by, c.struck_at
        from record_change c where c.service_id = hidden and c.table_name = 'site'
          -- That they go from the open table is no removal of theirs.
          and not (c.operation = 'delete' and c.happened_at = app_now())
        order by c.sequence;
      delete from record_change where service_id = hidden and table_name = 'site';
    end $$;

    -- 'done'; 'stands' where the place says those words now; null where there are none to strike, or not by this person.
    create function strike_hidden_words(the_change uuid, the_place text, at timestamptz) returns text
      language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      instead constant text := 'words that were struck out';
      change confidential_site_change;
      gone text;
    begin
      select * into change from confidential_site_change c
        where c.id = the_change and keeps_hidden_places(c.service_id)
          and the_place in (select w.place from words_of_records() w where w.table_name = 'confidential_site') for update;
      if not found or jsonb_typeof(change.before -> the_place) is distinct from 'string' then return null; end if;
      gone := change.before ->> the_place;
      if gone in ('', instead) then return null; end if;
      if exists (select from confidential_site s where s.id::text = change.row_key and to_jsonb(s) ->> the_place = gone)
        or exists (select from site s where s.id::text = change.row_key and to_jsonb(s) ->> the_place = gone)
        then return 'stands'; end if;
      update confidential_site_change c set struck_by = app_person(), struck_at = at,
          before = without_words(c.before, array[the_place], array[gone], instead),
          after = without_words(c.after, array[the_place], array[gone], instead)
        where c.row_key = change.row_key and c.service_id = change.service_id
          and (c.before is distinct from without_words(c.before, array[the_place], array[gone], instead)
            or c.after is distinct from without_words(c.after, array[the_place], array[gone], instead));
      -- Of a place that was hidden and is shown, from the open history too.
      update record_change c set struck_by = app_person(), struck_at = at,
          before = without_words(c.before, array[the_place], array[gone], instead),
          after = without_words(c.after, array[the_place], array[gone], instead)
        where c.table_name = 'site' and c.row_key = change.row_key and c.service_id = change.service_id
          and (c.before is distinct from without_words(c.before, array[the_place], array[gone], instead)
            or c.after is distinct from without_words(c.after, array[the_place], array[gone], instead));
      return 'done';
    end $$;

    -- How many hidden places are entered, for who decides on the entry and who keeps it: never where.
    create function hidden_places_entered(of_service uuid) returns integer
      language sql stable security definer set search_path = public, pg_temp as $$
      select case when app_role() in ('editor', 'administrator') or keeps_hidden_places(of_service)
        then (select count(*)::integer from confidential_site s where s.service_id = of_service) end
    $$;
    revoke execute on function strike_hidden_words(uuid, text, timestamptz), hidden_places_entered(uuid) from public;
    grant execute on function strike_hidden_words(uuid, text, timestamptz) to throughgate_confidential;
    grant execute on function hidden_places_entered(uuid) to throughgate_professional;
  `.execute(db)
}
