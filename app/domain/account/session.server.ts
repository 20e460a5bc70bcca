import { createHash, randomBytes } from 'node:crypto'
import { type Kysely, sql, type Transaction } from 'kysely'
import { newId } from '@db/id'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asSignIn } from '@db/viewer-transaction'
import { type Role, ROLES } from './account'
import type { BrowserFamily } from './browser-family'

const MINUTE_MS = 60_000
/** Unused this long, a session ends. */
const IDLE_MS = 30 * MINUTE_MS
/** However much it is used, it ends after this long. */
const LONGEST_MS = 12 * 60 * MINUTE_MS
/** An ended session is still known this long, so that a form sent too late is kept for the one who typed it. */
const REMEMBERED_MS = 24 * 60 * MINUTE_MS

export type FoundSession =
  | { kind: 'live'; id: string; viewer: SignedInViewer; personName: string; organisationName: string }
  | ({ kind: 'half' } & HalfSession)
  | ({ kind: 'ended' } & EndedSession)
  | { kind: 'none' }

/** The password was right, and the second factor is wanted: it opens the pages that ask for it, and else what anybody sees. */
export interface HalfSession {
  id: string
  viewer: SignedInViewer
  /** Whether there is a factor to ask for; without one, it is to be set up first. */
  hasFactor: boolean
}

/**
 * A session that ended a while ago: by itself, or because the person signed out, perhaps in another window; or one that never was
 * whole, for which nothing is kept but what was drawn for that very person.
 */
export interface EndedSession {
  personId: string
  how: 'timed-out' | 'signed-out' | 'half'
}

/**
 * The session that `token` opens at `now`, and notes its use, at most once a minute. A person who was disabled, or whose
 * membership ended or whose organisation is closed, has none from the next request on; of one that ended otherwise it is known for a day whose it was.
 */
export async function findSession(db: Kysely<DB>, token: string, now: Date): Promise<FoundSession> {
  const row = await readSession(db, token)
  if (!row || row.disabledAt || row.membershipEndedAt) return { kind: 'none' }
  const endsAt = row.endedAt?.getTime() ?? lastsUntil(row)
  const isHalf = row.secondFactorAt === null
  if (now.getTime() >= endsAt + REMEMBERED_MS) return { kind: 'none' }
  if (now.getTime() >= endsAt) {
    const how = row.endedAt ? 'signed-out' : 'timed-out'
    return { kind: 'ended', personId: row.personId, how: isHalf ? 'half' : how }
  }
  if (now.getTime() - row.lastSeenAt.getTime() >= MINUTE_MS) await noteUse(db, row.id, now)
  const { id, personName, organisationName, personId, organisationId, membershipId, role } = row
  const viewer = { kind: 'member', personId, organisationId, membershipId, role: readRole(role) } as const
  if (isHalf) return { kind: 'half', id, viewer, hasFactor: row.hasFactor }
  return { kind: 'live', id, personName, organisationName, viewer }
}

/** Until when a session lasts that is not used again and that nobody ends. */
export function lastsUntil({ endsAt, lastSeenAt }: { endsAt: Date; lastSeenAt: Date }): number {
  return Math.min(endsAt.getTime(), lastSeenAt.getTime() + IDLE_MS)
}

export interface Opening {
  membershipId: string
  browser: BrowserFamily
  /** 'wanted': it is a half session, until a second factor was given. */
  secondFactor: 'wanted' | 'given'
}

/**
 * Opens a session for a membership.
 * @returns its id and the token the browser keeps: 256 random bits, of which the database knows only the hash
 */
export async function openSession(
  trx: Transaction<DB>,
  { membershipId, browser, secondFactor }: Opening,
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
      browser,
      secondFactorAt: secondFactor === 'given' ? now : null,
      createdAt: now,
      lastSeenAt: now,
      endsAt: new Date(now.getTime() + LONGEST_MS),
    })
    .execute()
  return { id, token }
}

/** Ends a session at once. Ending one twice changes nothing. @returns whether it was open until now */
export async function endSession(trx: Transaction<DB>, id: string, now: Date): Promise<boolean> {
  const ended = await trx
    .updateTable('session')
    .set({ endedAt: now })
    .where('id', '=', id)
    .where('endedAt', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return ended !== undefined
}

/** Ends every session of a person but one, at whichever organisation: the next request of each is signed out. */
export async function endSessionsOf(
  trx: Transaction<DB>,
  personId: string,
  now: Date,
  but: string | null = null,
): Promise<void> {
  const own = trx.selectFrom('membership').select('id').where('personId', '=', personId)
  const open = trx.updateTable('session').set({ endedAt: now }).where('endedAt', 'is', null)
  const each = open.where('membershipId', 'in', own)
  await (but === null ? each : each.where('id', '!=', but)).execute()
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
  secondFactorAt: Date | null
  hasFactor: boolean
}

/** One statement for every page that somebody signed in asks for (db/migrations/0068_second_factors.ts). */
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
