import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asStatistician } from '@db/viewer-transaction'
import {
  anotherCase,
  createReferralWorld,
  type ReferralWorld,
  submitted,
} from '@tests/factories/referral-world'

let world: ReferralWorld
beforeAll(async () => {
  world = await createReferralWorld()
  await submitted(world, 'hostel', await anotherCase(world))
})
afterAll(() => world.database.drop())

function read(columns: string, table: string) {
  return asStatistician(world.database.worker, trx =>
    sql`select ${sql.raw(columns)} from ${sql.table(table)}`.execute(trx),
  )
}

/** Everything the role may read, column by column: what is not named here is refused. */
const MAY_READ: Record<string, string[]> = {
  bed_night: ['beds', 'fresh_beds', 'fresh_free', 'is_synthetic', 'night', 'provision'],
  case_closing: ['case_id', 'closed_at', 'reason', 'reopened_at'],
  case_custody: ['case_id', 'custody_status', 'home_authority', 'received_on'],
  case_identity: ['case_id', 'prison_number_hash'],
  cohort: ['cancelled_at', 'ends_on', 'id', 'last_referral_on', 'service_id', 'starts_on'],
  counted_facts: ['age_band', 'case_id', 'facts', 'preferred_authorities'],
  counted_parents: ['case_id', 'children', 'contact_permitted'],
  nobody_fits: ['agreed', 'case_id', 'ended_as', 'ended_at', 'id', 'recorded_at', 'tried'],
  nomination: [
    ...['agreed', 'case_id', 'cohort_id', 'id', 'left_reason', 'licence', 'nominated_at', 'service_id'],
    'state',
  ],
  nomination_step: ['event', 'nomination_id', 'taken_back_at', 'to_state'],
  outcome_check: ['answers', 'case_id', 'id', 'kind', 'recorded_at', 'replaced_at', 'replaced_because'],
  own_match: ['case_id', 'days_before', 'found', 'matched_on', 'release_on', 'turned_away', 'would_place'],
  person_case: ['created_at', 'id', 'prison_code', 'release_on', 'sex'],
  placement: ['arrived_on', 'case_id', 'departed_on', 'departure', 'referral_id'],
  programme: ['audiences', 'minimum_stay_weeks', 'prison_codes', 'rotl', 'service_id'],
  programme_episode: [
    ...['case_id', 'children', 'contact_permitted', 'drawn_at', 'has_time_to_finish', 'id', 'is_synthetic'],
    ...['nominated', 'outcome', 'reachable_on', 'reason', 'rotl', 'started', 'woman'],
  ],
  referral: [
    ...['assessment_at', 'case_id', 'id', 'other_reasons', 'primary_reason', 'service_id', 'state'],
    'submitted_at',
  ],
  referral_history: [
    ...['by_role', 'case_id', 'event', 'from_state', 'happened_at', 'referral_id', 'sequence', 'to_state'],
  ],
  release_date_change: ['case_id', 'changed_at', 'new_release_on', 'old_release_on'],
  release_list_entry: [
    ...[
      'id',
      'listed_at',
      'prison_code',
      'prison_number_hash',
      'release_on',
      'removed_at',
      'removed_because',
    ],
    'sex',
  ],
  service: ['approved_at', 'archived_at', 'id'],
  setting_value: ['setting', 'struck_at', 'valid_from', 'value'],
  service_policy: ['criteria', 'service_id'],
}

describe('whoever counts women', () => {
  it('may read these columns of cases and referrals, and no other', async () => {
    const { rows } = await sql<{ table: string; columns: string[] }>`
      select c.relname as table, array_agg(a.attname::text order by a.attname) as columns
      from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
      where n.nspname = 'public' and c.relkind in ('r', 'v', 'p') and a.attnum > 0 and not a.attisdropped
        and has_column_privilege('throughgate_statistician', c.oid, a.attnum, 'select')
        and c.relname !~ '^(episode|published|publication)'
      group by c.relname`.execute(world.database.owner)
    expect(Object.fromEntries(rows.map(({ table, columns }) => [table, columns]))).toEqual(MAY_READ)
  })

  it.each([
    ['name', 'case_identity'],
    ['prison_number', 'case_identity'],
    ['date_of_birth', 'case_identity'],
    ['crn', 'case_identity'],
    ['wrapped_key', 'case_key'],
    ['note', 'case_closing'],
    ['note', 'referral_note'],
    ['facts', 'case_safety'],
    ['facts', 'case_needs'],
    ['facts', 'case_triage'],
    ['reference', 'person_case'],
    ['by_person', 'referral_history'],
    ['name', 'person'],
    ['address', 'confidential_site'],
  ])('reads no %s of %s', async (column, table) => {
    await expect(read(column, table)).rejects.toThrow(/permission denied/)
  })

  it('reads of her answers only what is a barrier', async () => {
    const { rows } = await read('facts', 'counted_facts')
    const keys = (rows as { facts: object }[]).flatMap(({ facts }) => Object.keys(facts))
    expect([...new Set(keys)].sort()).toEqual([
      ...['abuse', 'accessNeeds', 'arrearsPence', 'arson', 'childrenPlan', 'couple', 'learningDisability'],
      ...['licenceExclusions', 'mentalHealth', 'pets', 'pregnancy', 'recourse', 'rosh', 'sexualOffence'],
      ...['substances', 'violence'],
    ])
  })

  it('changes nothing of a case', async () => {
    const change = asStatistician(world.database.worker, trx =>
      sql`update person_case set sex = 'man'`.execute(trx),
    )
    await expect(change).rejects.toThrow(/permission denied/)
  })
})
