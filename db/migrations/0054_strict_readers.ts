import { type Kysely, sql } from 'kysely'

/**
 * What the tables themselves hold to. A reader by way of the queue reads the case at tier 1 and nothing of any referral. What is
 * written once is signed by whoever writes it and never written over. The beds of a place whose site is hidden are in no reading.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`set local lock_timeout = '5s'`.execute(db)
  await readReferrals(db)
  await signRegister(db)
  await signChecks(db)
  await signQueue(db)
  await mendKept(db)
}

/** What was kept before. */
export async function mendKept(db: Kysely<unknown>): Promise<void> {
  await saySoftly(db)
  await hideBeds(db)
}

const OF_A_TIER = ['referral_note', 'referral_decision', 'referral_change_fact'] as const

/** A row of the queue names no referral either, and opens none. */
async function readReferrals(db: Kysely<unknown>): Promise<void> {
  for (const table of OF_A_TIER)
    await sql`alter policy readers on ${sql.table(table)} using (${reader(table)})`.execute(db)
  const detail = 'referral_change_detail'
  await sql`
    alter policy readers on ${sql.table(detail)} using (${reader(detail)}
      and (app_role() = 'officer' or (not silent and exists (
        select from referral_change c where c.id = change_id and c.passed_on))))`.execute(db)
}

function reader(table: string) {
  const name = sql.table(table)
  return sql`exists (
    select from case_reader r
    where r.case_id = ${name}.case_id and r.organisation_id = app_organisation()
      and r.tier >= ${name}.tier and r.until > app_now()
      and (r.person_id is null or r.person_id = app_person())
      and (r.role is null or r.role = app_role())
      and (r.referral_id = ${name}.referral_id or (r.referral_id is null and r.queue_id is null)))`
}

/** The wording that stands is the last, and is not struck out: a strike is the one change a wording takes. */
async function signRegister(db: Kysely<unknown>): Promise<void> {
  await sql`
    create policy signed on register_version as restrictive for insert
      to throughgate_professional, throughgate_commissioner
      with check (written_by = app_person() and struck_at is null);
    create policy strikes_alone on register_version as restrictive for update
      to throughgate_professional, throughgate_commissioner
      using (struck_at is null and exists (
        select from register_entry e where e.id = register_version.entry_id and e.version > register_version.version))
      with check (words is null and owner is null and struck_by = app_person());
    create policy last_stands on register_entry as restrictive for update
      to throughgate_professional, throughgate_commissioner
      using (true)
      with check (version = (select max(v.version) from register_version v where v.entry_id = register_entry.id));
  `.execute(db)
}

async function signChecks(db: Kysely<unknown>): Promise<void> {
  await sql`
    create policy signed on outcome_check as restrictive for insert to throughgate_professional
      with check (recorded_by = app_person() and replaced_at is null);
    create policy replaced_once on outcome_check as restrictive for update to throughgate_professional
      using (replaced_at is null) with check (replaced_by = app_person());
  `.execute(db)
}

/** An entry is taken once, by the coordinator who takes it, and ended once, by whoever ends it. */
async function signQueue(db: Kysely<unknown>): Promise<void> {
  await sql`
    create policy signed on nobody_fits as restrictive for insert to throughgate_professional
      with check (recorded_by = app_person() and taken_at is null and ended_at is null);
    create policy taken_or_ended on nobody_fits as restrictive for update to throughgate_professional
      using (ended_at is null)
      with check (case when ended_at is null then app_role() = 'coordinator' and taken_by = app_person()
        else ended_by = app_person() end);
    create policy signed on nobody_fits_answer as restrictive for insert to throughgate_professional
      with check (written_by = app_person());

    create function refuse_taking_again() returns trigger language plpgsql as $$
    begin
      raise exception 'An entry of the queue is taken once, by the one who takes it' using errcode = 'restrict_violation';
    end $$;
    create trigger taken_once before update on nobody_fits for each row
      when ((new.taken_by, new.taken_at) is distinct from (old.taken_by, old.taken_at)
        and (old.taken_by is not null or new.taken_by is distinct from app_person()))
      execute function refuse_taking_again();
  `.execute(db)
}

/** What was tried is kept as the coordinator reads it: no place that hides, and of a reason its category alone. */
async function saySoftly(db: Kysely<unknown>): Promise<void> {
  await sql`
    update nobody_fits q set tried = jsonb_set(q.tried, '{referrals}', (
      select coalesce(jsonb_agg(case when s.hidden is null
          then each.referral - 'reason' || jsonb_build_object('hidden', null, 'category', split_part(each.referral ->> 'reason', '.', 1))
          else each.referral - 'reason' || jsonb_build_object('hidden', s.hidden, 'category', null, 'serviceId', null)
        end order by each.place), '[]')
      from jsonb_array_elements(q.tried -> 'referrals') with ordinality as each (referral, place)
      left join lateral (
        select case when kind = 'refuge' then 'refuge' when confidential then 'confidential' end as hidden
        from service where id::text = each.referral ->> 'serviceId') s on true))
    where q.tried -> 'referrals' <> '[]'`.execute(db)
}

/** The nights that were read are counted again without the beds nobody may count, and those leave the readings. */
async function hideBeds(db: Kysely<unknown>): Promise<void> {
  await sql`
    update bed_night b set beds = h.beds, fresh_beds = h.fresh_beds, fresh_free = h.fresh_free
    from (
      select night, p.provision,
        coalesce(sum((service ->> 'beds')::int) filter (where counts), 0) as beds,
        coalesce(sum((service ->> 'beds')::int) filter (where counts and fresh), 0) as fresh_beds,
        coalesce(sum((service ->> 'free')::int) filter (where counts and fresh), 0) as fresh_free
      from supply_reading
      cross join (values ('women_only', 'women'), ('mixed', 'mixed')) p (provision, sex)
      cross join lateral (select
        (service ->> 'isVacancyConfirmed')::boolean as fresh,
        service ->> 'sex' = p.sex and not (service ->> 'isConfidential')::boolean and service ->> 'kind' in
          ('supported_housing', 'emergency', 'young_people', 'young_parents', 'recovery_house', 'dispersed', 'housing_first')
          as counts) c
      group by night, p.provision
      having bool_or((service ->> 'isConfidential')::boolean and service ->> 'kind' <> 'refuge')) h
    where b.night = h.night and b.provision = h.provision;

    alter table supply_reading disable trigger frozen;
    update supply_reading
    set service = service || '{"beds": null, "free": null, "isVacancyConfirmed": null, "vacancyConfirmedAt": null}'
    where (service ->> 'isConfidential')::boolean;
    alter table supply_reading enable trigger frozen;
  `.execute(db)
}
