import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { resolve } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { DEMONSTRATION_PASSWORD } from '~/domain/account/demonstration-list'
import { ensureBuilt } from '@tests/support/build'
import type { TestDatabase } from '@tests/support/database'
import { signInAt } from '@tests/support/sign-in'
import { BENCH_MASTER_KEY } from './ground'

export interface ChildServer {
  url: string
  /** Signs in to the demonstration. @returns the Cookie header @throws when refused */
  signIn(email: string): Promise<string>
  stop(): Promise<void>
}

const START_MS = 60_000

/** The built service over a database, in a process of its own, without a worker. */
export async function startService(
  database: TestDatabase,
  env: Record<string, string> = {},
): Promise<ChildServer> {
  await ensureBuilt()
  return start('service-process.ts', '/readyz', {
    DATABASE_URL: database.urls.app,
    MASTER_KEY: BENCH_MASTER_KEY.toString('base64'),
    WORKER: 'apart',
    LOG_LEVEL: 'info',
    ...env,
  })
}

/** A Remix application of one empty page, served as Remix's own Express template does. */
export function startBarePage(): Promise<ChildServer> {
  return start('bare-page.tsx', '/', {})
}

async function start(script: string, readyPath: string, env: Record<string, string>): Promise<ChildServer> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const child = spawn(process.execPath, ['--import', 'tsx', resolve(import.meta.dirname, script)], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...cleanEnvironment(), PORT: String(port), ...env },
  })
  const stop = () => end(child)
  process.once('exit', () => child.kill('SIGKILL'))
  await answering(url + readyPath, child).catch(async (error: unknown) => {
    await stop()
    throw error
  })
  return { url, stop, signIn: email => signInAt(url, email, DEMONSTRATION_PASSWORD) }
}

/** The settings of whoever runs the benchmark say nothing about its servers. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const { PATH, HOME } = process.env
  return { PATH, HOME, NODE_ENV: 'production' }
}

async function answering(url: string, child: ChildProcess): Promise<void> {
  const until = Date.now() + START_MS
  while (Date.now() < until && child.exitCode === null) {
    const answer = await fetch(url).catch(() => null)
    if (answer?.ok) return
    await delay(100)
  }
  throw new Error(`The server did not start: ${child.spawnargs.join(' ')}`)
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('No free port')
  return address.port
}
