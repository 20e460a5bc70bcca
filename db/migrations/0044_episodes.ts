import { type Kysely, sql } from 'kysely'

/**
 * What figures of unmet need are counted from: one row a release episode of a woman, without name, number or words. It outlives the
 * case, which is kept for 12 months after closing, for a pool of three years and a correction need it longer. Only the
 * statistician's role reads it; no viewer's role does.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    set local lock_timeout = '5s';
    create table episode (
      id uuid primary key,
      -- The case it is drawn from, while that is kept. Null: only on the prison's list, or synthetic history.
      case_id uuid unique,
      is_synthetic boolean not null default false,
      -- The same woman has the same key; it leads nowhere else.
      woman bytea not null,
      prison_code text not null check (prison_code ~ '^[A-Z]{3}$'),
      custody_status text not null check (custody_status in ('sentenced', 'remand', 'recall')),
      received_on date,
      -- The day of the release list or of the case, whichever is later known.
      released_on date,
      ended_as text not null check (ended_as in ('open', 'released', 'transferred', 'deported', 'died', 'not_released')),
      is_listed boolean not null,
      home_authority text not null check (home_authority ~ '^E0[68][0-9]{6}$' or home_authority in ('outside', 'unknown')),
      age_band text check (age_band in ('18-20', '21-24', '25-29', '30-39', '40-49', '50-59', '60+')),
      preferred_authorities text[] not null default '{}',
      -- Ever recorded, the worst of what was: null where the housing question was never answered.
      housing_need text check (housing_need in ('nowhere', 'under_12_weeks', 'none')),
      hnia_on date,
      -- An approved place at midnight before the release; null unknown.
      secured_before text check (secured_before in ('yes', 'no')),
      secured_route text,
      -- As recorded; null unknown. A home with family she does not say is safe is 'housed' here and is judged by the measure.
      first_night text check (first_night in ('housed', 'not_housed')),
      first_night_route text check (first_night_route in
        ('approved_route', 'council', 'cas', 'own_home', 'family', 'other')),
      is_safe text check (is_safe in ('yes', 'no')),
      is_suitable text check (is_suitable in ('yes', 'no')),
      -- Where: an authority of the region, 'outside'; null unknown or not housed.
      first_night_authority text,
      day_91 text check (day_91 in ('settled', 'not_settled', 'custody', 'unknown', 'died', 'deported')),
      barriers text[] not null default '{}',
      date_known_on date,
      first_submitted_on date,
      -- The system's own unfiltered match at 28 and at 5 days: whether anything fresh and not excluded was found.
      option_28 text check (option_28 in ('some', 'none')),
      option_5 text check (option_5 in ('some', 'none')),
      council_told text check (council_told in ('told', 'not_told', 'she_said_no')),
      -- A place by referral: taken up, and how it ended within 84 nights.
      placed_on date,
      place_ended_on date,
      place_ended_as text check (place_ended_as in
        ('not_taken_up', 'gate_arrest', 'planned', 'evicted', 'abandoned', 'recalled', 'unsafe', 'hospital', 'died')),
      drawn_at timestamptz not null
    );
    create index episode_released on episode (released_on);

    create table episode_referral (
      id uuid primary key,
      episode_id uuid not null references episode on delete cascade,
      referral_id uuid unique,
      submitted_on date not null,
      -- How it ended, or 'open'.
      outcome text not null check (outcome in
        ('open', 'declined', 'expired', 'refused', 'withdrawn', 'no_show', 'arrived', 'placed_elsewhere')),
      -- 'category.reason', the primary first.
      reasons text[] not null default '{}',
      is_women_only boolean not null,
      -- To the provider's first decision, without the referrer's waits; null while there is none.
      working_days_to_decision integer check (working_days_to_decision >= 0),
      within_limits boolean
    );
    create index episode_referral_episode on episode_referral (episode_id);
  `.execute(db)

  for (const table of ['episode', 'episode_referral']) {
    const name = sql.table(table)
    await sql`
      alter table ${name} enable row level security;
      alter table ${name} force row level security;
      create policy statistician on ${name} to throughgate_statistician using (true) with check (true);
      create policy owner on ${name} to throughgate_owner using (true) with check (true);
      grant select, insert, update, delete on ${name} to throughgate_statistician;
    `.execute(db)
  }
}
