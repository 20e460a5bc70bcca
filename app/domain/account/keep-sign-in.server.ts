import type { Kysely } from 'kysely'
import { newId } from '@db/id'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asSignIn } from '@db/viewer-transaction'
import { recordAudit } from '../audit/record-audit.server'
import { RESET_MS } from './reset-password.server'

/** Whose way of signing in an administrator is about to mend. */
export interface SignInSubject {
  personId: string
  name: string
  email: string
  organisationName: string
}

/** The person of a membership that stands, for an administrator; null for anybody else, and where there is none. */
export async function signInSubject(
  db: Kysely<DB>,
  viewer: SignedInViewer,
  membershipId: string,
): Promise<SignInSubject | null> {
  if (viewer.role !== 'administrator') return null
  const found = await asSignIn(db, trx =>
    trx
      .selectFrom('membership as m')
      .innerJoin('person as p', 'p.id', 'm.personId')
      .innerJoin('organisation as o', 'o.id', 'm.organisationId')
      .select(['p.id as personId', 'p.name', 'p.email', 'o.name as organisationName'])
      .where('m.id', '=', membershipId)
      .where('m.endedAt', 'is', null)
      .executeTakeFirst(),
  )
  return found ?? null
}

/**
 * Makes a link by which somebody chooses a new password, for an administrator to hand over where nobody is emailed; it holds as long as
 * one that is sent. @returns the id that the link names
 */
export function makeResetLink(
  app: { db: Kysely<DB>; clock: () => Date },
  administrator: SignedInViewer,
  { personId }: Pick<SignInSubject, 'personId'>,
): Promise<string> {
  const now = app.clock()
  return asSignIn(app.db, async trx => {
    const id = newId()
    const expiresAt = new Date(now.getTime() + RESET_MS)
    await trx.insertInto('passwordReset').values({ id, personId, askedAt: now, expiresAt }).execute()
    const act = { action: 'password.make-link', subjectKind: 'person', subjectId: personId } as const
    await recordAudit(trx, administrator, act)
    return id
  })
}
