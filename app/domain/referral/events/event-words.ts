import type { EventWords } from './event-spec'
import { ofEachEvent, REGISTERED_EVENTS } from './registry'
import type { ReferralEvent } from '../lifecycle'

/** The events a person makes happen from a referral's page, in the order of its buttons. Safe for the browser. */
export const SCREEN_EVENTS = [
  'accept',
  'refuse',
  'answer_information',
  'reconfirm',
  'offer',
  'arrive',
  'approve',
  'book_assessment',
  'reconfirm_waiting',
  'request_information',
  'add_to_waiting_list',
  'return_to_review',
  'extend_offer',
  'ask_approval',
  'no_show',
  'depart',
  'reopen',
  'take_to_assess',
  'decline',
  'withdraw',
  ...REGISTERED_EVENTS,
] as const satisfies readonly ReferralEvent[]
export type ScreenEvent = (typeof SCREEN_EVENTS)[number]

export const EVENT_WORDS: Readonly<Record<ScreenEvent, EventWords>> = {
  take_to_assess: {
    title: 'Take this referral to assess',
    lede: 'You become the named assessor. What the person agreed to share opens to you and to your managers; the referrer is told.',
    button: 'Take to assess',
    done: 'You are the named assessor. What the person agreed to share is open to you below',
    isOneTap: true,
  },
  request_information: {
    title: 'Ask for information',
    lede: 'The referrer has 3 working days to answer. Ask only for what your decision needs.',
    button: 'Ask the referrer',
    done: 'Asked. The referrer has been told what you need',
  },
  answer_information: {
    title: 'Send the information',
    lede: 'Answers that belong to the case are given there, once, for every referral. Say here what you have added or learned.',
    button: 'Send to the provider',
    done: 'Sent. The referral is under review again',
  },
  book_assessment: {
    title: 'Book an assessment',
    lede: 'The referrer is told when and how, and makes it possible in the prison.',
    button: 'Book the assessment',
    done: 'The assessment is booked, and the referrer has been told',
  },
  return_to_review: {
    title: 'Return to review',
    lede: 'The assessment settled nothing, or was not held. You have 3 working days to book another or to decide.',
    button: 'Return to review',
    done: 'The referral is under review again',
    isOneTap: true,
  },
  add_to_waiting_list: {
    title: 'Add to the waiting list',
    lede: 'The referrer is told. Every 14 days you are asked whether the person is still on the list.',
    button: 'Add to the waiting list',
    done: 'Added to the waiting list, and the referrer has been told',
  },
  reconfirm_waiting: {
    title: 'Still on the waiting list',
    lede: 'You are asked again in 14 days.',
    button: 'Still on the waiting list',
    done: 'Noted. You are asked again in 14 days',
    isOneTap: true,
  },
  offer: {
    title: 'Offer a bedspace',
    lede: 'What is held until the answer is as the service states.',
    button: 'Offer this bedspace',
    done: 'Offered. The referrer has been told',
  },
  extend_offer: {
    title: 'Extend the offer',
    lede: 'An offer can be extended once, by as long again. What is held for the offer stays held.',
    button: 'Extend the offer',
    done: 'The offer is extended, and the referrer has been told',
  },
  accept: {
    title: 'The person says yes',
    lede: 'The bedspace is firm from now. Other offers to this person are freed, and those referrals wait until arrival.',
    button: 'Record the yes',
    done: 'Accepted. The provider has been told, and the bedspace is firm',
  },
  refuse: {
    title: 'The person says no',
    lede: 'The bedspace is free again at once. The reasons count as unmet need unless the person found somewhere.',
    button: 'Record the no',
    done: 'Recorded. The provider has been told, and the bedspace is free again',
  },
  ask_approval: {
    title: 'Wait for approval of the address',
    lede: 'Probation, or the check for home detention curfew, must approve the address first. The bedspace stays held.',
    button: 'Wait for approval',
    done: 'The referral waits for approval of the address. The bedspace stays held',
    isOneTap: true,
  },
  approve: {
    title: 'The address is approved',
    lede: 'The provider is told that the person is coming.',
    button: 'Address approved',
    done: 'Approved. The provider has been told that the person is coming',
    isOneTap: true,
  },
  reconfirm: {
    title: 'Reconfirm the bedspace',
    lede: 'The bedspace is held for the days as they are now, and the referrer is told.',
    button: 'Reconfirm the bedspace',
    done: 'Reconfirmed. The bedspace is held for the days as they are now',
    isOneTap: true,
  },
  arrive: {
    title: 'Mark as arrived',
    lede: 'The bedspace is occupied until you record that the person has left. The day you expect is shown as a forecast.',
    button: 'Mark as arrived',
    done: 'Marked as arrived. The referrer has been told',
  },
  no_show: {
    title: 'Mark as no-show',
    lede: 'The bedspace is free again at once, and the referrer is told. Phone first: late is not a no-show.',
    button: 'Mark as no-show',
    done: 'Marked as no-show. The bedspace is free again, and the referrer has been told',
  },
  depart: {
    title: 'Record the departure',
    lede: 'The bedspace is in turnaround from the day of departure, then free.',
    button: 'Record the departure',
    done: 'The departure is recorded. The bedspace is in turnaround, then free',
  },
  reopen: {
    title: 'Reopen this referral',
    lede: 'It goes back to where it was; a bedspace that was freed is not held again. The provider is told.',
    button: 'Reopen',
    done: 'Reopened. The provider has been told',
    isOneTap: true,
  },
  decline: {
    title: 'Decline this referral',
    lede: 'The referrer is told the reasons. They count, without the person, towards what the region is short of.',
    button: 'Decline',
    done: 'Declined. The referrer has been told why',
  },
  withdraw: {
    title: 'Withdraw this referral',
    lede: 'The provider is told. An offered or held bedspace is free again at once.',
    button: 'Withdraw',
    done: 'Withdrawn. The provider has been told',
  },
  ...ofEachEvent(({ words }) => words),
}

/** The event a part of an address names ('take-to-assess'), or null. */
export function eventOfPath(part: string | undefined): ScreenEvent | null {
  return SCREEN_EVENTS.find(event => pathOfEvent(event) === part) ?? null
}

/** How an event stands in an address. */
export function pathOfEvent(event: ScreenEvent): string {
  return event.replaceAll('_', '-')
}

/** True for the events that have a page of their own here. */
export function isScreenEvent(event: ReferralEvent): event is ScreenEvent {
  return SCREEN_EVENTS.some(each => each === event)
}
