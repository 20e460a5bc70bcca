import type { SignedInViewer } from '@db/viewer'
import { asSignIn, asSignInOf } from '@db/viewer-transaction'
import { recordAudit } from '../../audit/record-audit.server'
import { endSessionsOf } from '../session.server'
import { type FactorContext, oweNews } from './factor-context.server'
import { lockFactors } from './keep-factor.server'

/** Whose second factor an administrator is about to reset. */
export interface ResetSubject {
  personId: string
  name: string
  organisationName: string
  hasFactor: boolean
}

/** The person of a membership, for an administrator; null for anybody else, and where there is none. */
export async function resetSubject(
  { db }: Pick<FactorContext, 'db'>,
  viewer: SignedInViewer,
  membershipId: string,
): Promise<ResetSubject | null> {
  if (viewer.role !== 'administrator') return null
  const person = await asSignIn(db, trx =>
    trx
      .selectFrom('membership as m')
      .innerJoin('person as p', 'p.id', 'm.personId')
      .innerJoin('organisation as o', 'o.id', 'm.organisationId')
      .select(['p.id as personId', 'p.name', 'o.name as organisationName'])
      .where('m.id', '=', membershipId)
      .executeTakeFirst(),
  )
  if (!person) return null
  const found = await asSignInOf(db, person.personId, trx =>
    trx.selectFrom('secondFactor').select('id').executeTakeFirst(),
  )
  return { ...person, hasFactor: found !== undefined }
}

/**
 * Takes away all that a person who lost it could prove themselves by, and ends their sessions: at the next sign-in they set up a new
 * one. For administrators; audited under their name, and told to the person by email.
 */
export function resetFactors(
  app: FactorContext,
  administrator: SignedInViewer,
  { personId }: Pick<ResetSubject, 'personId'>,
): Promise<void> {
  return asSignInOf(app.db, personId, async trx => {
    await lockFactors(trx, personId)
    await trx.deleteFrom('secondFactor').where('personId', '=', personId).execute()
    await trx.deleteFrom('recoveryCode').where('personId', '=', personId).execute()
    await endSessionsOf(trx, personId, app.clock())
    await recordAudit(trx, administrator, {
      action: 'second-factor.reset',
      subjectKind: 'person',
      subjectId: personId,
    })
    await oweNews(trx, app.jobs, personId, 'reset')
  })
}
