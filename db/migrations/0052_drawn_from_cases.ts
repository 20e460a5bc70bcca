import { type Kysely, sql } from 'kysely'

/**
 * What an episode is drawn from: codes, days and states of the cases of women. Of the answers on a case only those that are a barrier, an age
 * band or an area she prefers, by way of a view; of who she is only the hash by which two of her cases are known to be of one woman.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`set local lock_timeout = '5s'`.execute(db)
  for (const [table, columns] of Object.entries(COLUMNS)) {
    const name = sql.table(table)
    const some = sql.join(columns.map(column => sql.ref(column)))
    await sql`
      create policy statistician on ${name} for select to throughgate_statistician using (true);
      grant select (${some}) on ${name} to throughgate_statistician;
    `.execute(db)
  }
  await sql`
    create view counted_facts with (security_barrier) as
      select c.id as case_id,
        t.facts ->> 'ageBand' as age_band,
        coalesce(t.facts -> 'preferredAuthorities', '[]') as preferred_authorities,
        (select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(t.facts || n.facts || s.facts)
          where key = any (${sql.lit(BARRIER_FACTS)}::text[])) as facts
      from person_case c
      join case_triage t on t.case_id = c.id
      join case_needs n on n.case_id = c.id
      join case_safety s on s.case_id = c.id
      where c.sex = 'woman';
    grant select on counted_facts to throughgate_statistician;
  `.execute(db)
}

const COLUMNS = {
  person_case: ['id', 'prison_code', 'sex', 'release_on', 'created_at'],
  case_custody: ['case_id', 'custody_status', 'received_on', 'home_authority'],
  case_identity: ['case_id', 'prison_number_hash'],
  case_closing: ['case_id', 'reason', 'closed_at', 'reopened_at'],
  release_date_change: ['case_id', 'old_release_on', 'new_release_on', 'changed_at'],
  referral: [
    ...[
      'id',
      'case_id',
      'service_id',
      'state',
      'submitted_at',
      'assessment_at',
      'primary_reason',
      'other_reasons',
    ],
  ],
  referral_history: [
    ...['referral_id', 'case_id', 'happened_at', 'event', 'from_state', 'to_state', 'by_role', 'sequence'],
  ],
  placement: ['referral_id', 'case_id', 'arrived_on', 'departed_on', 'departure'],
  service_policy: ['service_id', 'criteria'],
} as const

/** Written as one array: what stands between a woman and a bed, and nothing else of her answers. */
const BARRIER_FACTS = `{${[
  ...[
    'mentalHealth',
    'substances',
    'abuse',
    'learningDisability',
    'accessNeeds',
    'pregnancy',
    'childrenPlan',
  ],
  ...['couple', 'pets', 'arson', 'sexualOffence', 'violence', 'rosh', 'recourse', 'arrearsPence'],
  ...['licenceExclusions'],
].join(',')}}`
