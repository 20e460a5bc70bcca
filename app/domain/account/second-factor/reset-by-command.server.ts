import type { Kysely } from 'kysely'
import type { DB } from '@db/schema'
import { recordAudit } from '../../audit/record-audit.server'
import { endSessionsOf } from '../session.server'

/**
 * Takes a person's second factor away from the server's command line, where no administrator is left to do it, and ends their sessions:
 * at the next sign-in, with the password, a new one is set up. Audited as nobody's.
 * @param owner of whoever may do anything
 * @returns the person's name
 * @throws Error that says so, where nobody has the address
 */
export function resetFactorsByCommand(owner: Kysely<DB>, email: string, now: Date): Promise<string> {
  return owner.transaction().execute(async trx => {
    const person = await trx
      .selectFrom('person')
      .select(['id', 'name'])
      .where('email', '=', email)
      .executeTakeFirst()
    if (!person) throw new Error(`Nobody here signs in with ${email}.`)
    await trx.deleteFrom('secondFactor').where('personId', '=', person.id).execute()
    await trx.deleteFrom('recoveryCode').where('personId', '=', person.id).execute()
    await endSessionsOf(trx, person.id, now)
    await recordAudit(
      trx,
      { kind: 'public' },
      { action: 'second-factor.reset-by-command', subjectKind: 'person', subjectId: person.id },
    )
    return person.name
  })
}
