import { createHash } from 'node:crypto'
import { chmod, lstat, mkdir, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { canReach, chooseServerUser, type ServerUser } from './server-user'

/** Where the server's things lie. */
export interface Placement {
  /** Ours: passwords, lock and log. */
  home: string
  /** A folder the server's account can pass through; the home itself, or one in /var/tmp. */
  shelter: string
  /** PostgreSQL's own data directory, owned by the server's account. */
  cluster: string
  /** Null when the server runs as ourselves. */
  user: ServerUser | null
}

/**
 * Makes and names the folders for a server whose things belong in `dataDirectory`. A home below a folder that is closed
 * to the server's account (/root is 0700) keeps the passwords; the data then go to /var/tmp/throughgate-<hash of the home>.
 */
export async function placeServer(dataDirectory: string): Promise<Placement> {
  const user = await prepareHome(dataDirectory)
  const home = await realpath(dataDirectory)
  const shelter = !user || (await canReach(home, user)) ? home : await makeShelter(home)
  const cluster = join(shelter, 'cluster')
  return { home, shelter, cluster, user: user && (await chooseServerUser(cluster)) }
}

async function prepareHome(dataDirectory: string): Promise<ServerUser | null> {
  await mkdir(dataDirectory, { recursive: true, mode: 0o755 })
  const user = await chooseServerUser(join(dataDirectory, 'cluster'))
  const mode = user ? 0o755 : 0o700
  if (((await stat(dataDirectory)).mode & 0o777) === mode) return user
  await chmod(dataDirectory, mode).catch((cause: unknown) => {
    throw new Error(
      `${dataDirectory} belongs to another user. Set THROUGHGATE_DATA to a folder of your own.`,
      { cause },
    )
  })
  return user
}

/** /var/tmp is open to all: a folder somebody else put there under our name must not be trusted. */
async function makeShelter(home: string): Promise<string> {
  const name = createHash('sha256').update(home).digest('hex').slice(0, 16)
  const shelter = `/var/tmp/throughgate-${name}`
  await mkdir(shelter, { mode: 0o755 }).catch(ignoreExisting)
  const found = await lstat(shelter)
  if (!found.isDirectory() || found.uid !== process.getuid?.()) {
    throw new Error(
      `${shelter} was made by somebody else. Remove it, or set THROUGHGATE_DATA to another folder.`,
    )
  }
  await chmod(shelter, 0o755)
  return shelter
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error
}
