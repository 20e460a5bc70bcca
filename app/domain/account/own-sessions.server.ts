import type { Kysely } from 'kysely'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asSignIn } from '@db/viewer-transaction'
import { recordAudit } from '../audit/record-audit.server'
import type { BrowserFamily } from './browser-family'
import { endSession, endSessionsOf, lastsUntil } from './session.server'

export interface OwnSession {
  id: string
  browser: BrowserFamily
  createdAt: Date
  lastSeenAt: Date
  /** The password was given, and no second factor yet. */
  isHalf: boolean
}

interface SessionsContext {
  db: Kysely<DB>
  clock: () => Date
}

/** A person's own sessions that are open at this moment, at whichever organisation, the latest used first. */
export async function ownSessions({ db, clock }: SessionsContext, personId: string): Promise<OwnSession[]> {
  const rows = await asSignIn(db, trx =>
    trx
      .selectFrom('session as s')
      .innerJoin('membership as m', 'm.id', 's.membershipId')
      .select(['s.id', 's.browser', 's.createdAt', 's.lastSeenAt', 's.endsAt', 's.secondFactorAt'])
      .where('m.personId', '=', personId)
      .where('m.endedAt', 'is', null)
      .where('s.endedAt', 'is', null)
      .orderBy('s.lastSeenAt', 'desc')
      .orderBy('s.id')
      .execute(),
  )
  const now = clock().getTime()
  return rows
    .filter(row => lastsUntil(row) > now)
    .map(({ id, browser, createdAt, lastSeenAt, secondFactorAt }) => ({
      // The check of the column admits these families alone.
      ...{ id, browser: browser as BrowserFamily, createdAt, lastSeenAt },
      isHalf: secondFactorAt === null,
    }))
}

/** Ends one of a person's own sessions; its next request is signed out. @returns whether it is theirs, ended by now or before */
export async function endOwnSession(
  app: SessionsContext,
  viewer: SignedInViewer,
  sessionId: string,
): Promise<boolean> {
  return asSignIn(app.db, async trx => {
    const own = await trx
      .selectFrom('session as s')
      .innerJoin('membership as m', 'm.id', 's.membershipId')
      .select('s.id')
      .where('m.personId', '=', viewer.personId)
      .where('s.id', '=', sessionId)
      .executeTakeFirst()
    if (!own) return false
    await endSession(trx, sessionId, app.clock())
    await recordAudit(trx, viewer, { action: 'session.end', subjectKind: 'session', subjectId: sessionId })
    return true
  })
}

/** Ends every session of a person but the one that is looking. */
export async function endOtherSessions(
  app: SessionsContext,
  viewer: SignedInViewer,
  thisSessionId: string,
): Promise<void> {
  await asSignIn(app.db, async trx => {
    await endSessionsOf(trx, viewer.personId, app.clock(), thisSessionId)
    const act = { subjectKind: 'person', subjectId: viewer.personId } as const
    await recordAudit(trx, viewer, { action: 'session.end-others', ...act })
  })
}
