import { formatInstant, londonDay, londonTime, type Day } from '~/domain/time/calendar'
import { dayOrYear, timeAndDay } from '~/domain/time/near-time'
import { readyWords, throughWords } from '~/domain/vacancy/free/last-day'
import { roomWords } from '~/domain/vacancy/vacancy'
import type { Row } from '~/domain/referral/disclosure/tiers'
import type { OfferConflict } from '~/domain/referral/offer/offer-queries.server'
import { someoneThereRows, type StayAhead } from '~/domain/referral/offer/someone-there'
import { DEPARTURE_LABELS, DEPARTURES } from '~/domain/referral/reasons'
import { reasonLabel } from '~/domain/referral/events/reason-lists'
import type { ReferralEvent } from '~/domain/referral/events/registry'
import {
  AGREED_TIER_LABELS,
  type AgreedTier,
  ASSESSMENT_METHOD_LABELS,
  REQUEST_ITEM_LABELS,
  type Side,
} from '~/domain/referral/referral'
import { holdsBed, type ReferralState } from '~/domain/referral/states'
import { labelOf } from '~/domain/words/codes'
import { sentence, inSentence } from '~/domain/words/english'

/** How a referral stands: what was asked, booked, offered, and how it ended. Safe for the browser. */

interface Standing {
  state: ReferralState
  closedAt: Date | null
  agreedTier: AgreedTier
  assessorName: string | null
  assessmentAt: Date | null
  assessmentMethod: string | null
  requestedItems: readonly string[]
  waitingPlace: { place: number; waiting: number } | null
  primaryReason: string | null
  otherReasons: readonly string[]
  offer: {
    bedspaceName: string
    bedspaceType: string
    fromOn: Day
    untilOn: Day
    expiresAt: Date
    endedAt: Date | null
    isHeld: boolean
    heldUntil: Date | null
    stayAhead: StayAhead | null
    reconfirmFor: { fromOn: Day; untilOn: Day } | null
    conflict: OfferConflict | null
  } | null
  placement: {
    bedspaceName: string
    arrivedOn: Day
    expectedDepartureOn: Day | null
    /** A move to another room that is planned, and not recorded yet. */
    move: { on: Day; bedspaceName: string } | null
    departedOn: Day | null
    departure: string | null
  } | null
}

/** The rows that apply, in the order in which they come about. */
export function standingRows(standing: Standing, now: Date): Row[] {
  const rows: (Row | null)[] = [
    agreedRow(standing.agreedTier),
    row('Named assessor', standing.assessorName),
    assessmentRow(standing, now),
    row('The provider asks for', itemWords(standing.requestedItems)),
    row('Place on the waiting list', waitingWords(standing)),
    ...offerRows(standing, now),
    ...placementRows(standing, londonDay(now)),
    row('Reasons', reasonWords(standing)),
  ]
  return rows.filter(each => each !== null)
}

/** Whose page it is, and what can be done on it. */
interface Reader {
  side: Side
  buttons: readonly { event: ReferralEvent }[]
}

/** Why an offer or a place cannot be reconfirmed as it stands, and what to do; null where nothing is in the way. */
export function conflictWarning({ offer, side, buttons }: Pick<Standing, 'offer'> & Reader): string | null {
  if (!offer?.conflict) return null
  const { bedspaceName, reconfirmFor } = offer
  const { until, isStay } = offer.conflict
  const days = reconfirmFor ? 'the new days' : 'its days'
  const why = isStay
    ? `Somebody still stays in ${bedspaceName}, ${until === null ? 'and nobody has recorded the departure' : readyWords(until)}.`
    : `${bedspaceName} is taken on some of ${days}, ${readyWords(until)}.`
  if (side === 'referrer')
    return `${why} The provider can reconfirm only once it is free on ${days}. Phone, to agree what to do meanwhile.`
  const other = buttons.some(({ event }) => event === 'other_room') ? 'give another room, or ' : ''
  const free = isStay
    ? 'once it is recorded on your vacancies that the person there has left, or leaves in time on a day that is sure'
    : 'once it is free on those days'
  return `${why} This can be reconfirmed ${free}. Until then ${other}decline with a reason.`
}

