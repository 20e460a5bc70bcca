import type { Transaction } from 'kysely'
import { newId } from '@db/id'
import type { JobQueue } from '@db/jobs'
import type { DB } from '@db/schema'
import { asSignIn } from '@db/viewer-transaction'
import { recordAudit } from '../audit/record-audit.server'
import { HOUR_MS } from '../time/calendar'
import { hashPassword } from './hash-password.server'
import { whyTooEasy } from './password-rules.server'
import { endSessionsOf } from './session.server'
import type { AccountContext } from './sign-in.server'
import { readLink } from './signed-link.server'
import { countTry } from './throttle.server'

/** How long the link of a reset holds. */
export const RESET_MS = HOUR_MS

/**
 * Owes a link to choose a new password by. Nothing of what is written, or of how long it takes, tells whether somebody here has the
 * address: of one that nobody has the same is kept, and the worker sends nothing.
 */
export async function askForReset(
  app: AccountContext & { jobs: JobQueue },
  { email, address }: { email: string; address: string },
): Promise<'asked' | 'throttled'> {
  const now = app.clock()
  return asSignIn(app.db, async trx => {
    const attempt = { what: 'reset-password', email, address } as const
    if ((await countTry(trx, app.secrets.throttle, attempt, now)) === 'beyond') return 'throttled'
    const person = await findPerson(trx, email, now)
    const id = newId()
    const expiresAt = new Date(now.getTime() + RESET_MS)
    const personId = person?.id ?? null
    await trx.insertInto('passwordReset').values({ id, personId, askedAt: now, expiresAt }).execute()
    await app.jobs.enqueue(trx, 'notify', { passwordResetId: id })
    await recordAudit(
      trx,
      { kind: 'public' },
      { action: 'password.ask-reset', subjectKind: 'person', subjectId: personId },
    )
    return 'asked'
  })
}

/** How the link of a reset stands; null where it is none of this service's. */
export async function resetStanding(
  app: AccountContext,
  token: string,
): Promise<'open' | 'used' | 'expired' | null> {
  const id = readLink(app.secrets.link, 'password-reset', token)
  const reset = id === null ? undefined : await asSignIn(app.db, trx => findReset(trx, id))
  return reset ? standingOf(reset, app.clock()) : null
}

export type ResetResult =
  | { ok: true }
  | { ok: false; reason: 'not_found' | 'used' | 'expired' }
  | { ok: false; reason: 'too_easy'; words: string }

/** Keeps the new password, once, and ends every session of the person; signing in asks all that it always asks. */
export async function resetPassword(
  app: AccountContext,
  token: string,
  password: string,
): Promise<ResetResult> {
  const id = readLink(app.secrets.link, 'password-reset', token)
  const found = id === null ? undefined : await asSignIn(app.db, trx => findReset(trx, id))
  if (!found) return { ok: false, reason: 'not_found' }
  const standing = standingOf(found, app.clock())
  if (standing !== 'open') return { ok: false, reason: standing }
  const words = whyTooEasy(password, [found.name, found.email])
  if (words !== null) return { ok: false, reason: 'too_easy', words }
  const passwordHash = await hashPassword(password)
  return asSignIn(app.db, async (trx): Promise<ResetResult> => {
    const now = app.clock()
    const isOurs = await useOnce(trx, found.id, now)
    if (!isOurs) return { ok: false, reason: 'used' }
    await trx.updateTable('person').set({ passwordHash }).where('id', '=', found.personId).execute()
    await endSessionsOf(trx, found.personId, now)
    await recordAudit(
      trx,
      { kind: 'public' },
      { action: 'password.reset', subjectKind: 'person', subjectId: found.personId },
    )
    return { ok: true }
  })
}

/**
 * Somebody who can sign in, by address, or who is invited back: joining asks for the password they had. The same question whether there
 * is such a one.
 */
function findPerson(trx: Transaction<DB>, email: string, now: Date) {
  return trx
    .selectFrom('person')
    .select('person.id')
    .where('email', '=', email)
    .where('disabledAt', 'is', null)
    .where(({ exists, or, selectFrom }) =>
      or([
        exists(
          selectFrom('membership')
            .innerJoin('organisation', 'organisation.id', 'organisationId')
            .select('membership.id')
            .whereRef('personId', '=', 'person.id')
            .where('endedAt', 'is', null)
            .where('closedAt', 'is', null),
        ),
        exists(
          selectFrom('invitation')
            .innerJoin('organisation', 'organisation.id', 'organisationId')
            .select('invitation.id')
            .whereRef('invitation.email', '=', 'person.email')
            .where('usedAt', 'is', null)
            .where('withdrawnAt', 'is', null)
            .where('closedAt', 'is', null)
            .where('expiresAt', '>', now),
        ),
      ]),
    )
    .executeTakeFirst()
}

function findReset(trx: Transaction<DB>, id: string) {
  return trx
    .selectFrom('passwordReset')
    .innerJoin('person', 'person.id', 'personId')
    .select(['passwordReset.id', 'person.id as personId', 'usedAt', 'expiresAt', 'name', 'email'])
    .where('passwordReset.id', '=', id)
    .where('person.disabledAt', 'is', null)
    .executeTakeFirst()
}

function standingOf({ usedAt, expiresAt }: { usedAt: Date | null; expiresAt: Date }, now: Date) {
  if (usedAt !== null) return 'used'
  return expiresAt.getTime() <= now.getTime() ? 'expired' : 'open'
}

/** Whether this is the one use of the link; a password chosen by it makes every other link of the person one that was used. */
async function useOnce(trx: Transaction<DB>, id: string, now: Date): Promise<boolean> {
  const used = await trx
    .updateTable('passwordReset')
    .set({ usedAt: now })
    .where('personId', '=', ({ selectFrom }) =>
      selectFrom('passwordReset as mine').select('mine.personId').where('mine.id', '=', id),
    )
    .where('usedAt', 'is', null)
    .returning('id')
    .execute()
  return used.some(each => each.id === id)
}
