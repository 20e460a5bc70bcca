import { Client } from 'pg'

/**
 * Lets a database's own clock, app_now(), run ahead of the machine's (behind when negative); 0 gives it back. For tests and
 * for the demonstration they start: only the owner may, and nothing that serves connects as the owner.
 */
export async function moveClock(ownerUrl: string, aheadMs: number): Promise<void> {
  const client = new Client({ connectionString: ownerUrl, connectionTimeoutMillis: 5000 })
  await client.connect()
  try {
    await client.query(
      `create or replace function app_now() returns timestamptz language sql stable
        as $$ select now() + interval '${Math.round(aheadMs)} milliseconds' $$`,
    )
  } finally {
    await client.end()
  }
}