function row(key: string, value: string | null): Row | null {
  return value === null || value === '' ? null : { key, value }
}

function agreedRow(agreedTier: AgreedTier): Row | null {
  return row('Agreed to share', AGREED_TIER_LABELS[agreedTier])
}

function assessmentRow({ assessmentAt, assessmentMethod }: Standing, now: Date): Row | null {
  if (assessmentAt === null) return null
  const method =
    assessmentMethod === null ? '' : `, ${inSentence(labelOf(ASSESSMENT_METHOD_LABELS, assessmentMethod))}`
  const day = londonDay(assessmentAt)
  const held = assessmentAt < now ? 'Was on' : ''
  return {
    key: 'Assessment',
    value: `${held} ${dayOrYear(day, londonDay(now))} at ${londonTime(assessmentAt)}${method}`.trim(),
  }
}

function itemWords(items: readonly string[]): string {
  return items.map(item => labelOf(REQUEST_ITEM_LABELS, item)).join('; ')
}

/** '2 of 5', in the order in which they came to it. */
function waitingWords({ waitingPlace }: Standing): string | null {
  return waitingPlace && `${waitingPlace.place} of ${waitingPlace.waiting}`
}

function offerRows({ offer, placement, state }: Standing, now: Date): (Row | null)[] {
  if (!offer || placement) return []
  const today = londonDay(now)
  const days = `${roomWords(offer)}, ${daysWords(offer, today)}`
  if (!holdsBed(state)) return [row('Last offer', days)]
  const { reconfirmFor } = offer
  const what = offer.endedAt === null ? 'Offer' : 'Place'
  return [
    row(reconfirmFor ? `${what} as it was` : what, days),
    row('To be reconfirmed', reconfirmFor && sentence(daysWords(reconfirmFor, today))),
    ...someoneThereRows(offer.stayAhead, now),
    row('Expires', state === 'offered' ? `At ${timeAndDay(offer.expiresAt, now)}` : null),
    row('Held', heldWords(offer, now)),
  ]
}

/** 'from Fri 18 December until and including Thu 18 March 2027'. */
function daysWords({ fromOn, untilOn }: { fromOn: Day; untilOn: Day }, today: Day): string {
  return `from ${dayOrYear(fromOn, today)} ${throughWords(untilOn, today)}`
}

/** Until when the bedspace itself is kept, where that goes not without saying. */
function heldWords({ isHeld, heldUntil, expiresAt, endedAt }: NonNullable<Standing['offer']>, now: Date) {
  if (!isHeld) return 'No: it may be given to others'
  if (heldUntil === null || (endedAt === null && heldUntil >= expiresAt)) return null
  return `Until ${timeAndDay(heldUntil, now)}; after that it may be given to others`
}

function placementRows({ placement }: Standing, today: Day): (Row | null)[] {
  if (!placement) return []
  const { bedspaceName, arrivedOn, expectedDepartureOn, move, departedOn, departure } = placement
  const kind = DEPARTURES.find(each => each === departure)
  return [
    row('Bedspace', bedspaceName),
    row('Arrived', dayOrYear(arrivedOn, today)),
    row('Is to move', departedOn === null && move ? moveWords(move, today) : null),
    departedOn === null
      ? row(
          'Expected to leave',
          expectedDepartureOn === null ? 'Not known' : dayOrYear(expectedDepartureOn, today),
        )
      : row(
          'Left',
          `${dayOrYear(departedOn, today)}${kind ? `: ${inSentence(DEPARTURE_LABELS[kind])}` : ''}`,
        ),
  ]
}

function moveWords({ on, bedspaceName }: { on: Day; bedspaceName: string }, today: Day): string {
  const unrecorded = on < today ? ': not recorded yet' : ''
  return `To ${bedspaceName} on ${dayOrYear(on, today)}${unrecorded}`
}

function reasonWords({ primaryReason, otherReasons, closedAt }: Standing): string | null {
  if (primaryReason === null) return null
  const ended = closedAt === null ? '' : ` (${formatInstant(closedAt)})`
  return `${[primaryReason, ...otherReasons].map(reasonLabel).join('; ')}${ended}`
}
