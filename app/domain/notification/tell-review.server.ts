import type { Transaction } from 'kysely'
import { newId } from '@db/id'
import type { JobQueue } from '@db/jobs'
import type { DB } from '@db/schema'
import { PROVIDER_ROLES } from '../account/account'
import { KEEPER_MESSAGES, type KeeperNews } from '../record-change/keeper-messages'
import { HOUR_MS, londonDay } from '../time/calendar'
import { ids, members } from './members.server'
import { recipientsOf } from './recipients.server'

interface ToldReview {
  serviceId: string
  decision: KeeperNews
  /** When it was decided: by this a decision that is told twice is found. */
  decidedAt: Date
  sendsMail: boolean
}

/**
 * Writes the messages owed for what an editor decided of an entry, or did with its rooms or a run of it, in the worker's transaction: to the people of whose it is, and to their team's
 * address. Done twice, nobody is owed a second one. @returns how many were owed
 */
export async function tellReview(
  trx: Transaction<DB>,
  jobs: JobQueue,
  { serviceId, decision, decidedAt, sendsMail }: ToldReview,
): Promise<number> {
  const { name: template } = KEEPER_MESSAGES[decision]
  const service = await trx
    .selectFrom('service')
    .select('organisationId')
    .where('id', '=', serviceId)
    .executeTakeFirst()
  if (!service || (await isOwed(trx, { serviceId, template, since: owedSince(decision, decidedAt) })))
    return 0
  const { organisationId } = service
  const people = ids(await members(trx, organisationId, PROVIDER_ROLES))
  const recipients = await recipientsOf(trx, people, { organisationId, today: londonDay(decidedAt) })
  if (recipients.length === 0) return 0
  const messages = recipients.map(to => ({
    id: newId(),
    ...to,
    template,
    serviceId,
    createdAt: decidedAt,
  }))
  await trx.insertInto('message').values(messages).execute()
  if (sendsMail) for (const { id } of messages) await jobs.enqueue(trx, 'send-email', { messageId: id })
  return messages.length
}

/** Rooms are changed one after the other: one message an hour tells of them. */
function owedSince(decision: KeeperNews, decidedAt: Date): Date {
  return decision === 'rooms_changed' ? new Date(decidedAt.getTime() - HOUR_MS) : decidedAt
}

async function isOwed(
  trx: Transaction<DB>,
  { serviceId, template, since }: { serviceId: string; template: string; since: Date },
): Promise<boolean> {
  const owed = await trx
    .selectFrom('message')
    .select('id')
    .where('serviceId', '=', serviceId)
    .where('template', '=', template)
    .where('createdAt', '>=', since)
    .executeTakeFirst()
  return owed !== undefined
}
