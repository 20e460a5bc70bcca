import { type Kysely, sql } from 'kysely'

/**
 * A prison transfer hands a case over with its history: one function moves all that says whose it is, and nothing else can. Whoever
 * handed it over reads it no longer.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';

    create table case_hand_over (
      id uuid primary key default gen_random_uuid(),
      case_id uuid not null references person_case,
      from_organisation_id uuid not null references organisation,
      to_organisation_id uuid not null references organisation,
      handed_by uuid not null references person,
      handed_at timestamptz not null
    );
    create index case_hand_over_case on case_hand_over (case_id, handed_at);
    alter table case_hand_over enable row level security;
    alter table case_hand_over force row level security;
    create policy team on case_hand_over for select to throughgate_professional
      using (app_role() = 'officer' and exists (select from person_case c
        where c.id = case_hand_over.case_id and c.organisation_id = app_organisation()));
    create policy owner on case_hand_over to throughgate_owner using (true) with check (true);
    grant select on case_hand_over to throughgate_professional;

    -- Hands an open case of the viewer's team, as she saw it, over to another prison's. The marks of the name are made for that
    -- team. Gives the officers of both teams, to be told; none where there was nothing to hand over.
    create function hand_over_case(handed uuid, to_team uuid, seen_version integer, marks bytea[], at timestamptz)
      returns setof uuid
      language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      from_team constant uuid := app_organisation();
    begin
      if app_role() is distinct from 'officer' or to_team = from_team then return; end if;
      update person_case c set organisation_id = to_team, prison_code = o.prison_code, version = c.version + 1, updated_at = at
        from organisation o
        where c.id = handed and c.organisation_id = from_team and c.closed_at is null and c.version = seen_version
          and o.id = to_team and o.kind = 'prison' and o.prison_code is not null and o.closed_at is null;
      if not found then return; end if;
      update case_reader set organisation_id = to_team
        where case_id = handed and organisation_id = from_team and referral_id is null and queue_id is null;
      update case_identity set organisation_id = to_team where case_id = handed;
      delete from case_name_mark where case_id = handed;
      insert into case_name_mark (case_id, organisation_id, mark) select distinct handed, to_team, m from unnest(marks) m;
      update referral set referrer_organisation_id = to_team where case_id = handed;
      update referral_party set organisation_id = to_team
        where case_id = handed and side = 'referrer' and organisation_id = from_team;
      insert into case_hand_over (case_id, from_organisation_id, to_organisation_id, handed_by, handed_at)
        values (handed, from_team, to_team, app_person(), at);
      return query select distinct m.person_id from membership m join person p on p.id = m.person_id
        where m.organisation_id in (from_team, to_team) and m.role = 'officer' and m.ended_at is null
          and p.disabled_at is null and m.person_id <> app_person();
    end $$;
    revoke execute on function hand_over_case(uuid, uuid, integer, bytea[], timestamptz) from public;
    grant execute on function hand_over_case(uuid, uuid, integer, bytea[], timestamptz) to throughgate_professional;
  `.execute(db)
}
