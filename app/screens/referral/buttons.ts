import type { ButtonMoment } from '~/domain/referral/events/event-spec'
import {
  isScreenEvent,
  pathOfEvent,
  SCREEN_EVENTS,
  type ScreenEvent,
  screenOf,
} from '~/domain/referral/events/registry'
import type { UndoRefusals } from '~/domain/referral/events/undo-refusals.server'
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
  /** What of these would be refused, because something was arranged since. */
  refused: UndoRefusals
  offer: { fromOn: Day; extendedAt: Date | null; conflict?: object | null } | null
}

/** The buttons in their order; those that would be refused for certain are left out. The first stands out. */
export function referralButtons(facts: ButtonFacts, now: Date): ReferralButton[] {
  const at = momentOf(facts, now)
  const rows = facts.buttons.flatMap(row => (isScreenEvent(row.event) ? [{ ...row, event: row.event }] : []))
  const isEarly = (event: ScreenEvent) => screenOf(event).isEarly?.(at) ?? false
  const rank = (row: (typeof rows)[number]) => (isEarly(row.event) ? SCREEN_EVENTS.length : rankOf(row))
  const shown = rows
    .filter(({ event }) => !facts.refused[event] && !screenOf(event).isPointless?.(at))
    .sort((a, b) => rank(a) - rank(b))
  return shown.map((row, index) => {
    const { words } = screenOf(row.event)
    return {
      event: row.event,
      path: pathOfEvent(row.event),
      text: row.wording,
      isOneTap: words.isOneTap ?? false,
      hint: words.isOneTap ? words.lede : null,
      look: isEarly(row.event) ? 'link' : index === 0 && !isNeverFirst(row) ? 'primary' : 'secondary',
    }
  })
}

function momentOf(facts: ButtonFacts, now: Date): ButtonMoment {
  const { offer, releaseOn, viewerId, assessorId } = facts
  return {
    today: londonDay(now),
    releaseOn,
    isOwnAssessor: viewerId === assessorId,
    isExtended: offer?.extendedAt !== null,
    isBlocked: offer?.conflict != null,
    expectedOn: offer && expectedOn(offer.fromOn, releaseOn),
    noShowFrom: noShowFrom(facts, now),
  }
}

/** When a no-show can be recorded, where that is still to come. */
export function noShowFrom({ buttons, offer, releaseOn }: ButtonFacts, now: Date): Date | null {
  if (offer === null || !buttons.some(row => row.event === 'no_show')) return null
  const from = noShowAllowedFrom(offer.fromOn, releaseOn)
  return from > now ? from : null
}

interface Rankable {
  event: ScreenEvent
  from: string
  to: string
}

function isNeverFirst({ event, from, to }: Rankable): boolean {
  return screenOf(event).isNeverFirst ?? (event === 'take_to_assess' && to === from)
}

/** Taking a new referral comes first; taking one over from a colleague comes late. */
function rankOf({ event, from }: Rankable): number {
  return event === 'take_to_assess' && from === 'submitted' ? -1 : SCREEN_EVENTS.indexOf(event)
}
