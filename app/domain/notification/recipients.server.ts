import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { Day } from '../time/calendar'

interface Told {
  /** Of whom the people are. */
  organisationId: string
  /** The day it is in London. */
  today: Day
}

/** The people, and whoever acts on that day for those of them who are away and is still of the same organisation. */
export async function withCover(
  trx: Transaction<DB>,
  people: readonly string[],
  { organisationId, today }: Told,
): Promise<string[]> {
  if (people.length === 0) return []
  const covers = await trx
    .selectFrom('cover')
    .innerJoin('membership', join =>
      join
        .onRef('membership.personId', '=', 'cover.coveredBy')
        .onRef('membership.organisationId', '=', 'cover.organisationId'),
    )
    .innerJoin('person', 'person.id', 'coveredBy')
    .innerJoin('organisation', 'organisation.id', 'cover.organisationId')
    .select('coveredBy')
    .where('cover.organisationId', '=', organisationId)
    .where('cover.personId', 'in', people)
    .where('withdrawnAt', 'is', null)
    .where('fromOn', '<=', today)
    .where('untilOn', '>=', today)
    .where('membership.endedAt', 'is', null)
    .where('organisation.closedAt', 'is', null)
    .where('person.disabledAt', 'is', null)
    .execute()
  return [...new Set([...people, ...covers.map(({ coveredBy }) => coveredBy)])]
}

/** The people with whoever acts for them, and the address of their team where it has one: to whom a message is owed. */
export async function recipientsOf(
  trx: Transaction<DB>,
  people: readonly string[],
  told: Told,
): Promise<({ personId: string } | { teamId: string })[]> {
  const covered = await withCover(trx, people, told)
  return covered.length === 0
    ? []
    : [...covered.map(personId => ({ personId })), ...(await teamOf(trx, told))]
}

/** The organisation where it has an address for the whole team: what is owed to its people is owed there as well. */
export async function teamOf(
  trx: Transaction<DB>,
  { organisationId }: Pick<Told, 'organisationId'>,
): Promise<{ teamId: string }[]> {
  return trx
    .selectFrom('organisation')
    .select('id as teamId')
    .where('id', '=', organisationId)
    .where('teamEmail', 'is not', null)
    .where('closedAt', 'is', null)
    .execute()
}
