import { type Kysely, sql } from 'kysely'

/** Why an administrator strikes words of a hidden place: app/domain/entry/hidden/unread.ts says the same in words. */
const WHY = ['asked_by_provider', 'asked_by_person', 'no_manager']

/**
 * Old words of a hidden place are struck out by its keepers, who read them; and on a written request by an administrator, who does not:
 * of each it is said when it was kept, of which field and by somebody in which role, and never what it was, whether it still stands or which others
 * were alike. Every strike is kept for itself, so that none takes the place of another.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';

    -- Who struck words out of what was changed of hidden places, when and why: added to, and never changed.
    create table hidden_strike (
      sequence bigint generated always as identity primary key,
      change_id uuid not null references confidential_site_change,
      -- The field; null where that was not kept.
      place text,
      struck_by uuid not null references person,
      struck_at timestamptz not null,
      -- Of a strike by somebody who had not read them.
      why text check (why in (${sql.raw(WHY.map(why => `'${why}'`).join(', '))})),
      -- Of the change that was chosen, and not one of those that had the same words.
      asked boolean not null default false
    );
    create index hidden_strike_change on hidden_strike (change_id, sequence);
    alter table hidden_strike enable row level security;
    alter table hidden_strike force row level security;
    create policy kept on hidden_strike for select to throughgate_confidential
      using (exists (select from confidential_site_change c where c.id = change_id and keeps_hidden_places(c.service_id)));
    create policy owner on hidden_strike to throughgate_owner using (true) with check (true);
    grant select on hidden_strike to throughgate_confidential;

    insert into hidden_strike (change_id, struck_by, struck_at)
      select id, struck_by, struck_at from confidential_site_change where struck_at is not null order by struck_at, sequence;
    drop trigger note_strike_of_hidden on confidential_site_change;
    drop function note_strike_of_hidden();
    alter table confidential_site_change drop column struck_by, drop column struck_at;

    -- Words of a field go from whatever was changed of one hidden place. chosen: the change that was pointed at, struck already or not.
    create function strike_in_hidden(of_service uuid, of_row text, the_place text, gone text, at timestamptz,
        chosen uuid default null, the_why text default null) returns void
      language plpgsql set search_path = public, pg_temp as $$
    declare
      instead constant text := 'words that were struck out';
    begin
      with struck as (
        update confidential_site_change c set
            before = without_words(c.before, array[the_place], array[gone], instead),
            after = without_words(c.after, array[the_place], array[gone], instead)
          where c.service_id = of_service and c.row_key = of_row
            and (c.before is distinct from without_words(c.before, array[the_place], array[gone], instead)
              or c.after is distinct from without_words(c.after, array[the_place], array[gone], instead))
          returning c.id
      ) insert into hidden_strike (change_id, place, struck_by, struck_at, why, asked)
        select each.id, the_place, app_person(), at, the_why, each.id is not distinct from chosen
        from (select id from struck union select chosen where chosen is not null) each;
    end $$;
    revoke execute on function strike_in_hidden(uuid, text, text, text, timestamptz, uuid, text) from public;

    -- Of the open history of a place, from what was kept while it was hidden too.
    -- place: where in the change the words lie, {name}, {criteria,sexNote} or, of a list, {languages,1}.
    -- 'done'; 'stands' where the row says those words now; null where there are none to strike, or not by this person.
    create or replace function strike_old_words(the_change uuid, place text[], at timestamptz) returns text
      language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      instead constant text := 'words that were struck out';
      column_of constant text[] := case when place[cardinality(place)] ~ '^[0-9]+$' then trim_array(place, 1) else place end;
      change record_change;
      is_now jsonb;
      gone text;
      said text;
      stands boolean;
      asks text;
    begin
      select * into change from record_change c where c.id = the_change
        and corrects_record(c.table_name, c.service_id, c.organisation_id)
        and (c.table_name, array_to_string(column_of, '.')) in (select w.table_name, w.place from words_of_records() w) for update;
      if not found or jsonb_typeof(change.before #> place) is distinct from 'string' then return null; end if;
      gone := change.before #>> place;
      if gone in ('', instead) then return null; end if;

      asks := case change.table_name
        when 'service' then 'select to_jsonb(t) from service t where t.id = $1'
        when 'site' then 'select to_jsonb(t) from site t where t.id = $1'
        when 'programme' then 'select to_jsonb(t) from programme t where t.service_id = $1'
        when 'cohort' then 'select to_jsonb(t) from cohort t where t.id = $1'
        when 'bedspace' then 'select to_jsonb(t) from bedspace t where t.id = $1'
        when 'service_policy' then 'select to_jsonb(t) from service_policy t where t.service_id = $1'
        when 'organisation' then 'select to_jsonb(t) from organisation t where t.id = $1'
        when 'organisation_application' then 'select to_jsonb(t) from organisation_application t where t.id = $1'
        end;
      execute asks into is_now using change.row_key::uuid;
      stands := case jsonb_typeof(is_now #> column_of)
        when 'string' then is_now #>> column_of = gone
        when 'array' then (is_now #> column_of) ? gone end;
      if stands then return 'stands'; end if;

      update record_change c set struck_by = app_person(), struck_at = at,
        before = without_words(c.before, column_of, array[gone], instead), after = without_words(c.after, column_of, array[gone], instead)
        where c.table_name = change.table_name and c.row_key = change.row_key
          and (c.before is distinct from without_words(c.before, column_of, array[gone], instead)
            or c.after is distinct from without_words(c.after, column_of, array[gone], instead));
      if change.table_name = 'site' then
        perform strike_in_hidden(change.service_id, change.row_key, column_of[1], gone, at);
      elsif change.table_name = 'service_policy' and column_of = '{criteria,sexNote}' then
        -- What was decided says the note behind what it is about, in brackets, inside a text of its own.
        said := '(' || substr(to_jsonb(gone)::text, 2, length(to_jsonb(gone)::text) - 2) || ')';
        update referral_decision d set decision = replace(d.decision::text, said, '(' || instead || ')')::jsonb
          from referral r where r.id = d.referral_id and r.service_id = change.service_id and position(said in d.decision::text) > 0;
        update referrer_decision d set decision = replace(d.decision::text, said, '(' || instead || ')')::jsonb
          from referral r where r.id = d.referral_id and r.service_id = change.service_id and position(said in d.decision::text) > 0;
      end if;
      return 'done';
    end $$;

    -- 'done'; 'stands' where the place says those words now; null where there are none to strike, or not by this person.
    create or replace function strike_hidden_words(the_change uuid, the_place text, at timestamptz) returns text
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
      perform strike_in_hidden(change.service_id, change.row_key, the_place, gone, at, change.id);
      -- Of a place that was hidden and is shown, from the open history too.
      update record_change c set struck_by = app_person(), struck_at = at,
          before = without_words(c.before, array[the_place], array[gone], instead),
          after = without_words(c.after, array[the_place], array[gone], instead)
        where c.table_name = 'site' and c.row_key = change.row_key and c.service_id = change.service_id
          and (c.before is distinct from without_words(c.before, array[the_place], array[gone], instead)
            or c.after is distinct from without_words(c.after, array[the_place], array[gone], instead));
      return 'done';
    end $$;

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
      with moved as materialized (
        select gen_random_uuid() as id, c.happened_at, c.by_person, c.row_key, c.operation, c.before, c.after, c.struck_by, c.struck_at, c.sequence
        from record_change c where c.service_id = hidden and c.table_name = 'site'
          -- That they go from the open table is no removal of theirs.
          and not (c.operation = 'delete' and c.happened_at = app_now())
      ), kept as (
        insert into confidential_site_change (id, service_id, happened_at, by_person, row_key, operation, before, after)
          select id, hidden, happened_at, by_person, row_key, operation, before, after from moved order by sequence
      ) insert into hidden_strike (change_id, struck_by, struck_at)
        select id, struck_by, struck_at from moved where struck_at is not null order by struck_at, sequence;
      delete from record_change where service_id = hidden and table_name = 'site';
    end $$;

    -- Old words that are kept of hidden places, the latest first: nothing to anybody but an administrator, and to her no word. Places are numbered as
    -- they were first entered, the words of one field as they were changed; struck are those that one who had not read them pointed at.
    create function hidden_words_kept(of_service uuid)
      returns table (change_id uuid, place text, happened_at timestamptz, by_role text, site_nth integer, sites integer,
        nth integer, many integer, struck_by uuid, struck_at timestamptz, struck_why text)
      language sql stable security definer set search_path = public, pg_temp as $$
      with sites as (
        select c.row_key, row_number() over (order by min(c.happened_at), min(c.sequence)) as nth, count(*) over () as many
        from confidential_site_change c where c.service_id = of_service group by c.row_key
      )
      select c.id, w.place, c.happened_at,
        (select m.role from membership m
          where m.person_id = c.by_person and m.organisation_id = s.organisation_id
          order by m.created_at <= c.happened_at desc, m.created_at desc limit 1),
        sites.nth::integer, sites.many::integer,
        (row_number() over (partition by c.row_key, w.place order by c.happened_at, c.sequence))::integer,
        (count(*) over (partition by c.row_key, w.place))::integer,
        asked.struck_by, asked.struck_at, asked.why
      from confidential_site_change c
        join service s on s.id = c.service_id
        join sites on sites.row_key = c.row_key
        join words_of_records() w on w.table_name = 'confidential_site'
        left join lateral (select h.struck_by, h.struck_at, h.why from hidden_strike h
          where h.change_id = c.id and h.place = w.place and h.asked and h.why is not null limit 1) asked on true
      where app_role() = 'administrator' and c.service_id = of_service
        and jsonb_typeof(c.before -> w.place) = 'string' and c.before ->> w.place <> ''
      order by c.happened_at desc, c.sequence desc, w.place
    $$;

    -- 'done'; 'struck' where those were pointed at before by one who had not read them; null where there are none, or not for this person. It does not
    -- say whether they stand, whether there was anything left to strike, nor where else: each would tell what they are. For the same reason the open
    -- history stays as it is: she reads what goes from it.
    create function strike_hidden_unread(the_change uuid, the_place text, the_why text, at timestamptz) returns text
      language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      change confidential_site_change;
      gone text;
    begin
      if app_role() is distinct from 'administrator' or the_why is null then return null; end if;
      select * into change from confidential_site_change c
        where c.id = the_change
          and the_place in (select w.place from words_of_records() w where w.table_name = 'confidential_site') for update;
      if not found or jsonb_typeof(change.before -> the_place) is distinct from 'string' then return null; end if;
      gone := change.before ->> the_place;
      if gone = '' then return null; end if;
      if exists (select from hidden_strike h
        where h.change_id = the_change and h.place = the_place and h.asked and h.why is not null) then return 'struck'; end if;
      perform strike_in_hidden(change.service_id, change.row_key, the_place, gone, at, change.id, the_why);
      return 'done';
    end $$;
    revoke execute on function hidden_words_kept(uuid), strike_hidden_unread(uuid, text, text, timestamptz) from public;
    grant execute on function hidden_words_kept(uuid), strike_hidden_unread(uuid, text, text, timestamptz)
      to throughgate_professional;
  `.execute(db)
}
