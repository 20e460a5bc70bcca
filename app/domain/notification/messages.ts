import { FUNDING_MESSAGES } from '../family-programmes/funding-messages'
import { messageNamed as referralMessage } from '../referral/events/notices'
import type { Message } from '../referral/events/message'

/** The message of a stored name, of a referral's event or of funding that ends; null for one that nothing sends any more. */
export function messageNamed(name: string): Message | null {
  return Object.values(FUNDING_MESSAGES).find(message => message.name === name) ?? referralMessage(name)
}
