import type { Transaction } from 'kysely'
import { newId } from '@db/id'
import type { JobQueue } from '@db/jobs'
import type { DB } from '@db/schema'
import { PROVIDER_ROLES } from '../account/account'
import { NOTE_MESSAGES } from '../entry-note/note-messages'
import { londonDay } from '../time/calendar'
import { ids, members } from './members.server'
import { recipientsOf } from './recipients.server'

interface Telling {
  noteId: string
  told: keyof typeof NOTE_MESSAGES
  sendsMail: boolean
}

/**
 * Writes the messages owed for a note about an entry, in the worker's transaction: of the note to the people of the provider and to their team's
 * address, of its answer to whoever told. Done twice, nobody is owed a second one. @returns how many were owed
 */
export async function tellEntryNote(
  trx: Transaction<DB>,
  jobs: JobQueue,
  { noteId, told, sendsMail }: Telling,
): Promise<number> {
  const note = await trx
    .selectFrom('entryNote as n')
    .innerJoin('service as s', 's.id', 'n.serviceId')
    .select(['n.id', 'n.toldBy', 'n.toldOrganisationId', 'n.toldAt', 'n.answeredAt', 's.organisationId'])
    .where('n.id', '=', noteId)
    .executeTakeFirst()
  const createdAt = told === 'note' ? note?.toldAt : note?.answeredAt
  if (!note || !createdAt) return 0
  const isNote = told === 'note'
  const organisationId = isNote ? note.organisationId : note.toldOrganisationId
  const people = isNote ? ids(await members(trx, organisationId, PROVIDER_ROLES)) : [note.toldBy]
  const recipients = await recipientsOf(trx, people, { organisationId, today: londonDay(createdAt) })
  // An answer is to whoever asked, and to who acts for them: not to their team.
  const owedTo = isNote ? recipients : recipients.filter(to => 'personId' in to)
  if (owedTo.length === 0) return 0
  const { name: template } = NOTE_MESSAGES[told]
  const messages = await trx
    .insertInto('message')
    .values(owedTo.map(to => ({ id: newId(), ...to, template, entryNoteId: note.id, createdAt })))
    .onConflict(conflict => conflict.doNothing())
    .returning('id')
    .execute()
  if (sendsMail) for (const { id } of messages) await jobs.enqueue(trx, 'send-email', { messageId: id })
  return messages.length
}
