import { setTimeout as delay } from 'node:timers/promises'
import type { Kysely, Transaction } from 'kysely'
import { databaseFailure } from '@db/database-failure'
import type { DB } from '@db/schema'
import { asWorker } from '@db/viewer-transaction'
import type { Mailer } from '~/email/mailer'
import { accountLetter, type AddressedLetter, type LetterSettings } from './account-letter.server'
import { messageFacts, verifyTokenOf } from './message-facts'
import { messageNamed } from './messages'
import { renderMessage } from './render-message'

/** For as long as a database is away that is started again. */
const NOTE_ATTEMPTS = 40
const NOTE_AGAIN_MS = 500

/**
 * Sends one message that is owed, and notes that it went or was refused for good. One that is gone, sent or refused is
 * left alone, so that a job run twice sends once. Where the database goes away in between, the note is tried again until it is
 * back. Its Message-ID is its own id: sent, but not noted before a crash, it goes a second time under the same one.
 * @throws when the mail server could not be reached: the job tries again
 */
export async function sendMessage(
  workerDb: Kysely<DB>,
  mailer: Mailer,
  settings: LetterSettings,
  messageId: string,
): Promise<'sent' | 'refused' | 'nothing_to_send'> {
  const letter = await asWorker(workerDb, trx => letterOwed(trx, settings, messageId))
  if (!letter) return 'nothing_to_send'
  const delivery = await mailer.send({ ...letter, id: messageId })
  const now = settings.clock()
  await untilNoted(() =>
    asWorker(workerDb, trx =>
      trx
        .updateTable('message')
        .set(delivery === 'sent' ? { sentAt: now } : { failedAt: now })
        .where('id', '=', messageId)
        .execute(),
    ),
  )
  return delivery
}

/** The letter of a message that is owed; null where nothing is, or nobody is left to send it to. */
async function letterOwed(
  trx: Transaction<DB>,
  settings: LetterSettings,
  messageId: string,
): Promise<AddressedLetter | null> {
  const message = await findOwed(trx, messageId)
  if (!message) return null
  if (isLetter(message)) return accountLetter(trx, message, settings)
  const words = messageNamed(message.template)
  const to = message.email ?? message.teamEmail
  if (!words || to === null || message.disabledAt !== null) return null
  const facts = messageFacts(settings.publicOrigin, {
    template: message.template,
    referral: { id: message.referralId, reference: message.reference },
    serviceId: message.serviceId,
    nominationId: message.nominationId,
    entryNoteId: message.entryNoteId,
    verifyToken: verifyTokenOf(settings.linkKey, message.confirmationLinkId),
  })
  return { to, ...renderMessage(words, facts) }
}

/** Whether it is one of those that let somebody in, or tell somebody who is not in. */
function isLetter({ invitationId, passwordResetId, applicationId, emailChangeId }: Owed): boolean {
  return [invitationId, passwordResetId, applicationId, emailChangeId].some(id => id !== null)
}

/** An email cannot be called back: the job would send it again for want of the note. */
async function untilNoted(note: () => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await note()
      return
    } catch (error) {
      if (attempt === NOTE_ATTEMPTS || databaseFailure(error) === null) throw error
      await delay(NOTE_AGAIN_MS)
    }
  }
}

type Owed = NonNullable<Awaited<ReturnType<typeof findOwed>>>

function findOwed(trx: Transaction<DB>, messageId: string) {
  return (
    trx
      .selectFrom('message')
      .leftJoin('person', 'person.id', 'message.personId')
      .leftJoin('referral', 'referral.id', 'message.referralId')
      // What goes to nobody in particular goes to the address of the team.
      .leftJoin('confirmationLink as link', 'link.id', 'message.confirmationLinkId')
      .leftJoin('service', 'service.id', 'link.serviceId')
      .leftJoin('organisation as team', join =>
        join.on(eb => eb('team.id', '=', eb.fn.coalesce('message.teamId', 'service.organisationId'))),
      )
      .select([
        'message.id',
        'template',
        'referralId',
        'message.serviceId',
        'message.nominationId',
        'message.entryNoteId',
        'message.invitationId',
        'message.passwordResetId',
        'message.applicationId',
        'message.emailChangeId',
        'message.confirmationLinkId',
        'team.teamEmail',
        'referral.reference',
        'person.email',
        'person.disabledAt',
      ])
      .where('message.id', '=', messageId)
      .where('sentAt', 'is', null)
      .where('failedAt', 'is', null)
      .executeTakeFirst()
  )
}
