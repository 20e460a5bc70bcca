import type { Transaction } from 'kysely'
import { newId } from '@db/id'
import type { JobQueue } from '@db/jobs'
import type { DB } from '@db/schema'
import { PROVIDER_ROLES } from '../account/account'
import { NOMINATION_MESSAGES } from '../nomination/nomination-messages'

interface Telling {
  stepId: string
  sendsMail: boolean
}

/**
 * Writes the messages owed for one step of a nomination, in the worker's transaction: to the people of the programme's provider, or to the
 * officer who nominated. Done twice, nobody is owed a second one. @returns how many were owed
 */
export async function tellNomination(
  trx: Transaction<DB>,
  jobs: JobQueue,
  { stepId, sendsMail }: Telling,
): Promise<number> {
  const step = await trx
    .selectFrom('nominationStep as h')
    .innerJoin('nomination as n', 'n.id', 'h.nominationId')
    .innerJoin('service as s', 's.id', 'n.serviceId')
    .select([
      'h.event',
      'h.bySide',
      'h.byPerson',
      'h.happenedAt',
      'n.id',
      'n.nominatedBy',
      's.organisationId',
    ])
    .where('h.id', '=', stepId)
    .executeTakeFirst()
  if (!step || (await isTold(trx, step.id, step.happenedAt))) return 0
  const people = step.bySide === 'officer' ? await providersOf(trx, step.organisationId) : [step.nominatedBy]
  const { name: template } = NOMINATION_MESSAGES[step.event === 'nominate' ? 'nominate' : 'step']
  let owed = 0
  for (const personId of people) {
    // As of the step: a job that runs twice finds it told.
    const message = { id: newId(), personId, template, nominationId: step.id, createdAt: step.happenedAt }
    await trx.insertInto('message').values(message).execute()
    if (sendsMail) await jobs.enqueue(trx, 'send-email', { messageId: message.id })
    owed += 1
  }
  return owed
}

async function isTold(trx: Transaction<DB>, nominationId: string, createdAt: Date): Promise<boolean> {
  const told = await trx
    .selectFrom('message')
    .select('id')
    .where('nominationId', '=', nominationId)
    .where('createdAt', '=', createdAt)
    .executeTakeFirst()
  return told !== undefined
}

async function providersOf(trx: Transaction<DB>, organisationId: string): Promise<string[]> {
  const rows = await trx
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.personId')
    .select('membership.personId')
    .distinct()
    .where('organisationId', '=', organisationId)
    .where('role', 'in', PROVIDER_ROLES)
    .where('endedAt', 'is', null)
    .where('person.disabledAt', 'is', null)
    .execute()
  return rows.map(({ personId }) => personId)
}
