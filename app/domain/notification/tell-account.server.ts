import type { Transaction } from 'kysely'
import { newId } from '@db/id'
import type { JobQueue } from '@db/jobs'
import type { DB } from '@db/schema'

interface Owing {
  sendsMail: boolean
  now: Date
}

/** Owes an invitation to its address, once, whatever is run twice. */
export async function oweInvitation(
  trx: Transaction<DB>,
  jobs: JobQueue,
  invitationId: string,
  owing: Owing,
): Promise<void> {
  await owe(trx, jobs, { template: 'invitation', invitationId }, owing)
}

/** Owes the link of a reset to the person, once; of an address that nobody here has, nothing. */
export async function oweReset(
  trx: Transaction<DB>,
  jobs: JobQueue,
  passwordResetId: string,
  owing: Owing,
): Promise<void> {
  const reset = await trx
    .selectFrom('passwordReset')
    .select('personId')
    .where('id', '=', passwordResetId)
    .where('personId', 'is not', null)
    .executeTakeFirst()
  if (reset) await owe(trx, jobs, { template: 'password_reset', passwordResetId, ...reset }, owing)
}

/** Owes the letter of a decision on an application. @param id of the message to be: done twice, it is owed once */
export async function oweDecision(
  trx: Transaction<DB>,
  jobs: JobQueue,
  { id, applicationId }: { id: string; applicationId: string },
  owing: Owing,
): Promise<void> {
  await owe(trx, jobs, { id, template: 'application_refused', applicationId }, owing)
}

/** Owes a letter about a change of address. @param letter.id of the message to be: done twice, it is owed once */
export async function oweEmailLetter(
  trx: Transaction<DB>,
  jobs: JobQueue,
  letter: { id: string; emailChangeId: string; template: string },
  owing: Owing,
): Promise<void> {
  await owe(trx, jobs, letter, owing)
}

interface Owed {
  id?: string
  template: string
  personId?: string | null
  invitationId?: string
  passwordResetId?: string
  applicationId?: string
  emailChangeId?: string
}

async function owe(trx: Transaction<DB>, jobs: JobQueue, owed: Owed, { sendsMail, now }: Owing) {
  const message = await trx
    .insertInto('message')
    .values({ id: newId(), createdAt: now, ...owed })
    .onConflict(conflict => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (message && sendsMail) await jobs.enqueue(trx, 'send-email', { messageId: message.id })
}
