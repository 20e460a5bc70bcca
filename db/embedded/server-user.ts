import type { Stats } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { dirname } from 'node:path'

/** The account the server runs as when root starts it. */
export interface ServerUser {
  uid: number
  gid: number
}

/** In this order. initdb refuses an id that /etc/passwd does not know, so a made-up number will not do. */
const CANDIDATES = ['postgres', 'nobody']

/**
 * Who the server must run as: null for "as ourselves", or an unprivileged account when we are root, which PostgreSQL
 * refuses to be. Data made earlier keep the account that made them.
 * @throws Error when root finds no such account
 */
export async function chooseServerUser(cluster: string): Promise<ServerUser | null> {
  if (process.getuid?.() !== 0) return null
  const owner = await stat(cluster).catch(() => null)
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  const accounts = readAccounts(await readFile('/etc/passwd', 'utf8'))
  const user = CANDIDATES.map(name => accounts.get(name)).find(account => account !== undefined)
  if (user) return user
  throw new Error(
    `PostgreSQL does not run as root, and /etc/passwd has none of: ${CANDIDATES.join(', ')}. ` +
      'Start as an ordinary user, or set DATABASE_URL.',
  )
}

/** Whether `user` may pass through every folder above `path` and read and enter (or run) it. */
export async function canReach(path: string, user: ServerUser): Promise<boolean> {
  if (!allows(await stat(path), user, 0o5)) return false
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (!allows(await stat(folder), user, 0o1)) return false
    if (folder === dirname(folder)) return true
  }
}

function allows(stats: Stats, user: ServerUser, bits: number): boolean {
  const shift = stats.uid === user.uid ? 6 : stats.gid === user.gid ? 3 : 0
  return ((stats.mode >> shift) & bits) === bits
}

function readAccounts(passwd: string): Map<string, ServerUser> {
  const rows = passwd.split('\n').map(line => line.split(':'))
  // macOS writes nobody as -2; the system calls take the same bits unsigned.
  return new Map(
    rows.map(([name = '', , uid, gid]) => [name, { uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 }]),
  )
}
