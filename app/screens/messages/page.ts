import { formatInstant, relativeInstant } from '~/domain/time/calendar'
import type { SentMessage } from '~/domain/notification/message-queries.server'

/** One message as an email reads. */
export interface MessageView {
  id: string
  subject: string
  /** Paragraphs in order; the link among them leads to a page of this site. */
  paragraphs: { text: string; href: string | null }[]
  when: string
}

/** The messages in words, in the order given. A link stays one only while the reader may still see where it leads. */
export function messagePage(messages: readonly SentMessage[], now: Date): MessageView[] {
  return messages.map(({ id, subject, text, createdAt, ...about }) => ({
    id,
    subject,
    paragraphs: text
      .trim()
      .split('\n\n')
      .map(paragraph => ({
        text: paragraph,
        href: leadsOn(about) ? pathIn(paragraph) : null,
      })),
    when: `${formatInstant(createdAt)} (${relativeInstant(createdAt, now)})`,
  }))
}

type LedOn = Pick<
  SentMessage,
  'referralId' | 'serviceId' | 'nominationId' | 'entryNoteId' | 'confirmationLinkId'
>

function leadsOn({ referralId, serviceId, nominationId, entryNoteId, confirmationLinkId }: LedOn): boolean {
  return [referralId, serviceId, nominationId, entryNoteId, confirmationLinkId].some(id => id !== null)
}

/** The path of a paragraph that is an address and nothing else. */
function pathIn(paragraph: string): string | null {
  return /^https?:\/\/[^/\s]+(\/\S*)$/.exec(paragraph)?.[1] ?? null
}
