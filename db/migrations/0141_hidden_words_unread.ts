import { type Kysely, sql } from 'kysely'

/** Why an administrator strikes words of a hidden place: app/domain/entry/hidden/unread.ts says the same in words. */
const WHY = ['asked_by_provider', 'asked_by_person', 'no_manager']

/**
 * Old words of a hidden place are struck out by its keepers, who read them; and on a written request by an administrator, who does not:
 * of each it is said when it was kept, of which field and by somebody in which role, and never what it was or whether it still stands.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';
    alter table confidential_site_change
      add column struck_why text check (struck_why in (${sql.raw(WHY.map(why => `'${why}'`).join(', '))})),
      add constraint struck_why_of_strike check (struck_why is null or struck_at is not null);

    -- Who else strikes them afterwards reads them, and owes no reason.
    create or replace function note_strike_of_hidden() returns trigger language plpgsql as $$
    begin
      if (new.before, new.after) is distinct from (old.before, old.after) then
        if new.struck_at is not distinct from old.struck_at then
          new.struck_by := app_person();
          new.struck_at := app_now();
        end if;
        if app_role() <> 'administrator' then new.struck_why := null; end if;
      end if;
      return new;
    end $$;

    -- Old words that are kept of hidden places, the latest first: nothing to anybody but an administrator, and to her no word.
    create function hidden_words_kept(of_service uuid)
      returns table (change_id uuid, place text, happened_at timestamptz, by_role text, is_struck boolean,
        struck_at timestamptz, struck_by uuid, struck_why text)
      language sql stable security definer set search_path = public, pg_temp as $$
      select c.id, w.place, c.happened_at,
        (select m.role from membership m
          where m.person_id = c.by_person and m.organisation_id = s.organisation_id
          order by m.created_at <= c.happened_at desc, m.created_at desc limit 1),
        c.before ->> w.place = 'words that were struck out', c.struck_at, c.struck_by, c.struck_why
      from confidential_site_change c join service s on s.id = c.service_id, words_of_records() w
      where app_role() = 'administrator' and c.service_id = of_service and w.table_name = 'confidential_site'
        and jsonb_typeof(c.before -> w.place) = 'string' and c.before ->> w.place <> ''
      order by c.happened_at desc, c.sequence desc, w.place
    $$;

    -- 'done'; null where there are none to strike, or not by this person. It does not say whether they still stand: that would tell what they are.
    create function strike_hidden_unread(the_change uuid, the_place text, why text, at timestamptz) returns text
      language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      instead constant text := 'words that were struck out';
      change confidential_site_change;
      gone text;
    begin
      select * into change from confidential_site_change c
        where c.id = the_change and app_role() = 'administrator'
          and the_place in (select w.place from words_of_records() w where w.table_name = 'confidential_site') for update;
      if not found or jsonb_typeof(change.before -> the_place) is distinct from 'string' then return null; end if;
      gone := change.before ->> the_place;
      if gone in ('', instead) then return null; end if;
      update confidential_site_change c set struck_by = app_person(), struck_at = at, struck_why = why,
          before = without_words(c.before, array[the_place], array[gone], instead),
          after = without_words(c.after, array[the_place], array[gone], instead)
        where c.row_key = change.row_key and c.service_id = change.service_id
          and (c.before is distinct from without_words(c.before, array[the_place], array[gone], instead)
            or c.after is distinct from without_words(c.after, array[the_place], array[gone], instead));
      update record_change c set struck_by = app_person(), struck_at = at,
          before = without_words(c.before, array[the_place], array[gone], instead),
          after = without_words(c.after, array[the_place], array[gone], instead)
        where c.table_name = 'site' and c.row_key = change.row_key and c.service_id = change.service_id
          and (c.before is distinct from without_words(c.before, array[the_place], array[gone], instead)
            or c.after is distinct from without_words(c.after, array[the_place], array[gone], instead));
      return 'done';
    end $$;
    revoke execute on function hidden_words_kept(uuid), strike_hidden_unread(uuid, text, text, timestamptz) from public;
    grant execute on function hidden_words_kept(uuid), strike_hidden_unread(uuid, text, text, timestamptz)
      to throughgate_professional;
  `.execute(db)
}
