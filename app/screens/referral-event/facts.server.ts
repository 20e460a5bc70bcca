import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import type { DomainContext } from '~/domain/context'
import { londonDay, type Day } from '~/domain/time/calendar'
import { bedspacesOf } from '~/domain/vacancy/own/own-bedspaces.server'
import { endOfLongestStay, type OfferTerms, offerTermsOf } from '~/domain/referral/offer/offer-terms.server'
import { eventOfPath, type ScreenEvent, screenOf } from '~/domain/referral/events/registry'
import { type UndoRefusals, undoRefusals } from '~/domain/referral/events/undo-refusals.server'
import { notFound } from '~/http/respond.server'
import { type AcceptedPlace, acceptedPlaceOf } from '~/domain/referral/offer/accepted-place.server'
import { holdOfOffer } from '~/domain/referral/offer/hold-of-offer.server'
import { type PromisedBehind, promisedBehind } from '~/domain/referral/offer/promised-behind.server'
import { offerChoices, type OfferChoices } from './offer-choices'
import { type OfferPrice, offerPrice } from '~/domain/referral/offer/offer-price.server'
import { roomChoices, type RoomChoices } from '~/screens/vacancies/room-choices'
import { type AgreedElsewhere, agreedElsewhere } from '~/domain/referral/record/agreed-elsewhere.server'
import { findReferralFor, type ReferralView } from '~/domain/referral/record/referral-queries.server'

/** What the page of one event draws on. */
export interface EventPageFacts {
  referral: ReferralView
  /** True when the table lets this viewer do this now, and nothing that was arranged since is in the way. */
  isAllowed: boolean
  /** Why not, where the table would and something was arranged since. */
  refused: UndoRefusals
  /** For an offer: every bedspace with what it is in the days the person needs. */
  offer: (OfferChoices & Pick<OfferTerms, 'holdDays'>) | null
  /** For another room: the others that are free for all the days that are promised or stayed, and why not the rest. */
  rooms: RoomChoices
  /** For an answer to an offer: what the bedspace costs. */
  price: OfferPrice | null
  /** For a change of what is agreed, or its end: the other referrals of the person to the same provider. */
  agreedElsewhere: AgreedElsewhere[]
  /** For a yes: the place the person said yes to before, which this one frees. */
  accepted: AcceptedPlace | null
  /** Where a stay is to go on: what is promised behind it. */
  promised: PromisedBehind | null
  /** For a yes that is taken back: until when the bedspace is held then; null where it is not. */
  heldThen: Date | null
}

/** A referral the viewer is party to with what an event's own page needs, or null for any other id. */
export async function eventPageFor(
  app: DomainContext,
  viewer: SignedInViewer,
  id: string,
  event: ScreenEvent,
): Promise<EventPageFacts | null> {
  const referral = await findReferralFor(app, viewer, id)
  if (!referral) return null
  const buttons = referral.buttons.filter(row => row.event === event)
  const refused = await asViewer(app.db, viewer, trx =>
    undoRefusals(trx, { ...referral, buttons }, app.clock()),
  )
  const isAllowed = buttons.length > 0 && !refused[event]
  const { shows } = screenOf(event)
  const wantsBedspaces = shows === 'bedspaces' && referral.side === 'provider'
  const answered = shows === 'offer' ? referral.offer : null
  return {
    referral,
    isAllowed,
    refused,
    rooms:
      shows === 'rooms' && referral.side === 'provider'
        ? await roomsFor(app, viewer, referral, event)
        : { free: [], taken: [] },
    promised:
      referral.side === 'provider' && referral.placement && MAY_GO_ON.includes(event)
        ? await promisedBehind(app, viewer, referral.placement.claimId)
        : null,
    heldThen: event === 'take_back_yes' && isAllowed ? await heldThen(app, viewer, referral) : null,
    offer: wantsBedspaces ? await choicesFor(app, viewer, referral) : null,
    agreedElsewhere:
      AGREEMENT_EVENTS.includes(event) && referral.side === 'referrer'
        ? await asViewer(app.db, viewer, trx => agreedElsewhere(trx, referral))
        : [],
    accepted: answered && (await asViewer(app.db, viewer, trx => acceptedPlaceOf(trx, referral))),
    price: answered && (await asViewer(app.db, viewer, trx => offerPrice(trx, answered.bedspaceId))),
  }
}

/** What may end or narrow what is agreed with the provider. */
const AGREEMENT_EVENTS: readonly ScreenEvent[] = ['change_agreement', 'withdraw']

/** What may leave somebody in a room for longer than was said. */
const MAY_GO_ON: readonly ScreenEvent[] = ['change_stay_end', 'undo_end']

async function heldThen(
  app: DomainContext,
  viewer: SignedInViewer,
  referral: ReferralView,
): Promise<Date | null> {
  const { lapsesAt } = await asViewer(app.db, viewer, trx => holdOfOffer(trx, referral))
  return referral.offer?.isHeld && lapsesAt > app.clock() ? lapsesAt : null
}

async function choicesFor(
  app: DomainContext,
  viewer: SignedInViewer,
  { serviceId, releaseOn }: ReferralView,
): Promise<NonNullable<EventPageFacts['offer']>> {
  const now = app.clock()
  return asViewer(app.db, viewer, async trx => {
    const terms = await offerTermsOf(trx, serviceId)
    const today = londonDay(now)
    const fromOn = notPast(releaseOn, today)
    const untilOn = endOfLongestStay(terms, fromOn)
    const days = { today: londonDay(now), fromOn, untilOn }
    return { ...offerChoices(await bedspacesOf(trx, serviceId, now), days), holdDays: terms.holdDays }
  })
}

/** The other rooms of the service: those free for all the days that are promised, or from now on for whoever lives in one. */
async function roomsFor(
  app: DomainContext,
  viewer: SignedInViewer,
  { serviceId, offer, placement }: ReferralView,
  event: ScreenEvent,
): Promise<RoomChoices> {
  const now = app.clock()
  const today = londonDay(now)
  return asViewer(app.db, viewer, async trx => {
    const promised = placement === null ? (offer?.reconfirmFor ?? offer) : null
    const fromOn = notPast(promised?.fromOn ?? null, today)
    const untilOn = promised?.untilOn ?? placement?.expectedDepartureOn ?? null
    const own = (placement ?? offer)?.bedspaceId
    // What is planned for her there stands in nobody's way but others'.
    const planned = placement?.move?.claimId
    const others = (await bedspacesOf(trx, serviceId, now))
      .filter(({ id }) => id !== own)
      .map(room => ({ ...room, claims: room.claims.filter(({ id }) => id !== planned) }))
    const isOver = untilOn !== null && untilOn <= fromOn
    const days = { today, fromOn, untilOn: isOver ? null : untilOn }
    return roomChoices(others, { ...days, mayBeginLater: event === 'plan_move' })
  })
}

function notPast(day: Day | null, today: Day): Day {
  return day === null || day < today ? today : day
}

/** The event an address names. @throws the page that is not there */
export function eventFrom(params: { event?: string }): ScreenEvent {
  const event = eventOfPath(params.event)
  if (!event) throw notFound()
  return event
}
