import { sql, type Transaction } from 'kysely'
import { newId } from '@db/id'
import type { DB } from '@db/schema'
import type { DomainContext } from '../context'
import { QUEUE_MESSAGES } from './queue-messages'

/** Tells whoever sent an entry of the queue what a coordinator did, while they are of the case's team, and else the team: a case may have been handed over. */
export async function tellTheTeam(
  app: Pick<DomainContext, 'jobs'>,
  trx: Transaction<DB>,
  entryId: string,
  message: keyof typeof QUEUE_MESSAGES,
): Promise<void> {
  const { name: template } = QUEUE_MESSAGES[message]
  const { rows } = await sql<{ personId: string }>`
    select told_of_entry as person_id from told_of_entry(${entryId})`.execute(trx)
  for (const { personId } of rows)
    await app.jobs.enqueue(trx, 'notify', { messageId: newId(), personId, template })
}
