import { createHmac } from 'node:crypto'
import { resolve } from 'node:path'
import { Client, escapeIdentifier } from 'pg'
import type { DatabaseUrls } from '@db/database-urls'
import { startEmbeddedPostgres } from '@db/embedded/start-embedded-postgres'
import type { RolePasswords } from '@db/role-statements'
import { ensureRoles, setPasswords } from '@db/roles'

/** What a test file needs to make a database of its own. */
export interface TestServer {
  superuserUrl: string
  /** The login roles' addresses, in a database that is not used. */
  urls: DatabaseUrls
  /** The process id of the run, part of the name of every database it makes. */
  runId: number
}

/** Nothing in a test database need outlive a power cut. */
const FAST_AND_LOOSE = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }

/** Where the test server's data lie, kept between runs. */
const TEST_DATA_DIRECTORY = resolve(import.meta.dirname, '../../.cache/test-postgres')

/**
 * The server for the tests: that of TEST_DATABASE_URL (a superuser's address) when it is set, else the embedded one.
 * Databases left by runs that were cut short are dropped.
 */
export async function openTestServer(
  env: Record<string, string | undefined>,
): Promise<{ server: TestServer; stop: () => Promise<void> }> {
  const given = env.TEST_DATABASE_URL
  const { superuserUrl, urls, stop } = given ? await useGivenServer(given) : await startEmbedded()
  await dropLeftovers(superuserUrl)
  return { server: { superuserUrl, urls, runId: process.pid }, stop }
}

async function startEmbedded() {
  return startEmbeddedPostgres({ dataDirectory: TEST_DATA_DIRECTORY, settings: FAST_AND_LOOSE })
}

/** The passwords follow from the address, so that two runs at once agree on them. */
async function useGivenServer(superuserUrl: string) {
  const make = (role: string) => createHmac('sha256', superuserUrl).update(role).digest('base64url')
  const passwords: RolePasswords = { owner: make('owner'), app: make('app'), worker: make('worker') }
  await ensureRoles(superuserUrl, passwords)
  await setPasswords(superuserUrl, passwords)
  const urls: DatabaseUrls = {
    owner: urlAs(superuserUrl, 'throughgate_owner', passwords.owner),
    app: urlAs(superuserUrl, 'throughgate_app', passwords.app),
    worker: urlAs(superuserUrl, 'throughgate_worker', passwords.worker),
  }
  return { superuserUrl, urls, stop: () => Promise.resolve() }
}

function urlAs(url: string, username: string, password: string): string {
  return Object.assign(new URL(url), { username, password }).href
}

/** Drops the databases of runs that are over. */
export async function dropLeftovers(superuserUrl: string): Promise<void> {
  const client = new Client({ connectionString: superuserUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string }>(
      `select datname as name from pg_database where datname ~ '^test_[0-9]+_'`,
    )
    for (const { name } of rows.filter(row => !isRunning(Number(row.name.split('_')[1])))) {
      await client.query(`drop database if exists ${escapeIdentifier(name)} with (force)`)
    }
  } finally {
    await client.end()
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
