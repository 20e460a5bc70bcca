import { createHash, randomBytes } from 'node:crypto'
import { type Kysely, sql, type Transaction } from 'kysely'
import { newId } from '@db/id'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asSignIn } from '@db/viewer-transaction'
import { type Role, ROLES } from './account'

const MINUTE_MS = 60_000
/** Unused this long, a session ends. */
const IDLE_MS = 30 * MINUTE_MS
/** However much it is used, it ends after this long. */
const LONGEST_MS = 12 * 60 * MINUTE_MS
/** An ended session is still known this long, so that a form sent too late is kept for the one who typed it. */
const REMEMBERED_MS = 24 * 60 * MINUTE_MS

export type FoundSession =
  | { kind: 'live'; id: string; viewer: SignedInViewer; personName: string; organisationName: string }
  | ({ kind: 'ended' } & EndedSession)
  | { kind: 'none' }

/** A session that ended a while ago: by itself, or because the person signed out, perhaps in another window. */
export interface EndedSession {
  personId: string
  how: 'timed-out' | 'signed-out'
}

/**
 * The session that `token` opens at `now`, and notes its use, at most once a minute. A person who was disabled or whose
 * membership ended has none from the next request on; of one that ended otherwise it is known for a day whose it was.
 */
export async function findSession(db: Kysely<DB>, token: string, now: Date): Promise<FoundSession> {
  const row = await readSession(db, token)
  if (!row || row.disabledAt || row.membershipEndedAt) return { kind: 'none' }
  const endsAt = row.endedAt?.getTime() ?? Math.min(row.endsAt.getTime(), row.lastSeenAt.getTime() + IDLE_MS)
  if (now.getTime() >= endsAt + REMEMBERED_MS) return { kind: 'none' }
  if (row.endedAt) return { kind: 'ended', personId: row.personId, how: 'signed-out' }
  if (now.getTime() >= endsAt) return { kind: 'ended', personId: row.personId, how: 'timed-out' }
  if (now.getTime() - row.lastSeenAt.getTime() >= MINUTE_MS) await noteUse(db, row.id, now)
  const { id, personName, organisationName, personId, organisationId, membershipId, role } = row
  const viewer = { kind: 'member', personId, organisationId, membershipId, role: readRole(role) } as const
  return { kind: 'live', id, personName, organisationName, viewer }
}

/**
 * Opens a session for a membership.
 * @returns its id and the token the browser keeps: 256 random bits, of which the database knows only the hash
 */
export async function openSession(
  trx: Transaction<DB>,
  membershipId: string,
  now: Date,
): Promise<{ id: string; token: string }> {
  const id = newId()
  const token = randomBytes(32).toString('base64url')
  await trx
    .insertInto('session')
    .values({
      id,
      tokenHash: hashToken(token),
      membershipId,
      createdAt: now,
      lastSeenAt: now,
      endsAt: new Date(now.getTime() + LONGEST_MS),
    })
    .execute()
  return { id, token }
}

/** Ends a session at once. Ending one twice changes nothing. */
export async function endSession(trx: Transaction<DB>, id: string, now: Date): Promise<void> {
  await trx
    .updateTable('session')
    .set({ endedAt: now })
    .where('id', '=', id)
    .where('endedAt', 'is', null)
    .execute()
}

/** The role a membership row names. @throws Error when the database knows a role that this code does not */
export function readRole(role: string): Role {
  const known = ROLES.find(each => each === role)
  if (!known) throw new Error(`The database knows a role that this code does not: ${role}`)
  return known
}

interface SessionRow {
  id: string
  lastSeenAt: Date
  endsAt: Date
  endedAt: Date | null
  membershipId: string
  role: string
  membershipEndedAt: Date | null
  personId: string
  personName: string
  disabledAt: Date | null
  organisationId: string
  organisationName: string
}

/** One statement for every page that somebody signed in asks for (db/migrations/0017_session_behind.ts). */
async function readSession(db: Kysely<DB>, token: string): Promise<SessionRow | undefined> {
  const { rows } = await sql<SessionRow>`select * from session_behind(${hashToken(token)})`.execute(db)
  return rows[0]
}

async function noteUse(db: Kysely<DB>, id: string, now: Date): Promise<void> {
  await asSignIn(db, trx =>
    trx.updateTable('session').set({ lastSeenAt: now }).where('id', '=', id).execute(),
  )
}

function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
