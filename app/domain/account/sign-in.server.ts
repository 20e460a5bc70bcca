import type { Kysely, Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asSignIn } from '@db/viewer-transaction'
import { recordAudit } from '../audit/record-audit.server'
import type { Role } from './account'
import type { AccountSecrets } from './account-secrets.server'
import type { BrowserFamily } from './browser-family'
import { isPassword } from './hash-password.server'
import { endSession, openSession, readRole } from './session.server'
import { countTry, forgiveTry } from './throttle.server'

export interface AccountContext {
  db: Kysely<DB>
  clock: () => Date
  secrets: AccountSecrets
}

export interface SignInInput {
  email: string
  password: string
  /** The client's network address. */
  address: string
  browser: BrowserFamily
  /** The session this browser had, half or whole, which ends. */
  previousSessionId: string | null
  /** The demonstration alone asks for none. */
  asksSecondFactor: boolean
}

export type SignedIn =
  { ok: true; token: string; role: Role; personId: string } | { ok: false; reason: 'refused' | 'throttled' }

/**
 * Checks an email address and a password and opens a session with a new token, half as long as a second factor is wanted. An unknown address, a wrong password
 * and an account that was switched off are refused alike, after the same work. Too many tries are refused unchecked.
 */
export async function signIn(app: AccountContext, input: SignInInput): Promise<SignedIn> {
  const now = app.clock()
  const within = await asSignIn(app.db, trx => countTry(trx, app.secrets.throttle, input, now))
  if (within === 'beyond') return { ok: false, reason: 'throttled' }

  const account = await asSignIn(app.db, trx => findAccount(trx, input.email))
  // Outside any transaction: it takes tens of milliseconds on purpose.
  const isRight = await isPassword(account?.passwordHash ?? null, input.password)
  return asSignIn(app.db, async trx => {
    const current = isRight ? await findAccount(trx, input.email) : undefined
    if (!current || current.disabledAt || current.passwordHash !== account?.passwordHash) {
      await recordRefusal(trx, account?.personId ?? null)
      return { ok: false, reason: 'refused' }
    }
    if (input.previousSessionId) await endSession(trx, input.previousSessionId, now)
    await forgiveTry(trx, app.secrets.throttle, input)
    const { personId, organisationId, membershipId } = current
    const viewer: SignedInViewer = {
      kind: 'member',
      personId,
      organisationId,
      membershipId,
      role: readRole(current.role),
    }
    const { browser, asksSecondFactor } = input
    const secondFactor = asksSecondFactor ? 'wanted' : 'given'
    const session = await openSession(trx, { membershipId, browser, secondFactor }, now)
    await recordAudit(trx, viewer, {
      action: 'session.sign-in',
      subjectKind: 'session',
      subjectId: session.id,
    })
    return { ok: true, token: session.token, role: viewer.role, personId: viewer.personId }
  })
}

/** The person with that address and their first membership that has not ended, of an open organisation; without one they are nobody here. */
function findAccount(trx: Transaction<DB>, email: string) {
  return trx
    .selectFrom('person as p')
    .innerJoin('membership as m', 'm.personId', 'p.id')
    .innerJoin('organisation as o', 'o.id', 'm.organisationId')
    .select(['p.id as personId', 'p.passwordHash', 'p.disabledAt'])
    .select(['m.id as membershipId', 'm.organisationId', 'm.role'])
    .where('p.email', '=', email)
    .where('m.endedAt', 'is', null)
    .where('o.closedAt', 'is', null)
    .orderBy('m.createdAt')
    .orderBy('m.id')
    .limit(1)
    .executeTakeFirst()
}

/** The address that was typed is not written down: people type passwords into the wrong box. */
async function recordRefusal(trx: Transaction<DB>, personId: string | null): Promise<void> {
  await recordAudit(
    trx,
    { kind: 'public' },
    { action: 'session.refused', subjectKind: 'person', subjectId: personId },
  )
}
