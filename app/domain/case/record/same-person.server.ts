import { sql, type Transaction } from 'kysely'
import type { DB } from '@db/schema'
import { asSystem } from '@db/viewer-transaction'
import type { DomainContext } from '../../context'
import type { CaseIdentity } from './case-identity.server'
import { casesMarked } from './marked-cases.server'
import { answersTo, marksSought } from './name-marks'
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
  return before.dateOfBirth === dateOfBirth || isCalledAlike(name, before.name)
}

/** More cases of one prison than these, with the same beginnings of a name, are compared for no form. */
const MOST_COMPARED = 50

/**
 * The team's other open case of somebody with this name and this date of birth, whose number is another: one of the two was
 * mistyped, or they are two people. Null for none. Whoever shows it leaves the row that says so: `auditShown`.
 */
export async function openUnderAnotherNumber(
  app: Pick<DomainContext, 'keys'>,
  trx: Transaction<DB>,
  organisationId: string,
  { prisonNumber, name, dateOfBirth }: Person,
  but: string | null,
): Promise<string | null> {
  const readings = marksSought(app.keys, organisationId, name)
  const marked = await Promise.all(readings.map(marks => casesMarked(trx, organisationId, marks)))
  const ids = [...new Set(marked.flat())].filter(id => id !== but)
  const open = ids.length === 0 ? [] : await openOf(trx, ids)
  for (const id of open) {
    const other = await identityToCompare(app, trx, id)
    if (other && isAlike(other)) return id
  }
  return null

  function isAlike(other: Person): boolean {
    const isOtherNumber = other.prisonNumber !== prisonNumber
    return isOtherNumber && other.dateOfBirth === dateOfBirth && isCalledAlike(name, other.name)
  }
}

async function openOf(trx: Transaction<DB>, ids: readonly string[]): Promise<string[]> {
  const rows = await trx
    .selectFrom('caseIdentity')
    .select('caseId')
    .where('caseId', 'in', ids)
    .where('open', '=', true)
    .orderBy('caseId')
    .limit(MOST_COMPARED)
    .execute()
  return rows.map(({ caseId }) => caseId)
}

function isCalledAlike(one: string, other: string): boolean {
  return answersTo(one, other) || answersTo(other, one)
}
