import { spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chown, mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { meilisearchBinary } from './meilisearch-binary'

/** A Meilisearch server for tests. `signal` stops it in its tracks or kills it, as a fault test wants. */
export interface TestMeilisearch {
  url: string
  masterKey: string
  signal(signal: 'SIGSTOP' | 'SIGCONT' | 'SIGKILL'): void
  /** Starts it again after a kill, with what it had on its disk. */
  restart(): Promise<void>
  stop(): Promise<void>
}

const START_TIMEOUT_MS = 15_000

/**
 * Starts a Meilisearch of its own on a free loopback port, as an unprivileged user, with nothing in it; or uses the one
 * of MEILISEARCH_TEST_URL and MEILISEARCH_TEST_KEY (its master key). Returns the reason when there is none to be had.
 */
export async function startMeilisearch(env = process.env): Promise<TestMeilisearch | { missing: string }> {
  if (env.MEILISEARCH_TEST_URL) return given(env.MEILISEARCH_TEST_URL, env.MEILISEARCH_TEST_KEY ?? '')
  try {
    return await launch(await meilisearchBinary(env))
  } catch (error) {
    return { missing: error instanceof Error ? error.message : String(error) }
  }
}

function given(url: string, masterKey: string): TestMeilisearch {
  const signal = () => {
    throw new Error('A Meilisearch that was given takes no signals')
  }
  return { url, masterKey, signal, restart: () => Promise.resolve(signal()), stop: () => Promise.resolve() }
}

async function launch(binary: string): Promise<TestMeilisearch> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const masterKey = randomBytes(24).toString('base64url')
  const folder = await mkdtemp('/var/tmp/throughgate-meili-')
  const user = await unprivilegedUser()
  if (user) await chown(folder, user.uid, user.gid)
  const paths = ['--db-path', join(folder, 'data'), '--dump-dir', join(folder, 'dumps')]
  const flags = [
    '--http-addr',
    `127.0.0.1:${port}`,
    '--no-analytics',
    '--env',
    'development',
    '--log-level',
    'ERROR',
  ]
  const begin = () =>
    spawn(binary, [...paths, '--snapshot-dir', join(folder, 'snapshots'), ...flags], {
      cwd: folder,
      stdio: 'ignore',
      env: { ...process.env, MEILI_MASTER_KEY: masterKey },
      uid: user?.uid,
      gid: user?.gid,
    })
  let child = begin()
  const stop = () => end(child, folder)
  try {
    await answering(url, child)
  } catch (error) {
    await stop()
    throw error
  }
  process.once('exit', () => child.kill('SIGKILL'))
  const restart = async () => {
    child = begin()
    await answering(url, child)
  }
  return { url, masterKey, stop, restart, signal: name => void child.kill(name) }
}

async function answering(url: string, child: ChildProcess): Promise<void> {
  const failures: Error[] = []
  child.once('error', error => failures.push(error))
  const until = Date.now() + START_TIMEOUT_MS
  while (Date.now() < until) {
    if (failures[0]) throw failures[0]
    if (child.exitCode !== null) throw new Error(`Meilisearch ended with ${child.exitCode}`)
    const answer = await fetch(`${url}/health`).catch(() => null)
    if (answer?.ok) return
    await wait(50)
  }
  throw new Error('Meilisearch did not start in time')
}

async function end(child: ChildProcess, folder: string): Promise<void> {
  if (child.exitCode === null && child.signalCode === null && child.pid !== undefined) {
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
  }
  await rm(folder, { recursive: true, force: true })
}

/** The user `nobody` when we are root; otherwise we are unprivileged already. */
async function unprivilegedUser(): Promise<{ uid: number; gid: number } | null> {
  if (process.getuid?.() !== 0) return null
  const line = (await readFile('/etc/passwd', 'utf8')).split('\n').find(each => each.startsWith('nobody:'))
  const [, , uid, gid] = line?.split(':') ?? []
  if (!uid || !gid) throw new Error('There is no unprivileged user to run Meilisearch as')
  return { uid: Number(uid), gid: Number(gid) }
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
