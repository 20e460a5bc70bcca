import { Client } from 'pg'
import { type Compared, compareRights } from './compare'
import { keptTables } from './catalogue'
import { rowsOf, settleSession } from './measure'
import { readRights } from './rights'

/** No setting keeps an entry of the audit shorter (db/migrations/0093_retention.ts); two days more, for the hour it is deleted at. */
const AUDIT_KEPT = `interval '6 years' - interval '2 days'`
const ID_LENGTH = 36
const WITH_LIVE = ', with the database that serves'

/**
 * Compares a restored database with the one that serves, which has gone on: who may do what is the same in both, and every entry of the audit that
 * was restored stands in the other unchanged. How many rows there are more or fewer is only said.
 */
export async function compareWithLive(restoredUrl: string, liveUrl: string, now: Date): Promise<Compared[]> {
  const [restored, live] = await Promise.all([restoredUrl, liveUrl].map(connect))
  if (!restored || !live) return []
  try {
    const ran = await Promise.all([restored, live].map(migrationsOf))
    if (ran[0] !== ran[1])
      return [
        { outcome: 'not compared', what: 'with the database that serves: other migrations have run there' },
      ]
    return [
      ...compareRights(
        { rights: await readRights(restored) },
        { rights: await readRights(live) },
        { where: WITH_LIVE },
      ),
      await compareAudit(restored, live, now),
      ...(await compareCounts(restored, live)),
    ]
  } finally {
    await Promise.all([restored.end(), live.end()])
  }
}

async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5000 })
  await client.connect()
  await settleSession(client)
  await client.query('begin isolation level repeatable read read only')
  return client
}

async function migrationsOf(client: Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>('select name from kysely_migration')
  return rows
    .map(({ name }) => name)
    .sort()
    .join()
}

/** Both are read in the order of their ids, side by side. */
async function compareAudit(restored: Client, live: Client, now: Date): Promise<Compared> {
  const [kept, there] = [auditLines(restored, now), auditLines(live, now)]
  const counts = { same: 0, changed: 0, gone: 0, since: 0 }
  let [ours, theirs] = [await kept.next(), await there.next()]
  while (!ours.done || !theirs.done) {
    const order = compareIds(ours.value, theirs.value)
    if (order < 0) counts.gone += 1
    else if (order > 0) counts.since += 1
    else if (ours.value === theirs.value) counts.same += 1
    else counts.changed += 1
    if (order <= 0) ours = await kept.next()
    if (order >= 0) theirs = await there.next()
  }
  const { same, changed, gone, since } = counts
  return {
    outcome: changed + gone === 0 ? 'same' : 'DIFFERENT',
    what: `the audit${WITH_LIVE}: ${same} entries as they were, ${changed} changed, ${gone} gone, ${since} written since`,
  }
}

/** What has ended comes after everything. */
function compareIds(ours: string | void, theirs: string | void): number {
  if (ours === undefined) return 1
  if (theirs === undefined) return -1
  const [mine, other] = [ours.slice(0, ID_LENGTH), theirs.slice(0, ID_LENGTH)]
  return mine < other ? -1 : mine > other ? 1 : 0
}

async function* auditLines(client: Client, now: Date): AsyncGenerator<string, void> {
  const rows = rowsOf(client, {
    name: 'public.audit_entry a',
    columns: ['id', 'a::text'],
    order: 'id',
    where: `happened_at > timestamptz '${now.toISOString()}' - (${AUDIT_KEPT})`,
  })
  let begun = Buffer.alloc(0)
  for await (const bytes of rows) {
    begun = Buffer.concat([begun, bytes])
    const end = begun.lastIndexOf('\n') + 1
    if (end === 0) continue
    yield* begun
      .subarray(0, end - 1)
      .toString()
      .split('\n')
    begun = Buffer.from(begun.subarray(end))
  }
}

async function compareCounts(restored: Client, live: Client): Promise<Compared[]> {
  const lines: Compared[] = []
  for (const table of await keptTables(restored)) {
    const [before, now] = await Promise.all([restored, live].map(client => countOf(client, table)))
    if (before !== now)
      lines.push({ outcome: 'since then', what: `${table.name}: ${before} rows, now ${now}` })
  }
  return lines
}

async function countOf(
  client: Client,
  { name, where }: { name: string; where: string | null },
): Promise<number> {
  const { rows } = await client.query<{ many: number }>(
    `select count(*)::int as many from ${name}${where === null ? '' : ` where ${where}`}`,
  )
  return rows[0]?.many ?? 0
}
