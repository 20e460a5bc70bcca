import { link, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import { processStart } from './process-identity'

const LONGEST_WAIT_MS = 90_000

/**
 * Runs `work` while no other process holds the lock at `path`. A lock left by a process that is gone is taken over.
 * @throws Error naming the holder when it keeps the lock for a minute and a half
 */
export async function withStartLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  const mine = `${process.pid}:${await processStart(process.pid)}:${crypto.randomUUID()}`
  await acquire(path, mine)
  try {
    return await work()
  } finally {
    if ((await readHolder(path)) === mine) await rm(path, { force: true })
  }
}

async function acquire(path: string, mine: string): Promise<void> {
  const giveUpAt = Date.now() + LONGEST_WAIT_MS
  while (!(await tryLink(path, mine))) {
    const holder = await readHolder(path)
    if (holder !== null && !(await isAlive(holder))) await removeStale(path, holder)
    else if (Date.now() > giveUpAt)
      throw new Error(`Process ${holder?.split(':')[0]} has held ${path} for too long.`)
    else await delay(50)
  }
}

/** A link appears with its content or not at all, so nobody ever reads a lock without a holder. */
async function tryLink(path: string, mine: string): Promise<boolean> {
  const draft = `${path}.${mine.split(':').at(-1)}`
  await writeFile(draft, mine, { mode: 0o600 })
  try {
    await link(draft, path)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  } finally {
    await rm(draft, { force: true })
  }
}

async function readHolder(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch(() => null)
}

async function isAlive(holder: string): Promise<boolean> {
  const [pid, started] = holder.split(':')
  return (await processStart(Number(pid))) === started
}

/** Two may find the same lock stale: the one whose rename catches a fresh lock instead puts it back. */
async function removeStale(path: string, stale: string): Promise<void> {
  const caught = `${path}.${crypto.randomUUID()}`
  const renamed = await rename(path, caught).then(
    () => true,
    () => false,
  )
  if (!renamed) return
  if ((await readHolder(caught)) !== stale) await link(caught, path).catch(() => undefined)
  await rm(caught, { force: true })
}
