import {
  EVENT_WORDS,
  isScreenEvent,
  pathOfEvent,
  SCREEN_EVENTS,
  type ScreenEvent,
} from '~/domain/referral/events/event-words'
import { EVENTS, REGISTERED_EVENTS } from '~/domain/referral/events/registry'
import type { Transition } from '~/domain/referral/lifecycle'
import { expectedOn, noShowAllowedFrom } from '~/domain/referral/due'
import { type Day, londonDay } from '~/domain/time/calendar'

/** What a viewer may do with a referral from its page, as buttons. Safe for the browser. */

export interface ReferralButton {
  event: ScreenEvent
  /** The last part of the address. */
  path: string
  text: string
  isOneTap: boolean
  /** What one tap does, said beside the button; an event with a page of its own says it there. */
  hint: string | null
  look: 'primary' | 'secondary' | 'link'
}

export interface ButtonFacts {
  buttons: readonly Transition[]
  viewerId: string
  assessorId: string | null
  releaseOn: Day | null
  offer: { fromOn: Day; extendedAt: Date | null } | null
}

/** Never the first thing to do, however short the list. */
const NEVER_FIRST: readonly ScreenEvent[] = [
  'decline',
  'withdraw',
  'extend_offer',
  'ask_approval',
  ...REGISTERED_EVENTS.filter(event => EVENTS[event].saysNo),
]

/** The buttons in their order; those that would be refused for certain are left out. The first stands out. */
export function referralButtons(facts: ButtonFacts, now: Date): ReferralButton[] {
  const rows = facts.buttons.flatMap(row => (isScreenEvent(row.event) ? [{ ...row, event: row.event }] : []))
  const isEarly = (event: ScreenEvent) => event === 'arrive' && isBeforeFirstNight(facts, now)
  const rank = (row: (typeof rows)[number]) => (isEarly(row.event) ? SCREEN_EVENTS.length : rankOf(row))
  const shown = rows.filter(row => !isPointless(row.event, facts, now)).sort((a, b) => rank(a) - rank(b))
  return shown.map(({ event, to, from, wording }, index) => ({
    event,
    path: pathOfEvent(event),
    text: wording,
    isOneTap: EVENT_WORDS[event].isOneTap ?? false,
    hint: EVENT_WORDS[event].isOneTap ? EVENT_WORDS[event].lede : null,
    look: isEarly(event)
      ? 'link'
      : index === 0 && !NEVER_FIRST.includes(event) && !(event === 'take_to_assess' && to === from)
        ? 'primary'
        : 'secondary',
  }))
}

/** An arrival before its day is rare: a release brought forward. It can be recorded, and nothing invites to it. */
function isBeforeFirstNight({ offer, releaseOn }: ButtonFacts, now: Date): boolean {
  return offer !== null && londonDay(now) < expectedOn(offer.fromOn, releaseOn)
}

/** When a no-show can be recorded, where that is still to come. */
export function noShowFrom({ buttons, offer, releaseOn }: ButtonFacts, now: Date): Date | null {
  if (offer === null || !buttons.some(row => row.event === 'no_show')) return null
  const from = noShowAllowedFrom(offer.fromOn, releaseOn)
  return from > now ? from : null
}

function isPointless(event: ScreenEvent, facts: ButtonFacts, now: Date): boolean {
  if (event === 'take_to_assess') return facts.assessorId === facts.viewerId
  if (event === 'keep_holding') return facts.releaseOn !== null
  if (event === 'reconfirm') return facts.releaseOn === null
  if (event === 'extend_offer') return facts.offer?.extendedAt !== null
  return event === 'no_show' && noShowFrom(facts, now) !== null
}

/** Taking a new referral comes first; taking one over from a colleague comes late. */
function rankOf({ event, from }: { event: ScreenEvent; from: string }): number {
  return event === 'take_to_assess' && from === 'submitted' ? -1 : SCREEN_EVENTS.indexOf(event)
}
