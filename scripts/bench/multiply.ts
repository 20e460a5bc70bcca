import { Client, escapeIdentifier as name } from 'pg'

/** How often everything is there besides the first time. */
export interface Copies {
  /** As the services, bedspaces, cases and referrals of other organisations. */
  elsewhere: number
  /** As what the same organisations, services and bedspaces went through in the years before: all over. */
  history: number
}

/** Who or what is copied only elsewhere: its history happens to the same rows. */
const DIRECTORY = [
  'organisation',
  'service',
  'service_area',
  'service_pathway',
  'service_policy',
  'site',
  'service_vacancy',
  'bedspace',
]
const CASEWORK = [
  'bedspace_claim',
  'person_case',
  'case_reader',
  'case_key',
  'case_identity',
  'case_custody',
  'case_triage',
  'case_needs',
  'case_safety',
  'referral',
  'referral_party',
  'referral_history',
  'referral_note',
  'referral_claim',
  'offer',
  'placement',
  'audit_entry',
]

/** Columns that name what stays the same person, organisation, service or bedspace. */
const NAMES_PEOPLE = /^(created_by|offered_by|by_person|person_id|assessor_id|verified_by|confirmed_by)$/
const NAMES_DIRECTORY = /^((\w+_)?organisation_id|by_organisation|service_id|bedspace_id)$/

const REFERENCE = { reference: `reference || '-' || nth` }

/** What differs in the copies that are over and done with; each lies 400 days further back than the one before. */
const HISTORY: Record<string, Record<string, string>> = {
  bedspace_claim: {
    during: `daterange(lower(during) - 400 * nth, coalesce(upper(during), lower(during) + 90) - 400 * nth)`,
  },
  person_case: { ...REFERENCE, closed_at: `coalesce(closed_at, now() - interval '60 days')` },
  case_identity: { open: 'false' },
  case_reader: { until: `case when referral_id is null then until else now() - interval '32 days' end` },
  referral: { ...REFERENCE, state: `'departed'`, due_at: 'null', closed_at: `now() - interval '60 days'` },
  referral_party: { until: `case side when 'provider' then now() - interval '32 days' else until end` },
  offer: {
    ended_at: `coalesce(ended_at, now() - interval '60 days')`,
    ending: `coalesce(ending, 'closed')`,
  },
}
const ELSEWHERE: typeof HISTORY = { person_case: REFERENCE, referral: REFERENCE }

/** The same copy of the same id is always the same, and a uuid like any other (version 8). */
const COPY_OF = `
  create function pg_temp.copy_of(id uuid, nth integer) returns uuid language sql immutable
    return overlay(overlay(md5(id || ':' || nth) placing '8' from 13) placing 'a' from 17)::uuid`

/** Puts copies of what a database holds beside it, and lets the planner know. Takes a superuser's address. */
export async function multiply(superuserUrl: string, { elsewhere, history }: Copies): Promise<void> {
  const client = new Client({ connectionString: superuserUrl })
  await client.connect()
  try {
    // No triggers and no foreign keys: the copies are whole once all tables are done.
    await client.query('set session_replication_role = replica')
    await client.query(COPY_OF)
    const originals = await countOf(client)
    for (const table of [...DIRECTORY, ...CASEWORK])
      await client.query(`create temp table ${name(`original_${table}`)} as table ${name(table)}`)
    await copyAll(client, CASEWORK, {
      from: 1001,
      copies: history,
      different: HISTORY,
      keeps: NAMES_DIRECTORY,
    })
    await copyAll(client, [...DIRECTORY, ...CASEWORK], { from: 1, copies: elsewhere, different: ELSEWHERE })
    await client.query('vacuum analyze')
    const all = await countOf(client)
    console.log(
      `  referrals ${originals.referrals} → ${all.referrals}, claims ${originals.claims} → ${all.claims}`,
    )
  } finally {
    await client.end()
  }
}

interface CopyPlan {
  /** The number of the first copy, so that no two copies share an id. */
  from: number
  copies: number
  different: Record<string, Record<string, string>>
  keeps?: RegExp
}

async function copyAll(client: Client, tables: readonly string[], plan: CopyPlan): Promise<void> {
  if (plan.copies === 0) return
  for (const table of tables) await client.query(await copyStatement(client, table, plan))
}

/** One insert … select a table, of the rows that were there before anything was copied. */
async function copyStatement(client: Client, table: string, plan: CopyPlan): Promise<string> {
  const columns = await columnsOf(client, table)
  const values = columns.map(({ column, type }) => {
    const different = plan.different[table]?.[column]
    if (different) return different
    const isKept = NAMES_PEOPLE.test(column) || (plan.keeps?.test(column) ?? false)
    return type === 'uuid' && !isKept ? `pg_temp.copy_of(${name(column)}, nth)` : name(column)
  })
  return `insert into ${name(table)} (${columns.map(({ column }) => name(column)).join(', ')})
    select ${values.join(', ')} from ${name(`original_${table}`)}, generate_series(${plan.from}, ${plan.from + plan.copies - 1}) nth`
}

async function columnsOf(client: Client, table: string): Promise<{ column: string; type: string }[]> {
  const { rows } = await client.query<{ column: string; type: string }>(
    `select column_name as column, data_type as type from information_schema.columns
      where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER' and is_identity = 'NO'`,
    [table],
  )
  return rows
}

async function countOf(client: Client): Promise<{ referrals: number; claims: number }> {
  const { rows } = await client.query<{ referrals: number; claims: number }>(
    'select (select count(*)::int from referral) as referrals, (select count(*)::int from bedspace_claim) as claims',
  )
  return rows[0] ?? { referrals: 0, claims: 0 }
}
