import type { Kysely } from 'kysely'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { isTemplateName, type RenderedMessage, renderMessage } from '~/email/templates'
import { messageFacts } from './message-facts'

export interface SentMessage extends RenderedMessage {
  id: string
  createdAt: Date
  sentAt: Date | null
  failedAt: Date | null
  /** Where the message leads; null when the viewer no longer sees the referral. */
  referralId: string | null
}

const MOST_SHOWN = 100

/** The viewer's own messages, newest first, in the very words that were sent or would have been. At most 100. */
export async function messagesTo(
  db: Kysely<DB>,
  viewer: SignedInViewer,
  publicOrigin: string,
): Promise<SentMessage[]> {
  return asViewer(db, viewer, async trx => {
    const messages = await trx
      .selectFrom('message')
      .select(['id', 'template', 'createdAt', 'sentAt', 'failedAt', 'referralId'])
      .where('personId', '=', viewer.personId)
      .orderBy('createdAt', 'desc')
      .orderBy('id')
      .limit(MOST_SHOWN)
      .execute()
    const references = await referencesOf(
      trx,
      messages.flatMap(message => message.referralId ?? []),
    )
    return messages.flatMap(({ template, referralId, ...message }) => {
      if (!isTemplateName(template)) return []
      const reference = references.get(referralId ?? '') ?? null
      const facts = messageFacts(publicOrigin, { id: referralId, reference })
      return [
        { ...message, referralId: reference === null ? null : referralId, ...renderMessage(template, facts) },
      ]
    })
  })
}

/** Asked only when there is something to ask: a commissioner has no right to the table, and no message that needs it. */
async function referencesOf(trx: Kysely<DB>, referralIds: string[]): Promise<Map<string, string>> {
  if (referralIds.length === 0) return new Map()
  const rows = await trx
    .selectFrom('referral')
    .select(['id', 'reference'])
    .where('id', 'in', referralIds)
    .execute()
  return new Map(rows.map(row => [row.id, row.reference]))
}
