import { type Kysely, sql } from 'kysely'

/**
 * A decision keeps the day on which its entry was last checked before, which it gives back where it is taken back. And words of a decision that should
 * never have been typed are struck out by an editor or administrator: they go from the decision and from the history of the entry, where every
 * wording lay; that they were struck stays there, with who and when.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';
    alter table entry_review add column checked_before date, add column struck_at timestamptz;

    -- Of those that were decided before: what the change said that the decision made; where it made none, its own day.
    update entry_review r set checked_before = case
      when made.before is null then (r.happened_at at time zone 'Europe/London')::date
      else (made.before ->> 'assured_on')::date end
    from entry_review d
    left join lateral (select c.before from record_change c
      where c.service_id = d.service_id and c.table_name = 'service' and c.operation = 'update' and c.by_person = d.by_person
        and (c.after ->> 'assured_on')::date = (d.happened_at at time zone 'Europe/London')::date
        and c.happened_at between d.happened_at - interval '1 minute' and d.happened_at + interval '1 minute'
      order by c.sequence desc limit 1) made on true
    where d.id = r.id and r.decision in ('approved', 'looked_at');
    -- That nobody decided.
    delete from record_change where table_name = 'entry_review' and after ? 'checked_before';

    create function strike_review_words(the_review uuid, instead text, at timestamptz) returns boolean
      language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      update entry_review set words = instead, struck_at = at
        where id = the_review and words <> instead and app_role() in ('editor', 'administrator');
      if not found then return false; end if;
      update record_change set before = before - 'words', after = after - 'words'
        where table_name = 'entry_review' and row_key = the_review::text;
      return true;
    end $$;
    revoke execute on function strike_review_words(uuid, text, timestamptz) from public;
    grant execute on function strike_review_words(uuid, text, timestamptz) to throughgate_professional;
  `.execute(db)
}
