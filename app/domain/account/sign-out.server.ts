import type { Kysely } from 'kysely'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asSignIn } from '@db/viewer-transaction'
import { recordAudit } from '../audit/record-audit.server'
import { endSession } from './session.server'

/** Ends the session at once: the next request with its token is signed out. */
export async function signOut(
  app: { db: Kysely<DB>; clock: () => Date },
  viewer: SignedInViewer,
  sessionId: string,
): Promise<void> {
  await asSignIn(app.db, async trx => {
    await endSession(trx, sessionId, app.clock())
    await recordAudit(trx, viewer, {
      action: 'session.sign-out',
      subjectKind: 'session',
      subjectId: sessionId,
    })
  })
}
