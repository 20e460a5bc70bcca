import { Client } from 'pg'

/** What a database holds; a demonstration's days count from the day it was laid out. */
export type Contents =
  { kind: 'nothing' } | { kind: 'demonstration'; laidOutAt: Date } | { kind: 'something else' }

/** Every account of the demonstration, and no other, has an address at example.org, which nobody can own. */
const CONTENTS = `
  select count(*)::int as people,
         count(*) filter (where email like '%@example.org')::int as invented,
         max(created_at) as "laidOutAt"
  from person`

interface CountedPeople {
  people: number
  invented: number
  laidOutAt: Date | null
}

/** Looks without changing anything. A database that was never migrated holds nothing. */
export async function contentsOf(ownerUrl: string): Promise<Contents> {
  return asOwner(ownerUrl, async client => {
    const table = await client.query<{ there: boolean }>(
      `select to_regclass('public.person') is not null as there`,
    )
    if (!table.rows[0]?.there) return { kind: 'nothing' }
    const { rows } = await client.query<CountedPeople>(CONTENTS)
    const { people = 0, invented = 0, laidOutAt = null } = rows[0] ?? {}
    if (laidOutAt === null) return { kind: 'nothing' }
    return people === invented ? { kind: 'demonstration', laidOutAt } : { kind: 'something else' }
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
