import { sql, type Transaction } from 'kysely'
import type { DB } from '@db/schema'
import { asSystem } from '@db/viewer-transaction'
import type { DomainContext } from '../../context'
import type { CaseIdentity } from './case-identity.server'
import { answersTo } from './name-marks'
import { identityToCompare } from './open-person.server'

type Person = Pick<CaseIdentity, 'prisonNumber' | 'name' | 'dateOfBirth'>

/**
 * Whether the last closed case of a prison number, of whatever team, was of this person: her date of birth or her folded name agrees.
 * Null where there is none. Only the yes or no is told: who that case was of stays closed.
 */
export async function isOfLastEpisode(
  app: Pick<DomainContext, 'keys'>,
  trx: Transaction<DB>,
  { prisonNumber, name, dateOfBirth }: Person,
): Promise<boolean | null> {
  const { rows } = await sql<{ id: string | null }>`
    select last_episode(${app.keys.lookupHash(prisonNumber)}) as id`.execute(trx)
  const id = rows[0]?.id ?? null
  if (id === null) return null
  const before = await asSystem(trx, id, system => identityToCompare(app, system, id))
  if (before === null) return null
  return before.dateOfBirth === dateOfBirth || answersTo(name, before.name) || answersTo(before.name, name)
}
