import type { Transaction } from 'kysely'
import { DatabaseError } from 'pg'
import { newId } from '@db/id'
import type { JobQueue } from '@db/jobs'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asSignIn, asSignInOf } from '@db/viewer-transaction'
import { recordAudit } from '../../audit/record-audit.server'
import { HOUR_MS } from '../../time/calendar'
import type { EmailTemplate } from './email-letters'
import { isPassword } from '../hash-password.server'
import { endSessionsOf } from '../session.server'
import type { AccountContext } from '../sign-in.server'
import { countTry, forgiveTry } from '../throttle.server'

/** How long the link holds that confirms a new address. */
const CONFIRM_MS = 24 * HOUR_MS

export type EmailContext = AccountContext & { jobs: JobQueue }

/** 'taken': somebody here signs in with it. 'stale': the address is not the one that was shown any more. */
export type EmailResult =
  { ok: true } | { ok: false; reason: 'wrong' | 'throttled' | 'same' | 'taken' | 'stale' }

export interface EmailAsked {
  email: string
  /** The one that holds now. */
  password: string
  /** The client's network address. */
  address: string
}

/** Asks to sign in with another address, by the password: a link is owed to the new one, and the old one is told. */
export async function askForEmail(
  app: EmailContext,
  viewer: SignedInViewer,
  { email, password, address }: EmailAsked,
): Promise<EmailResult> {
  const now = app.clock()
  const { personId } = viewer
  const attempt = { what: 'change-password', email: personId, address } as const
  const within = await asSignIn(app.db, trx => countTry(trx, app.secrets.throttle, attempt, now))
  if (within === 'beyond') return { ok: false, reason: 'throttled' }
  const person = await asSignIn(app.db, trx => findPerson(trx, personId))
  if (!(await isPassword(person.passwordHash, password))) return { ok: false, reason: 'wrong' }
  return asSignInOf(app.db, personId, async (trx): Promise<EmailResult> => {
    await forgiveTry(trx, app.secrets.throttle, attempt)
    if (sameAddress(person.email, email)) return { ok: false, reason: 'same' }
    if (await isTaken(trx, email)) return { ok: false, reason: 'taken' }
    await withdrawOpen(trx, personId, now)
    const change = { id: newId(), personId, oldEmail: person.email, newEmail: email }
    const expiresAt = new Date(now.getTime() + CONFIRM_MS)
    await trx
      .insertInto('emailChange')
      .values({ ...change, byPerson: personId, askedAt: now, expiresAt })
      .execute()
    await oweLetters(app, trx, change.id, ['email_confirm', 'email_asked'])
    await audit(trx, viewer, 'person.ask-email', personId)
    return { ok: true }
  })
}

/**
 * Gives somebody who lost theirs another address, at once, and ends their sessions. For administrators, who have made sure who asks;
 * both addresses are told.
 * @param change.was the address that was shown
 */
export function changeEmailOf(
  app: EmailContext,
  administrator: SignedInViewer,
  { personId, was, email }: { personId: string; was: string; email: string },
): Promise<EmailResult> {
  const changing = asSignInOf(app.db, administrator.personId, async (trx): Promise<EmailResult> => {
    const { email: oldEmail } = await findPerson(trx, personId)
    if (oldEmail !== was) return { ok: false, reason: 'stale' }
    if (sameAddress(oldEmail, email)) return { ok: false, reason: 'same' }
    if (await isTaken(trx, email)) return { ok: false, reason: 'taken' }
    const now = app.clock()
    await withdrawOpen(trx, personId, now)
    const change = { id: newId(), personId, oldEmail, newEmail: email }
    const dates = { askedAt: now, expiresAt: now, usedAt: now }
    await trx
      .insertInto('emailChange')
      .values({ ...change, ...dates, byPerson: administrator.personId })
      .execute()
    await writeEmail(app, trx, change)
    await endSessionsOf(trx, personId, now)
    await audit(trx, administrator, 'person.email', personId)
    return { ok: true }
  })
  return changing.catch(takenMeanwhile)
}

/** What a change answers that somebody else was quicker to take the address. @throws what is anything else */
export function takenMeanwhile(error: unknown): { ok: false; reason: 'taken' } {
  if (error instanceof DatabaseError && error.constraint === 'person_email_key')
    return { ok: false, reason: 'taken' }
  throw error
}

export interface EmailChange {
  id: string
  personId: string
  oldEmail: string
  newEmail: string
}

/** Writes the new address; what was sent to the old one opens nothing any more, and both are told. */
export async function writeEmail(
  app: EmailContext,
  trx: Transaction<DB>,
  change: EmailChange,
): Promise<void> {
  const { id, personId, oldEmail, newEmail } = change
  const now = app.clock()
  await trx.updateTable('person').set({ email: newEmail }).where('id', '=', personId).execute()
  await trx
    .updateTable('passwordReset')
    .set({ usedAt: now })
    .where('personId', '=', personId)
    .where('usedAt', 'is', null)
    .execute()
  await trx
    .updateTable('invitation')
    .set({ withdrawnAt: now, withdrawnBy: personId })
    .where('email', '=', oldEmail)
    .where('usedAt', 'is', null)
    .where('withdrawnAt', 'is', null)
    .execute()
  await oweLetters(app, trx, id, ['email_left', 'email_taken_up'])
}

/** Whether somebody here signs in with an address. */
export async function isTaken(trx: Transaction<DB>, email: string): Promise<boolean> {
  const found = await trx.selectFrom('person').select('id').where('email', '=', email).executeTakeFirst()
  return found !== undefined
}

/** Each letter once, however often its job runs. */
async function oweLetters(
  app: EmailContext,
  trx: Transaction<DB>,
  emailChangeId: string,
  templates: readonly EmailTemplate[],
): Promise<void> {
  for (const template of templates)
    await app.jobs.enqueue(trx, 'notify', { messageId: newId(), emailChangeId, template })
}

function findPerson(trx: Transaction<DB>, id: string) {
  return trx
    .selectFrom('person')
    .select(['email', 'passwordHash'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}

function sameAddress(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}

async function withdrawOpen(trx: Transaction<DB>, personId: string, now: Date): Promise<void> {
  await trx
    .updateTable('emailChange')
    .set({ withdrawnAt: now })
    .where('personId', '=', personId)
    .where('usedAt', 'is', null)
    .where('withdrawnAt', 'is', null)
    .execute()
}

function audit(trx: Transaction<DB>, viewer: SignedInViewer, action: string, subjectId: string) {
  return recordAudit(trx, viewer, { action, subjectKind: 'person', subjectId })
}
