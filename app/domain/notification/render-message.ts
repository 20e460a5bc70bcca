import type { Message } from '../referral/events/message'
import { oneLine } from '~/email/one-line'

/** What a message is told. Ids and references only: no name, no service, nothing about the person it concerns. */
export interface MessageFacts {
  /** The referral's reference, 'R-20901'; null when the reader may no longer see the referral. */
  reference: string | null
  /** Where to read the rest, behind sign-in: an address of this site, whole. */
  link: string
}

export interface RenderedMessage {
  subject: string
  text: string
}

/** The words of one message. Its subject is one line, whatever it was given. */
export function renderMessage(message: Message, facts: MessageFacts): RenderedMessage {
  const fill = (words: string) => words.replaceAll('{R}', facts.reference ?? '(closed)')
  const text = [fill(message.happened), fill(message.toDo), facts.link, SIGNATURE].join('\n\n')
  return { subject: oneLine(fill(message.subject)), text: `${text}\n` }
}

const SIGNATURE = 'Throughgate. This message holds no personal details. Please do not reply to it with any.'
