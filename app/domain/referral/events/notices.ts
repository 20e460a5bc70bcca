import type { Notice } from './event-spec'
import type { Message } from './message'
import { EVENT_NAMES, eventNamed, specOf } from './registry'

/** Who is told of one event of a referral's history, by what that keeps of it. */
export function noticesFor(
  text: string,
  from: string | null,
  to: string,
  codes: readonly string[] = [],
): readonly Notice[] {
  const event = eventNamed(text)
  return event === null ? [] : specOf(event).tells.filter(({ when }) => when?.(from, to, codes) ?? true)
}

const messages: ReadonlyMap<string, Message> = new Map(
  EVENT_NAMES.flatMap(event => specOf(event).tells).map(({ message }) => [message.name, message]),
)

/** The message of a stored name, or null for one that no event sends any more. */
export function messageNamed(name: string): Message | null {
  return messages.get(name) ?? null
}
