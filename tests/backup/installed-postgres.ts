import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync } from 'node:fs'
import { chown, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Client } from 'pg'
import { vi } from 'vitest'
import { chooseServerUser } from '@db/embedded/server-user'
import { openTestServer, type TestServer } from '../support/database-server'
import { freePort } from '../support/demonstration'

const INSTALLED = '/usr/lib/postgresql'
const PROGRAMS = ['initdb', 'postgres', 'pg_dump', 'pg_restore']

/** The folder of a PostgreSQL that is installed with all its programs, as Debian installs it; null where there is none. */
export function installedPostgres(): string | null {
  const versions = existsSync(INSTALLED) ? readdirSync(INSTALLED).sort() : []
  const folders = versions.map(version => join(INSTALLED, version, 'bin'))
  return folders.findLast(folder => PROGRAMS.every(program => existsSync(join(folder, program)))) ?? null
}

/** Starts it on new data, with the roles of the service. */
export async function startInstalled(bin: string): Promise<{ server: TestServer; stop(): Promise<void> }> {
  const data = await mkdtemp('/var/tmp/throughgate-installed-')
  const user = await chooseServerUser(data.replace(/[^/]*$/, 'none'))
  if (user) await chown(data, user.uid, user.gid)
  const as = { ...user, cwd: '/', env: { LC_ALL: 'C', NODE_ENV: process.env.NODE_ENV } }
  const init = ['--auth=trust', '--username=postgres', '--encoding=UTF8', '--no-sync', `--pgdata=${data}`]
  await promisify(execFile)(join(bin, 'initdb'), init, as)
  const port = await freePort()
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=off']
  const args = ['-D', data, '-p', String(port), ...settings.flatMap(each => ['-c', each])]
  const running = spawn(join(bin, 'postgres'), args, { ...as, stdio: 'ignore' })
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`
  await vi.waitFor(() => answers(url), { timeout: 60_000, interval: 50 })
  const { server } = await openTestServer({ TEST_DATABASE_URL: url })
  return {
    server,
    async stop() {
      running.kill('SIGINT')
      if (running.exitCode === null) await once(running, 'exit')
      await rm(data, { recursive: true, force: true })
    },
  }
}

async function answers(url: string): Promise<void> {
  const client = new Client({ connectionString: url })
  try {
    await client.connect()
  } finally {
    await client.end().catch(() => undefined)
  }
}
