import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { ensureBuilt } from './build'
import { createLaidOutDatabase, createTestDatabase, type TestDatabase } from './database'
import { DEMONSTRATION_MASTER_KEY } from './laid-out-database'
import { type MailServer, startMailServer } from './mail-server'

const PROJECT_ROOT = resolve(import.meta.dirname, '../..')

export interface RunningDemonstration {
  url: string
  database: TestDatabase
  mail: MailServer
  /** Everything the process has said so far. */
  output(): string
  stop(): Promise<void>
}

/**
 * `npm run demo` itself, in a process of its own, over a database, a mail server and a data folder that are thrown away.
 * Its clocks stand at `now` when it starts, and tick; where the test's own stand unless told. It finds its world laid out, unless it
 * begins `fromNothing`.
 */
export async function startDemonstration({
  now = new Date(),
  fromNothing = false,
}: { now?: Date; fromNothing?: boolean } = {}): Promise<RunningDemonstration> {
  await ensureBuilt()
  const [database, mail, data, port] = [
    await (fromNothing ? createTestDatabase() : createLaidOutDatabase(now)),
    await startMailServer(),
    await mkdtemp(join(tmpdir(), 'throughgate-demonstration-')),
    await freePort(),
  ]
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/demo.ts'], {
    cwd: PROJECT_ROOT,
    env: { ...environment(database, mail, data, port), THROUGHGATE_TEST_NOW: now.toISOString() },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (said: Buffer) => (output += said.toString()))
  await listening(child, () => output)
  return {
    url: `http://localhost:${port}`,
    database,
    mail,
    output: () => output,
    async stop() {
      const ended = new Promise(done => child.once('exit', done))
      child.kill('SIGTERM')
      await ended
      await mail.stop()
      await database.drop()
      await rm(data, { recursive: true, force: true })
    },
  }
}

function environment(
  database: TestDatabase,
  mail: MailServer,
  data: string,
  port: number,
): NodeJS.ProcessEnv {
  // Vitest's own settings would change how the modules load.
  const rest = Object.entries(process.env).filter(
    ([name]) => !name.startsWith('VITEST') && name !== 'NODE_ENV',
  )
  return {
    ...Object.fromEntries(rest),
    NODE_ENV: 'production',
    PORT: String(port),
    THROUGHGATE_DATA: data,
    MASTER_KEY: DEMONSTRATION_MASTER_KEY.toString('base64'),
    DATABASE_OWNER_URL: database.urls.owner,
    DATABASE_URL: database.urls.app,
    DATABASE_WORKER_URL: database.urls.worker,
    SMTP_URL: mail.url,
    LOG_LEVEL: 'info',
  }
}

async function listening(child: ChildProcess, output: () => string): Promise<void> {
  while (!output().includes('is listening at')) {
    if (child.exitCode !== null) throw new Error(`The demonstration did not start:\n${output()}`)
    await new Promise(next => setTimeout(next, 100))
  }
}

/** A port nobody has at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(open => server.listen(0, '127.0.0.1', open))
  const address = server.address()
  await new Promise(closed => server.close(closed))
  if (address === null || typeof address === 'string') throw new Error('No port could be had')
  return address.port
}
