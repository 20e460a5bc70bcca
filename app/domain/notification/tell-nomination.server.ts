import type { Transaction } from 'kysely'
import { newId } from '@db/id'
import type { JobQueue } from '@db/jobs'
import type { DB } from '@db/schema'
import { PROVIDER_ROLES } from '../account/account'
import { NOMINATION_MESSAGES } from '../nomination/nomination-messages'
import { londonDay } from '../time/calendar'
import { authorElseTeam, ids, members } from './members.server'
import { recipientsOf } from './recipients.server'

interface Telling {
  stepId: string
  /** What is told is that the step was taken back. */
  isTakenBack?: boolean
  sendsMail: boolean
}

/**
 * Writes the messages owed for one step of a nomination, in the worker's transaction: to the people of the programme's provider, or to the
 * officer who nominated, else the team. Done twice, nobody is owed a second one. @returns how many were owed
 */
export async function tellNomination(
  trx: Transaction<DB>,
  jobs: JobQueue,
  { stepId, isTakenBack = false, sendsMail }: Telling,
): Promise<number> {
  const step = await trx
    .selectFrom('nominationStep as h')
    .innerJoin('nomination as n', 'n.id', 'h.nominationId')
    .innerJoin('service as s', 's.id', 'n.serviceId')
    .innerJoin('personCase as c', 'c.id', 'n.caseId')
    .select([
      'h.event',
      'h.bySide',
      'h.byPerson',
      'h.happenedAt',
      'h.takenBackAt',
      'n.id',
      'n.nominatedBy',
      's.organisationId',
      'c.organisationId as teamId',
    ])
    .where('h.id', '=', stepId)
    .executeTakeFirst()
  const createdAt = isTakenBack ? step?.takenBackAt : step?.happenedAt
  if (!step || !createdAt || (await isTold(trx, step.id, createdAt))) return 0
  const people =
    step.bySide === 'officer'
      ? await members(trx, step.organisationId, PROVIDER_ROLES)
      : authorElseTeam(await members(trx, step.teamId, ['officer']), step.nominatedBy)
  const { name: template } = NOMINATION_MESSAGES[isTakenBack ? 'step' : toldAs(step.event)]
  const organisationId = step.bySide === 'officer' ? step.organisationId : step.teamId
  const recipients = await recipientsOf(trx, ids(people), { organisationId, today: londonDay(createdAt) })
  let owed = 0
  for (const to of recipients) {
    // As of the step, or of its taking back: a job that runs twice finds it told.
    const message = { id: newId(), ...to, template, nominationId: step.id, createdAt }
    await trx.insertInto('message').values(message).execute()
    if (sendsMail) await jobs.enqueue(trx, 'send-email', { messageId: message.id })
    owed += 1
  }
  return owed
}

/** What has no words of its own is news. */
function toldAs(event: string): keyof typeof NOMINATION_MESSAGES {
  return Object.hasOwn(NOMINATION_MESSAGES, event) ? (event as keyof typeof NOMINATION_MESSAGES) : 'step'
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
