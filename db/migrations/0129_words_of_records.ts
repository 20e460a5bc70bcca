import { type Kysely, sql } from 'kysely'

/** What may be struck out of the history of a record. app/screens/record-history/table-words.ts says the same by its words, and a test compares them. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  service: [
    ...['name', 'summary', 'description', 'audience', 'phone', 'out_of_hours_phone', 'email'],
    ...['referral_route_reason', 'staffing', 'languages', 'payment_note', 'paused_note'],
  ],
  site: ['name', 'address', 'town'],
  programme: [
    ...['language_and_literacy', 'rotl_licence', 'travel_and_creche', 'funder', 'funding_renewal'],
    ...['intended_outcomes', 'outcome_measure'],
  ],
  cohort: ['place'],
  service_policy: ['criteria.sexNote', 'notes'],
  bedspace: ['name', 'note'],
  organisation: ['name', 'phone', 'team_email', 'lawful_basis'],
  organisation_application: [
    ...['name', 'runs', 'words', 'applicant_name', 'applicant_email', 'applicant_phone'],
  ],
}

/**
 * The database says which places of a record's history hold words, and what stands where some were struck out: nothing else of a history can be
 * rewritten through it. Of a list one word is struck and the others stay, by its place in the list; words with quotation marks go from decisions too.
 * Beds that were reopened after the last confirmation are told apart as those that were added are.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const places = Object.entries(WORDS).flatMap(([table, each]) => each.map(place => [table, place]))
  await sql`
    set local lock_timeout = '5s';
    drop function strike_old_words(uuid, text[], text, timestamptz);

    create function words_of_records() returns table (table_name text, place text)
      language sql immutable set search_path = public, pg_temp as $$
      values ${sql.raw(places.map(([table, place]) => `('${table}', '${place}')`).join(', '))}
    $$;

    -- place: where in the change the words lie, {name}, {criteria,sexNote} or, of a list, {languages,1}.
    -- 'done'; 'stands' where the row says those words now; null where there are none to strike, or not by this person.
    create function strike_old_words(the_change uuid, place text[], at timestamptz) returns text
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
        update confidential_site_change c set
          before = without_words(c.before, column_of, array[gone], instead), after = without_words(c.after, column_of, array[gone], instead)
          where c.service_id = change.service_id and c.row_key = change.row_key;
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
    revoke execute on function words_of_records(), strike_old_words(uuid, text[], timestamptz) from public;
    grant execute on function strike_old_words(uuid, text[], timestamptz) to throughgate_professional;

    update bedspace b set added_at = c.happened_at from (
      select distinct on (row_key) row_key, happened_at from record_change
      where table_name = 'bedspace' and operation = 'update' and before ? 'retired_at' and before ->> 'retired_at' is not null
        and after ->> 'retired_at' is null
      order by row_key, sequence desc) c
      where b.id = c.row_key::uuid and b.retired_at is null and (b.added_at is null or b.added_at < c.happened_at);
    -- That nobody typed.
    delete from record_change where table_name = 'bedspace' and operation = 'update' and after ? 'added_at'
      and (select count(*) from jsonb_object_keys(after)) = 1;
  `.execute(db)
}
