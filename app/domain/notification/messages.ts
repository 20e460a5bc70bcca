import { HAND_OVER_MESSAGES } from '../casework/hand-over-messages'
import { NOMINATION_MESSAGES } from '../nomination/nomination-messages'
import { NOTE_MESSAGES } from '../entry-note/note-messages'
import { KEEPER_MESSAGES } from '../record-change/keeper-messages'
import { FUNDING_MESSAGES } from '../family-programmes/funding-messages'
import { LATE_MESSAGES, RING_MESSAGES } from '../referral/late-steps'
import { REMINDER_MESSAGES } from '../reminder/reminder-messages'
import { messageNamed as referralMessage } from '../referral/events/notices'
import type { Message } from '../referral/events/message'
import { QUEUE_MESSAGES } from '../nobody-fits/queue-messages'
import { FACTOR_MESSAGES } from '../account/second-factor/factor-messages'

/** The message of a stored name, of a referral's event, of funding that ends, of a nomination, of a note about an entry, of its review, of the queue, of a step that is late or of somebody's own account; null for one that nothing sends any more. */
export function messageNamed(name: string): Message | null {
  const others: readonly Message[] = [
    ...Object.values(FUNDING_MESSAGES),
    ...Object.values(NOMINATION_MESSAGES),
    ...Object.values(NOTE_MESSAGES),
    ...Object.values(KEEPER_MESSAGES),
    ...Object.values(REMINDER_MESSAGES),
    ...Object.values(HAND_OVER_MESSAGES),
    ...Object.values(FACTOR_MESSAGES),
    ...Object.values(QUEUE_MESSAGES),
    ...Object.values(LATE_MESSAGES),
    ...Object.values(RING_MESSAGES),
  ]
  return others.find(message => message.name === name) ?? referralMessage(name)
}
