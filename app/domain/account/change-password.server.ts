import type { SignedInViewer } from '@db/viewer'
import { asSignIn } from '@db/viewer-transaction'
import { recordAudit } from '../audit/record-audit.server'
import { hashPassword, isPassword } from './hash-password.server'
import { whyTooEasy } from './password-rules.server'
import { endSessionsOf } from './session.server'
import type { AccountContext } from './sign-in.server'
import { countTry, forgiveTry } from './throttle.server'

export interface PasswordChange {
  /** The one that holds now. */
  current: string
  password: string
  /** The client's network address. */
  address: string
  /** The session that goes on; every other of the person ends. */
  sessionId: string
}

export type PasswordResult =
  | { ok: true }
  | { ok: false; reason: 'wrong' | 'throttled' | 'same' }
  | { ok: false; reason: 'too_easy'; words: string }

/** Changes somebody's own password, by the one that holds now: whoever finds a screen left open cannot. */
export async function changePassword(
  app: AccountContext,
  viewer: SignedInViewer,
  { current, password, address, sessionId }: PasswordChange,
): Promise<PasswordResult> {
  const now = app.clock()
  const attempt = { what: 'change-password', email: viewer.personId, address } as const
  const within = await asSignIn(app.db, trx => countTry(trx, app.secrets.throttle, attempt, now))
  if (within === 'beyond') return { ok: false, reason: 'throttled' }
  const person = await asSignIn(app.db, trx =>
    trx
      .selectFrom('person')
      .select(['passwordHash', 'name', 'email'])
      .where('id', '=', viewer.personId)
      .executeTakeFirstOrThrow(),
  )
  if (!(await isPassword(person.passwordHash, current))) return { ok: false, reason: 'wrong' }
  if (current.normalize('NFKC') === password.normalize('NFKC')) return { ok: false, reason: 'same' }
  const words = whyTooEasy(password, [person.name, person.email])
  if (words !== null) return { ok: false, reason: 'too_easy', words }
  const passwordHash = await hashPassword(password)
  return asSignIn(app.db, async (trx): Promise<PasswordResult> => {
    const changed = await trx
      .updateTable('person')
      .set({ passwordHash })
      .where('id', '=', viewer.personId)
      .where('passwordHash', '=', person.passwordHash)
      .executeTakeFirst()
    // Changed in another window meanwhile: what was typed as the current one no longer is.
    if (changed.numUpdatedRows === 0n) return { ok: false, reason: 'wrong' }
    await endSessionsOf(trx, viewer.personId, now, sessionId)
    await forgiveTry(trx, app.secrets.throttle, attempt)
    await recordAudit(trx, viewer, {
      action: 'password.change',
      subjectKind: 'person',
      subjectId: viewer.personId,
    })
    return { ok: true }
  })
}
