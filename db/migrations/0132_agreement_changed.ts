import { type Kysely, sql } from 'kysely'

/**
 * How much the person agrees to share can be widened, narrowed and put right, by the team that asks her: whoever is to read it never says so. Reading
 * follows case_reader, which is written anew with it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';
    create function agreed_with_the_referrer() returns trigger language plpgsql as $$
    begin
      if new.agreed_tier is distinct from old.agreed_tier and app_role() is not null and not (app_role() = 'officer' and exists (
        select from referral_party p where p.referral_id = new.id and p.side = 'referrer' and p.organisation_id = app_organisation())) then
        raise exception 'What the person agrees to share is for the team to say that asks her' using errcode = 'insufficient_privilege';
      end if;
      return new;
    end $$;
    create trigger agreed_with_the_referrer before update of agreed_tier on referral
      for each row execute function agreed_with_the_referrer();
    grant update (agreed_tier) on referral to throughgate_professional;
  `.execute(db)
}
