import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'

export interface Member {
  personId: string
  role: string
}

/** Those who belong to an organisation now in one of these roles, once a role; of one that is closed, nobody. */
export function members(
  trx: Transaction<DB>,
  organisationId: string,
  roles: readonly string[],
): Promise<Member[]> {
  return trx
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.personId')
    .innerJoin('organisation', 'organisation.id', 'membership.organisationId')
    .select(['membership.personId', 'membership.role'])
    .where('organisationId', '=', organisationId)
    .where('role', 'in', roles)
    .where('endedAt', 'is', null)
    .where('organisation.closedAt', 'is', null)
    .where('person.disabledAt', 'is', null)
    .orderBy('membership.personId')
    .execute()
}

/** Whoever wrote it while he belongs to them, else all of them: what is owed to somebody who left is owed to the team. */
export function authorElseTeam(team: readonly Member[], authorId: string): Member[] {
  const author = team.filter(({ personId }) => personId === authorId)
  return author.length > 0 ? author : [...team]
}

export function ids(people: readonly Member[]): string[] {
  return [...new Set(people.map(({ personId }) => personId))]
}
