import { execFile } from 'node:child_process'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'
import { isBuildStale } from '../../scripts/build-freshness'

const PROJECT_ROOT = resolve(import.meta.dirname, '../..')
const LOCK = resolve(PROJECT_ROOT, '.cache/build.lock')
const LONGEST_BUILD_MS = 300_000

/**
 * Builds the pages when a source is newer than the build; one at a time, however many test files ask at once.
 * With KEEP_BUILD set, what was built stays as it is.
 */
export async function ensureBuilt(): Promise<void> {
  if (process.env.KEEP_BUILD || !isBuildStale(PROJECT_ROOT)) return
  await withLock(async () => {
    if (!isBuildStale(PROJECT_ROOT)) return
    await promisify(execFile)(resolve(PROJECT_ROOT, 'node_modules/.bin/remix'), ['vite:build'], {
      cwd: PROJECT_ROOT,
      env: buildEnvironment(),
    })
  })
}

/** Vitest's own settings would make Vite leave Remix out. */
function buildEnvironment(): NodeJS.ProcessEnv {
  const rest = Object.entries(process.env).filter(
    ([name]) => !name.startsWith('VITEST') && name !== 'NODE_ENV',
  )
  return { ...Object.fromEntries(rest), NODE_ENV: 'production' }
}

async function withLock(work: () => Promise<void>): Promise<void> {
  await mkdir(resolve(LOCK, '..'), { recursive: true })
  const giveUpAt = Date.now() + LONGEST_BUILD_MS
  while (!(await takeLock())) {
    if (Date.now() > giveUpAt) throw new Error(`Another build holds ${LOCK} for too long.`)
    await delay(200)
  }
  await work().finally(() => rm(LOCK, { force: true }))
}

async function takeLock(): Promise<boolean> {
  try {
    await writeFile(LOCK, String(process.pid), { flag: 'wx' })
    return true
  } catch {
    if (!(await isHolderAlive())) await rm(LOCK, { force: true })
    return false
  }
}

async function isHolderAlive(): Promise<boolean> {
  const pid = Number(await readFile(LOCK, 'utf8').catch(() => ''))
  if (!pid) return true
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
