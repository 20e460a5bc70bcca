import type { Kysely, Transaction } from 'kysely'
import type { DB } from '@db/schema'
import { asWorker } from '@db/viewer-transaction'
import type { Mailer } from '~/email/mailer'
import { isTemplateName, renderMessage } from '~/email/templates'
import { messageFacts } from './message-facts'

/**
 * Sends one message that is owed, and notes that it went or was refused for good. One that is gone, sent or refused is
 * left alone, so that a job run twice sends once. Its Message-ID is its own id: sent, but not noted before a crash, it goes
 * a second time under the same one.
 * @throws when the mail server could not be reached: the job tries again
 */
export async function sendMessage(
  workerDb: Kysely<DB>,
  mailer: Mailer,
  settings: { publicOrigin: string; clock: () => Date },
  messageId: string,
): Promise<'sent' | 'refused' | 'nothing_to_send'> {
  const message = await asWorker(workerDb, trx => findOwed(trx, messageId))
  if (!message || message.disabledAt !== null || !isTemplateName(message.template)) return 'nothing_to_send'

  const facts = messageFacts(settings.publicOrigin, { id: message.referralId, reference: message.reference })
  const { subject, text } = renderMessage(message.template, facts)
  const delivery = await mailer.send({ to: message.email, subject, text, id: message.id })
  const now = settings.clock()
  await asWorker(workerDb, trx =>
    trx
      .updateTable('message')
      .set(delivery === 'sent' ? { sentAt: now } : { failedAt: now })
      .where('id', '=', messageId)
      .execute(),
  )
  return delivery
}

function findOwed(trx: Transaction<DB>, messageId: string) {
  return trx
    .selectFrom('message')
    .innerJoin('person', 'person.id', 'message.personId')
    .leftJoin('referral', 'referral.id', 'message.referralId')
    .select([
      'message.id',
      'template',
      'referralId',
      'referral.reference',
      'person.email',
      'person.disabledAt',
    ])
    .where('message.id', '=', messageId)
    .where('sentAt', 'is', null)
    .where('failedAt', 'is', null)
    .executeTakeFirst()
}
