import { undoableUntil } from '~/domain/referral/lifecycle'
import { eventNamed, isScreenEvent, type ReferralEvent, screenOf } from '~/domain/referral/events/registry'
import type { UndoRefusals } from '~/domain/referral/events/undo-refusals.server'
import { type Refusal, type RefusalReason, refusalText } from '~/domain/referral/refusal'
import type { ReferralView } from '~/domain/referral/record/referral-queries.server'
import { isAt, type ReferralState } from '~/domain/referral/states'
import { href } from '~/paths'
import { timeAndDay } from '~/domain/time/near-time'

/** Until when what was recorded can be undone, by whom, and what to do instead once it cannot. Safe for the browser. */
export interface UndoingWords {
  text: string
  links: { text: string; href: string }[]
}

type Undone = Pick<
  ReferralView,
  'side' | 'state' | 'endedBy' | 'stateChangedAt' | 'buttons' | 'caseId' | 'serviceId' | 'offerExpiresAt'
> & { refused: UndoRefusals }

/** What is said of taking back what was recorded, in place of a button that would be refused too; nothing where nothing was. */
export function undoingWords(referral: Undone, now: Date): UndoingWords[] {
  const main = isRefused(referral, ENDED) ? null : ofState(referral, now)
  return [...(main ? [main] : []), ...refusedWords(referral, now)]
}

/** The ones that take back what brought the referral to its state. */
const ENDED: readonly ReferralEvent[] = ['undo_end', 'undo_arrival']

function isRefused({ refused }: Undone, events: readonly ReferralEvent[]): boolean {
  return events.some(event => refused[event])
}

function ofState(referral: Undone, now: Date): UndoingWords | null {
  const { side, state, endedBy, stateChangedAt, buttons } = referral
  if (side === 'referrer' && isAt(state, 'place')) return ofYes(referral, now)
  const until = undoableUntil(stateChangedAt)
  if (buttons.some(({ event }) => ENDED.includes(event)))
    return { text: `This can be undone until ${timeAndDay(until, now)}.`, links: [] }
  if (side === 'provider' && isAt(state, 'stay')) return { text: ARRIVAL_STANDS, links: [] }
  if (!TAKEN_BACK.has(state)) return null
  const isOthers = endedBy !== null && endedBy !== side
  if (isOthers && now <= until)
    return { text: `If this is wrong, phone: it can be undone until ${timeAndDay(until, now)}.`, links: [] }
  return side === 'referrer'
    ? { text: `${TOO_LATE} Refer again: the new referral links back to this one.`, links: again(referral) }
    : { text: `${TOO_LATE} Phone the referrer: a new referral links back to this one.`, links: [] }
}

/** Why each button that would be refused is not there, and what to do instead. */
export function refusedWords(referral: Undone, now: Date): UndoingWords[] {
  const until = timeAndDay(undoableUntil(referral.stateChangedAt), now)
  return Object.entries(referral.refused).map(([event, refusal]) => {
    const named = eventNamed(event)
    if (refusal.reason === 'promise_over' && named !== null) return overWords(named)
    return WHY[refusal.reason]?.(referral, until, refusal) ?? { text: refusalText(refusal.reason), links: [] }
  })
}

type Why = (referral: Undone, until: string, refusal: Refusal) => UndoingWords

const PAST = 'Stays and voids that are over'
const VACANCIES = { text: 'Your vacancies', href: '/vacancies' }

/** Who must settle what first; of the others the refusal itself says it. */
const WHY: Partial<Record<RefusalReason, Why>> = {
  case_closed: ({ side, caseId }, until) =>
    side === 'referrer'
      ? {
          text: `The case is closed. Reopen it first: then this can be undone until ${until}.`,
          links: [{ text: 'Open the case', href: `/cases/${caseId}` }],
        }
      : {
          text: `The prison has closed the case. Phone the referrer, who can reopen it: then this can be undone until ${until}.`,
          links: [],
        },
  service_closed: ofClosed,
  service_not_found: ofClosed,
  already_referred: ({ side }, _, refusal) => ({
    text:
      side === 'referrer'
        ? 'You have referred the person to this service again since, so this cannot be undone. Go on with the new referral.'
        : 'The person has been referred to this service again since, so this cannot be undone. Go on with the new referral.',
    links:
      refusal.reason === 'already_referred'
        ? [{ text: 'Open the new referral', href: `/referrals/${refusal.referralId}` }]
        : [],
  }),
  bedspace_taken: ({ serviceId }, until) => ({
    text: `The arrival cannot be undone: something else claims the room on some of the days that were promised. Change that first, on your vacancies or among the service’s stays and voids that are over; a hold is changed on its own referral. Then this can be undone until ${until}.`,
    links: [VACANCIES, { text: PAST, href: href('our-services/:serviceId/rooms/past', { serviceId }) }],
  }),
  promised_since: () => ({
    text: 'The move cannot be called off: the room the person is in was promised to somebody else for after it. Settle that promise first, or let the move stand.',
    links: [VACANCIES],
  }),
  another_stands: () => ({
    text: 'This cannot be reopened while the person has another place: that must fall through first.',
    links: [],
  }),
}

function overWords(event: ReferralEvent): UndoingWords {
  const screen = isScreenEvent(event) ? screenOf(event) : null
  const instead = screen?.whenOver ? ` ${screen.whenOver}.` : ''
  const what = screen?.words.title ?? ''
  return { text: `“${what}” cannot be done now: the days that were promised are over.${instead}`, links: [] }
}

function ofClosed({ side, serviceId }: Undone, until: string): UndoingWords {
  return side === 'referrer'
    ? { text: 'The service has closed since, so this cannot be undone. Choose another service.', links: [] }
    : {
        text: `The service has closed since. Open it again first: then this can be undone until ${until}.`,
        links: [{ text: 'How the service stands', href: `/our-services/${serviceId}/standing` }],
      }
}

/** A yes is taken back while its offer runs. */
function ofYes({ buttons, offerExpiresAt }: Undone, now: Date): UndoingWords {
  const isRunning = offerExpiresAt !== null && buttons.some(({ event }) => event === 'take_back_yes')
  const text = isRunning
    ? `If the yes was recorded by mistake, it can be taken back until ${timeAndDay(offerExpiresAt, now)}, when the offer expires.`
    : 'If the yes was recorded by mistake, phone the provider: it can take the place back, and offer again.'
  return { text, links: [] }
}

const TOO_LATE = 'This can no longer be undone.'

const ARRIVAL_STANDS =
  'The arrival can no longer be undone: the two working days for it are over. Where the person never came, phone the referrer, and record no departure: that would count as a stay.'

/** Expired and placed elsewhere are never undone, and a new referral is the way on from them too. */
const TAKEN_BACK: ReadonlySet<ReferralState> = new Set([
  ...(['declined', 'refused', 'withdrawn', 'expired', 'no_show', 'departed', 'placed_elsewhere'] as const),
])

function again({ caseId, serviceId }: Undone): UndoingWords['links'] {
  return [{ text: 'Refer to this service again', href: `/cases/${caseId}/refer/${serviceId}` }]
}
