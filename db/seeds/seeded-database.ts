import { Client } from 'pg'

/** What a database holds. `seededDaysAgo` is whole days since its world was laid out. */
export type Contents =
  { kind: 'nothing' } | { kind: 'demonstration'; seededDaysAgo: number } | { kind: 'something else' }

/** Every account of the demonstration, and no other, has an address at example.org, which nobody can own. */
const CONTENTS = `
  select count(*)::int as people,
         count(*) filter (where email like '%@example.org')::int as invented,
         coalesce(floor(extract(epoch from now() - max(created_at)) / 86400), 0)::int as days
  from person`

/** Looks without changing anything. A database that was never migrated holds nothing. */
export async function contentsOf(ownerUrl: string): Promise<Contents> {
  return asOwner(ownerUrl, async client => {
    const table = await client.query<{ there: boolean }>(
      `select to_regclass('public.person') is not null as there`,
    )
    if (!table.rows[0]?.there) return { kind: 'nothing' }
    const { rows } = await client.query<{ people: number; invented: number; days: number }>(CONTENTS)
    const { people = 0, invented = 0, days = 0 } = rows[0] ?? {}
    if (people === 0) return { kind: 'nothing' }
    return people === invented ? { kind: 'demonstration', seededDaysAgo: days } : { kind: 'something else' }
  })
}

/**
 * Removes every table, to be migrated anew.
 * @throws Error when the database holds anything but the demonstration
 */
export async function emptyDemonstration(ownerUrl: string): Promise<void> {
  const contents = await contentsOf(ownerUrl)
  if (contents.kind === 'something else') {
    throw new Error(
      'This database holds accounts that are not the demonstration’s. Nothing was removed from it.',
    )
  }
  await asOwner(ownerUrl, async client => {
    await client.query(
      'drop schema if exists pgboss cascade; drop schema public cascade; create schema public',
    )
    await client.query('grant usage on schema public to public')
  })
}

async function asOwner<T>(ownerUrl: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: ownerUrl, connectionTimeoutMillis: 5000 })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
