import { Client, escapeIdentifier } from 'pg'
import { type DatabaseUrls, urlsForDatabase } from '@db/database-urls'
import { layOutDemonstration } from '../../scripts/lay-out-demonstration'
import type { TestServer } from './database-server'
import { closeCopy, copyTemplate } from './database-template'

const LAYING_OUT_LOCK = 7_304_003

/** Lets a database's own clock stand at an instant. */
type SetClock = (database: { urls: DatabaseUrls }, at: Date) => Promise<void>

/** Of whoever serves a copy as well: what is encrypted in it is read with the same key. */
export const DEMONSTRATION_MASTER_KEY = Buffer.alloc(32, 9)

/**
 * Makes a database that holds the demonstration as it is laid out at `now`, by copying one that is laid out once in a run for each
 * hour: a world keeps for days. One at a time: nobody may be connected to what is copied.
 */
export async function copyLaidOut(
  server: TestServer,
  name: string,
  now: Date,
  setClock: SetClock,
): Promise<void> {
  const client = new Client({ connectionString: server.superuserUrl })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [LAYING_OUT_LOCK])
    const laidOut = `test_${server.runId}_laid_out_${now.toISOString().slice(0, 13)}`
    if (!(await exists(client, laidOut))) await layOut(client, server, { laidOut, now, setClock })
    await client.query(
      `create database ${escapeIdentifier(name)} template ${escapeIdentifier(laidOut)} owner throughgate_owner`,
    )
  } finally {
    await client.end()
  }
  await closeCopy(server, name)
}

/** Renamed when it is whole: one that failed half-way is no template. */
async function layOut(
  client: Client,
  server: TestServer,
  { laidOut, now, setClock }: { laidOut: string; now: Date; setClock: SetClock },
): Promise<void> {
  const unfinished = `test_${server.runId}_unfinished_${crypto.randomUUID().slice(0, 8)}`
  await copyTemplate(server, unfinished)
  const urls = urlsForDatabase(server.urls, unfinished)
  await setClock({ urls }, now)
  await layOutDemonstration(urls, DEMONSTRATION_MASTER_KEY, now)
  await client.query(`alter database ${escapeIdentifier(unfinished)} rename to ${escapeIdentifier(laidOut)}`)
}

async function exists(client: Client, name: string): Promise<boolean> {
  const found = await client.query('select from pg_database where datname = $1', [name])
  return found.rowCount === 1
}
