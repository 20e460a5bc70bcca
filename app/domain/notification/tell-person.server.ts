import type { Transaction } from 'kysely'
import type { JobQueue } from '@db/jobs'
import type { DB } from '@db/schema'

interface PersonsMessage {
  /** Of the message to be: done twice, it is owed once. */
  id: string
  personId: string
  template: string
  createdAt: Date
}

/** Writes a message that is owed to one person about their own account, in the worker's transaction. */
export async function tellPerson(
  trx: Transaction<DB>,
  jobs: JobQueue,
  message: PersonsMessage,
  sendsMail: boolean,
): Promise<void> {
  const owed = await trx
    .insertInto('message')
    .values(message)
    .onConflict(conflict => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (owed && sendsMail) await jobs.enqueue(trx, 'send-email', { messageId: owed.id })
}
