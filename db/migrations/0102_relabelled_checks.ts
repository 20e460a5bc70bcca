import { type Kysely, sql } from 'kysely'

/**
 * Why an answer was replaced can be said again: it had changed, or it was never so. Nothing else of what was replaced changes, and who
 * said it last, and when, stands beside it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';
    alter table outcome_check
      add column relabelled_by uuid references person,
      add column relabelled_at timestamptz,
      add check ((relabelled_by is null) = (relabelled_at is null)),
      add check (relabelled_at is null or replaced_at is not null);
    grant update (relabelled_by, relabelled_at) on outcome_check to throughgate_professional;

    alter policy replaced_once on outcome_check using (true)
      with check (app_person() in (replaced_by, relabelled_by));
    create function keep_replaced_check() returns trigger language plpgsql as $$
    begin
      if old.replaced_at is null then
        if current_user = 'throughgate_professional' and new.replaced_by is distinct from app_person()
        then raise insufficient_privilege using message = 'new row violates row-level security: somebody else replaced it'; end if;
      elsif (new.replaced_at, new.replaced_by) is distinct from (old.replaced_at, old.replaced_by)
        or (current_user = 'throughgate_professional' and new.relabelled_by is distinct from app_person())
      then raise insufficient_privilege using message = 'what was replaced stays as it was replaced'; end if;
      return new;
    end $$;
    create trigger keep_replaced before update on outcome_check for each row execute function keep_replaced_check();
  `.execute(db)
}
