import { type Kysely, sql } from 'kysely'

/**
 * Old words of an entry, its rooms, its runs and its policy, of an organisation and of an application, that should never have been typed are struck
 * out by whoever corrects such words. They go from every wording that the history holds of the row, from what was kept of a place while it was hidden,
 * and of a policy from what was decided by it; who struck them and when stays. What the row says now is corrected first.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';
    alter table record_change
      add column struck_by uuid references person,
      add column struck_at timestamptz,
      add constraint struck_whole check ((struck_by is null) = (struck_at is null));

    -- Who may strike words out of the history of a record: whoever corrects it. app/domain/record-change/old-words.ts says the same by role.
    create function corrects_record(the_table text, the_service uuid, the_organisation uuid) returns boolean
      language sql stable set search_path = public, pg_temp as $$
      select app_role() in ('editor', 'administrator') or (the_organisation = app_organisation()
        and (app_role() in ('provider_manager', 'council_officer')
          or (the_table = 'bedspace' and app_role() = 'provider_worker')))
    $$;

    -- What is held, a row or the columns of it that changed, with those words replaced at one place, in a text or in a list of texts.
    create function without_words(held jsonb, place text[], gone text[], instead text) returns jsonb
      language sql immutable set search_path = public, pg_temp as $$
      select case jsonb_typeof(held #> place)
        when 'string' then case when held #>> place = any (gone) then jsonb_set(held, place, to_jsonb(instead)) else held end
        when 'array' then jsonb_set(held, place, coalesce((
          select jsonb_agg(case when e.value #>> '{}' = any (gone) then to_jsonb(instead) else e.value end order by e.nth)
          from jsonb_array_elements(held #> place) with ordinality e (value, nth)), '[]'))
        else held end
    $$;

    -- 'done'; 'stands' where the row says those words now; null where there are none to strike, or not by this person.
    create function strike_old_words(the_change uuid, place text[], instead text, at timestamptz) returns text
      language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      change record_change;
      is_now jsonb;
      old jsonb;
      gone text[];
      asks text;
    begin
      select * into change from record_change c where c.id = the_change
        and corrects_record(c.table_name, c.service_id, c.organisation_id) for update;
      if not found then return null; end if;
      old := change.before #> place;
      gone := case jsonb_typeof(old)
        when 'string' then array[old #>> '{}']
        when 'array' then array(select jsonb_array_elements_text(old)) end;
      gone := array(select word from unnest(gone) word where word <> instead and word <> '');
      if cardinality(gone) = 0 then return null; end if;

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
      -- Of every other table words are struck out where they stand.
      if asks is null then return null; end if;
      execute asks into is_now using change.row_key::uuid;
      gone := array(select word from unnest(gone) word where not coalesce(case jsonb_typeof(is_now #> place)
        when 'string' then is_now #>> place = word
        when 'array' then (is_now #> place) ? word end, false));
      if cardinality(gone) = 0 then return 'stands'; end if;

      update record_change c set struck_by = app_person(), struck_at = at,
        before = without_words(c.before, place, gone, instead), after = without_words(c.after, place, gone, instead)
        where c.table_name = change.table_name and c.row_key = change.row_key
          and (c.before is distinct from without_words(c.before, place, gone, instead)
            or c.after is distinct from without_words(c.after, place, gone, instead));
      if change.table_name = 'site' then
        update confidential_site_change c set
          before = without_words(c.before, place, gone, instead), after = without_words(c.after, place, gone, instead)
          where c.service_id = change.service_id and c.row_key = change.row_key;
      elsif change.table_name = 'service_policy' and place = '{criteria,sexNote}' then
        -- What was decided says the note behind what it is about, in brackets.
        update referral_decision d set decision = replace(d.decision::text, said.old, said.new)::jsonb
          from referral r, lateral (select '(' || trim('"' from to_jsonb(gone[1])::text) || ')' as old, '(' || instead || ')' as new) said
          where r.id = d.referral_id and r.service_id = change.service_id and position(said.old in d.decision::text) > 0;
        update referrer_decision d set decision = replace(d.decision::text, said.old, said.new)::jsonb
          from referral r, lateral (select '(' || trim('"' from to_jsonb(gone[1])::text) || ')' as old, '(' || instead || ')' as new) said
          where r.id = d.referral_id and r.service_id = change.service_id and position(said.old in d.decision::text) > 0;
      end if;
      return 'done';
    end $$;
    revoke execute on function corrects_record(text, uuid, uuid), without_words(jsonb, text[], text[], text),
      strike_old_words(uuid, text[], text, timestamptz) from public;
    grant execute on function strike_old_words(uuid, text[], text, timestamptz) to throughgate_professional;
  `.execute(db)
}
