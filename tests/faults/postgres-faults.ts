import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Client } from 'pg'
import type { EmbeddedPostgres } from '@db/embedded/start-embedded-postgres'

/** What can happen to a PostgreSQL, done to a real one. */
export interface PostgresFaults {
  /** Ends every connection of the service, as a failover or an administrator does. */
  cutEach(): Promise<void>
  /** Kills one connection's own process, upon which PostgreSQL ends them all and recovers. */
  killBackend(): Promise<void>
  /** The server and all its processes stand still until the returned function is called. */
  hang(): Promise<() => void>
  /** Kills the server. Whoever needs it starts it again. */
  kill(): Promise<void>
  /** Fails while nobody can ask the server anything. */
  answers(): Promise<void>
}

const OF_THE_SERVICE = `usename in ('throughgate_app', 'throughgate_worker')`

export function postgresFaults({ superuserUrl }: EmbeddedPostgres, dataDirectory: string): PostgresFaults {
  return {
    async cutEach() {
      await ask(
        superuserUrl,
        `select pg_terminate_backend(pid) from pg_stat_activity where ${OF_THE_SERVICE}`,
      )
    },
    async killBackend() {
      const pids = await ask(superuserUrl, `select pid from pg_stat_activity where ${OF_THE_SERVICE} limit 1`)
      for (const { pid } of pids) process.kill(Number(pid), 'SIGKILL')
    },
    async hang() {
      const server = await postmasterPid(dataDirectory)
      // The server first: it could otherwise let another in.
      process.kill(server, 'SIGSTOP')
      const all = [server, ...(await childrenOf(server))]
      const signal = (name: NodeJS.Signals) => all.forEach(pid => signalIfThere(pid, name))
      signal('SIGSTOP')
      return () => signal('SIGCONT')
    },
    async answers() {
      await ask(superuserUrl, 'select 1')
    },
    async kill() {
      process.kill(await postmasterPid(dataDirectory), 'SIGKILL')
    },
  }
}

async function postmasterPid(dataDirectory: string): Promise<number> {
  return Number.parseInt(await readFile(join(dataDirectory, 'cluster', 'postmaster.pid'), 'utf8'), 10)
}

async function childrenOf(parent: number): Promise<number[]> {
  const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=,ppid='])
  const pairs = stdout
    .trim()
    .split('\n')
    .map(line => line.trim().split(/\s+/).map(Number))
  return pairs.flatMap(([pid, ppid]) => (ppid === parent && pid !== undefined ? [pid] : []))
}

function signalIfThere(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // It ended by itself in the meantime.
  }
}

async function ask(url: string, question: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(question)).rows
  } finally {
    await client.end()
  }
}
