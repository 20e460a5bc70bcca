import type { Kysely } from 'kysely'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { PAGE_LENGTH, pageOf, type Paging } from '../list/paging'
import { messageFacts, verifyTokenOf } from './message-facts'
import { messageNamed } from './messages'
import { type RenderedMessage, renderMessage } from './render-message'

export interface SentMessage extends RenderedMessage {
  id: string
  createdAt: Date
  sentAt: Date | null
  failedAt: Date | null
  /** Where the message leads; null when the viewer no longer sees the referral. */
  referralId: string | null
  /** The service it is about; null for any other. */
  serviceId: string | null
  nominationId: string | null
  entryNoteId: string | null
  /** The link it carries that confirms; null for any other. */
  confirmationLinkId: string | null
}

export interface SentMessages extends Paging {
  messages: SentMessage[]
}

/** The viewer's own messages, newest first, in the very words that were sent or would have been: one page of them. */
export async function messagesTo(
  db: Kysely<DB>,
  viewer: SignedInViewer,
  { publicOrigin, linkKey }: { publicOrigin: string; linkKey: Buffer },
  page = 1,
): Promise<SentMessages> {
  return asViewer(db, viewer, async trx => {
    const { many } = await trx
      .selectFrom('message')
      .select(count => count.fn.countAll<string>().as('many'))
      .where('personId', '=', viewer.personId)
      // A link that opens without signing in is shown in its letter alone.
      .where('passwordResetId', 'is', null)
      .executeTakeFirstOrThrow()
    const paging = pageOf(page, Number(many))
    const rows = await trx
      .selectFrom('message')
      .select([
        'id',
        'template',
        'createdAt',
        'sentAt',
        'failedAt',
        'referralId',
        'serviceId',
        'nominationId',
        'entryNoteId',
        'confirmationLinkId',
      ])
      .where('personId', '=', viewer.personId)
      .where('passwordResetId', 'is', null)
      .orderBy('createdAt', 'desc')
      .orderBy('id')
      .limit(PAGE_LENGTH)
      .offset(paging.first - 1)
      .execute()
    const references = await referencesOf(
      trx,
      rows.flatMap(message => message.referralId ?? []),
    )
    const messages = rows.flatMap(
      ({ template, referralId, serviceId, nominationId, entryNoteId, ...message }) => {
        const sent = messageNamed(template)
        if (sent === null) return []
        const reference = references.get(referralId ?? '') ?? null
        const facts = messageFacts(publicOrigin, {
          template,
          referral: { id: referralId, reference },
          ...{ serviceId, nominationId, entryNoteId },
          verifyToken: verifyTokenOf(linkKey, message.confirmationLinkId),
        })
        return [
          {
            ...message,
            ...{ serviceId, nominationId, entryNoteId },
            referralId: reference === null ? null : referralId,
            ...renderMessage(sent, facts),
          },
        ]
      },
    )
    return { ...paging, messages }
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
